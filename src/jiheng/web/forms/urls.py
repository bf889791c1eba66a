"""Addresses of one form's panel."""

from django.urls import path

from jiheng.web.forms import card, row_page

urlpatterns = [
    path("card/", card.card, name="card"),
    path("arrange/", row_page.arrange_page, name="arrange"),
]
