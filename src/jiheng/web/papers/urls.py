"""Addresses of a form on paper and as files."""

from django.urls import path

from jiheng.web.papers import views

urlpatterns = [
    path("print/", views.paper, name="print"),
    path("export/<slug:kind>/", views.export, name="export"),
]
