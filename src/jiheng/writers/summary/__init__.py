"""The figures of many forms on one page of A4 → a PDF file that holds its fonts."""

from functools import cache
from importlib.resources import files

import msgspec

from jiheng.writers.pdf.typesetter import compiled
from jiheng.writers.summary.page import SummaryPage

MOST_LINES = 36
"""So many organisations stay readable on one page."""


def write_summary(page: SummaryPage) -> bytes:
    """Return a PDF file of one page; the type is as large as leaves room for all of it."""
    return compiled(_template(), {"page": msgspec.json.encode(page).decode()})


@cache
def _template() -> bytes:
    return (files("jiheng.writers.summary") / "summary.typ").read_bytes()
