"""Addresses of the papers of a review."""

from django.urls import path

from jiheng.web.verdicts.papers import views

urlpatterns = [
    path("working-paper/<slug:kind>/", views.working, name="working-paper"),
    path("feedback/<slug:kind>/", views.feedback, name="feedback"),
]
