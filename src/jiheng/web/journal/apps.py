"""The app as Django knows it."""

from importlib import import_module

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "jiheng.web.journal"
    label = "journal"

    def ready(self) -> None:
        """Begin to listen to log-ins; that module needs the models, which are there only now."""
        import_module("jiheng.web.journal.log_ins")
