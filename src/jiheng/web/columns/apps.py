"""The app as Django knows it."""

from django.apps import AppConfig


class ColumnsConfig(AppConfig):
    name = "jiheng.web.columns"
    label = "columns"
