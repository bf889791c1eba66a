"""The app as Django knows it."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "jiheng.web.pages"
    label = "pages"
