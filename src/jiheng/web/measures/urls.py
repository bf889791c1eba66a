"""Addresses of the measures of one form."""

from django.urls import path

from jiheng.web.measures import views

urlpatterns = [
    path("measures/", views.measures_page, name="measures"),
    path("measures/<int:at>/", views.measure_page, name="measure"),
    path("measures/<int:at>/<slug:what>.yaml", views.measure_download, name="measure-file"),
    path("measures/<int:at>/<slug:what>/", views.move_measure, name="move-measure"),
]
