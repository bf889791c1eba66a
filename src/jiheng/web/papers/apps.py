"""The app as Django knows it."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "jiheng.web.papers"
    label = "papers"
