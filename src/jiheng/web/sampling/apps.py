"""The app as Django knows it."""

from django.apps import AppConfig


class SamplingConfig(AppConfig):
    name = "jiheng.web.sampling"
    label = "sampling"
