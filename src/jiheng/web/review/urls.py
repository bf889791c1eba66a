"""Addresses of the review."""

from django.urls import path

from jiheng.web.review import views

urlpatterns = [
    path("", views.queue, name="queue"),
    path("list.xlsx", views.queue_sheet, name="queue-sheet"),
    path("first/", views.first, name="review-first"),
    path("<str:number>/", views.review, name="review"),
    path("<str:number>/<slug:action>/", views.judge, name="judge"),
]
