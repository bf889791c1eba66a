"""The app as Django knows it."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "jiheng.web.forms"
    label = "forms"
