"""The app as Django knows it."""

from django.apps import AppConfig


class ScansConfig(AppConfig):
    name = "jiheng.web.scans"
    label = "scans"
