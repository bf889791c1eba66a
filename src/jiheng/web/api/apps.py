"""The app as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "jiheng.web.api"
    label = "api"
