"""The app as Django knows it."""

from django.apps import AppConfig


class PrefillConfig(AppConfig):
    name = "jiheng.web.prefill"
    label = "prefill"
