"""The app as Django knows it."""

from django.apps import AppConfig


class YearsConfig(AppConfig):
    name = "jiheng.web.years"
    label = "years"
