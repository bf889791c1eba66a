"""Addresses of the years."""

from django.urls import path

from jiheng.web.years import views

urlpatterns = [
    path("years/", views.years, name="years"),
    path("years/list.xlsx", views.years_sheet, name="years-sheet"),
    path("forms/<str:number>/years/", views.form_years, name="form-years"),
    path("forms/<str:number>/years/link/", views.link_rows, name="link-rows"),
    path("forms/<str:number>/years/unlink/", views.unlink_rows, name="unlink-rows"),
]
