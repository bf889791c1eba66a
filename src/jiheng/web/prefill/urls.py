"""Addresses of the files from which forms begin."""

from django.urls import path

from jiheng.web.prefill import views

urlpatterns = [
    path("prefill/", views.prefill, name="prefill"),
    path("prefill/<int:key>/", views.intake_page, name="prefill-intake"),
]
