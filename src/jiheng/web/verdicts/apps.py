"""The app as Django knows it."""

from django.apps import AppConfig


class VerdictsConfig(AppConfig):
    name = "jiheng.web.verdicts"
    label = "verdicts"
