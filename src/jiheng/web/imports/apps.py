"""The app as Django knows it."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "jiheng.web.imports"
    label = "imports"
