"""Addresses of one form's panel."""

from django.urls import path

from jiheng.web.forms import card

urlpatterns = [path("card/", card.card, name="card")]
