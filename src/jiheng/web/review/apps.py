"""The app as Django knows it."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "jiheng.web.review"
    label = "review"
