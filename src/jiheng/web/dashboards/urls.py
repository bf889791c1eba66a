"""Addresses of the dashboards."""

from django.urls import path

from jiheng.web.dashboards import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
]
