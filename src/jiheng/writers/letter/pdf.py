"""A letter as a PDF file that holds its fonts."""

from functools import cache
from importlib.resources import files

import msgspec

from jiheng.writers.letter.blocks import Letter
from jiheng.writers.pdf.typesetter import compiled


def letter_pdf(letter: Letter) -> bytes:
    """Return the PDF file of a letter."""
    return compiled(_template(), {"letter": msgspec.json.encode(letter).decode()})


@cache
def _template() -> bytes:
    return (files("jiheng.writers.letter") / "letter.typ").read_bytes()
