"""Addresses of the frame."""

from django.urls import path

from jiheng.web.pages import views

urlpatterns = [
    path("", views.home, name="home"),
    path("year/", views.year, name="year"),
    path("help/", views.help_page, name="help"),
]
