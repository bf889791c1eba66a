"""The app as Django knows it."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "jiheng.web.lists"
    label = "lists"
