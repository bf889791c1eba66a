"""The app as Django knows it."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "jiheng.web.evidence"
    label = "evidence"
