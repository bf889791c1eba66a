"""The app as Django knows it."""

from django.apps import AppConfig


class ChainConfig(AppConfig):
    name = "jiheng.web.chain"
    label = "chain"
