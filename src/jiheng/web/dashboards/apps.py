"""The app as Django knows it."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "jiheng.web.dashboards"
    label = "dashboards"
