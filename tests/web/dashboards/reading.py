"""A dashboard as its reader sees it: numbers, and the lists to which they lead."""

import re

from django.test import Client
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

_WHOLE = re.compile(r"\d+")


class Number(Struct, frozen=True):
    """A number on the page, with the address behind it."""

    value: int
    href: str


def numbers(client: Client, address: str) -> list[Number]:
    """Return every whole number of a page that leads to forms."""
    page = LexborHTMLParser(client.get(address).content.decode())
    links = page.css('main a[href^="/forms/?"]')
    return [
        Number(int(text), link.attributes["href"] or "")
        for link in links
        if _WHOLE.fullmatch(text := link.text().strip())
    ]


def said_by(client: Client, href: str) -> set[int]:
    """Return the numbers in the heading of a list: forms, and findings where it is about them."""
    page = LexborHTMLParser(client.get(href).content.decode())
    return {int(each) for each in _WHOLE.findall(page.css_first("h1 small").text())}


def table(client: Client, address: str) -> list[list[str]]:
    """Return the rows of the table of organisations, the sum coming last."""
    page = LexborHTMLParser(client.get(address).content.decode())
    return [
        [" ".join(cell.text().split()) for cell in row.css("th, td")]
        for row in page.css("#organisations tbody tr, #organisations tfoot tr")
    ]
