"""The app as Django knows it."""

from django.apps import AppConfig


class RolloverConfig(AppConfig):
    name = "jiheng.web.rollover"
    label = "rollover"
