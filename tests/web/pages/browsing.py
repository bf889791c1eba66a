"""Somebody at their browser."""

import re

from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from jiheng.web.people.models import Person


def at_browser(person: Person) -> Client:
    """Return a browser in which a person is logged in."""
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def texts(client: Client, address: str, selector: str) -> list[str]:
    """Return the texts of a page's elements."""
    tree = LexborHTMLParser(client.get(address).content.decode())
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def scripts_in(page: str) -> int:
    """Return how many scripts a page holds besides the files that the platform itself serves."""
    return page.count("<script") - len(re.findall(r'<script (type="module" )?src="/static/', page))
