"""The app as Django knows it."""

from django.apps import AppConfig


class RectificationConfig(AppConfig):
    name = "jiheng.web.rectification"
    label = "rectification"
