"""A letter as a PDF file that holds its fonts."""

from functools import cache
from importlib.resources import files

import msgspec
from typst import Compiler

from jiheng.writers.letter.blocks import Letter
from jiheng.writers.pdf.typesetter import NotTypeset, fonts


def letter_pdf(letter: Letter) -> bytes:
    """Return the PDF file of a letter."""
    inputs = {"letter": msgspec.json.encode(letter).decode()}
    pdf = _compiler().compile(_template(), format="pdf", sys_inputs=inputs)
    if not isinstance(pdf, bytes):
        raise NotTypeset
    return pdf


@cache
def _compiler() -> Compiler:
    return Compiler(font_paths=fonts())


@cache
def _template() -> bytes:
    return (files("jiheng.writers.letter") / "letter.typ").read_bytes()
