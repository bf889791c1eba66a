"""Small printed pages with made-up tables, as pictures are made of them."""

from functools import cache

from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import Sheet, sheets
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.pdf import write_pdf


@cache
def laid(layout: str = "hunan-2020") -> LaidOut:
    """Return a made-up form of a layout with few cells."""
    form = next(sample(1, 7, layout))
    return lay_out(form, load_layout(layout))


@cache
def sheet(layout: str = "hunan-2020") -> Sheet:
    """Return its page, clean, with 120 dots an inch: large enough to be told, small for a test."""
    return sheets(write_pdf((laid(layout),)), dpi=120)[0]
