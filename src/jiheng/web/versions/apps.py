"""The app as Django knows it."""

from django.apps import AppConfig


class VersionsConfig(AppConfig):
    name = "jiheng.web.versions"
    label = "versions"
