"""The app as Django knows it."""

from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "jiheng.web.people"
    label = "people"

    def ready(self) -> None:
        """Begin to keep sessions; that module needs the models, which are there only now."""
        import_module("jiheng.web.people.visits")
