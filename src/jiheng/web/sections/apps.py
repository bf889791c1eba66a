"""The app as Django knows it."""

from django.apps import AppConfig


class SectionsConfig(AppConfig):
    name = "jiheng.web.sections"
    label = "sections"
