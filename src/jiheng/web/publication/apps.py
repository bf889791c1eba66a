"""The app as Django knows it."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "jiheng.web.publication"
    label = "publication"
