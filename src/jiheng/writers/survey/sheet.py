"""The questions of a survey on A4, for those who answer by hand."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.writers.pdf.typesetter import compiled


class Asked(Struct, frozen=True, kw_only=True):
    """A question; choices are empty where it is answered in words."""

    text: str
    choices: tuple[str, ...] = ()


class Sheet(Struct, frozen=True, kw_only=True):
    """The whole sheet.

    Attributes:
        number: the words before the place for the number of the slip.
        how: what to do.
        foot: who will see it.
    """

    title: str
    number: str
    how: str
    questions: tuple[Asked, ...]
    foot: str


def sheet_pdf(sheet: Sheet) -> bytes:
    """Return the PDF file of the questions."""
    return compiled(_template(), {"sheet": msgspec.json.encode(sheet).decode()})


@cache
def _template() -> bytes:
    return (files("jiheng.writers.survey") / "sheet.typ").read_bytes()
