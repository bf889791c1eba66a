"""The app as Django knows it."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "jiheng.web.measures"
    label = "measures"
