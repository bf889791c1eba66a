"""Addresses of exported tables."""

from django.urls import path

from jiheng.web.columns import views

urlpatterns = [
    path("columns/", views.tables, name="columns"),
    path("columns/tables/<int:key>/", views.map_columns, name="map-columns"),
    path("columns/<int:key>/", views.rows_page, name="rows-out"),
]
