"""Addresses of the scans."""

from django.urls import path

from jiheng.web.scans import views

urlpatterns = [
    path("scans/", views.scans_page, name="scans"),
    path("scans/<int:key>/", views.scan_file, name="scan"),
]
