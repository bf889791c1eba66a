"""The app of stored files."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files that people hand in."""

    name = "jiheng.web.files"
    label = "files"
