"""Addresses of the review."""

from django.urls import path

from jiheng.web.review import judging, views

urlpatterns = [
    path("", views.queue, name="queue"),
    path("list.xlsx", views.queue_sheet, name="queue-sheet"),
    path("first/", views.first, name="review-first"),
    path("<str:number>/", judging.review, name="review"),
    path("<str:number>/scores/", judging.score, name="review-scores"),
    path("<str:number>/<slug:action>/", judging.judge, name="judge"),
]
