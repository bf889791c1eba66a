"""Addresses of what a form was."""

from django.urls import path

from jiheng.web.versions import views

urlpatterns = [
    path("versions/", views.versions, name="versions"),
    path("last-year/", views.last_year, name="last-year"),
]
