"""Addresses of the dashboards."""

from django.urls import path

from jiheng.web.dashboards import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("summary.pdf", views.summary, name="dashboard-summary"),
    path("figures.xlsx", views.sheet, name="dashboard-sheet"),
]
