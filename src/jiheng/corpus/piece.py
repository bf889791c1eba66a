"""One form on its way to paper: its truth, its table, and its text once it is text."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.text import write_lines, write_markdown, write_text

TEXT_WRITERS = {"text": write_text, "markdown": write_markdown, "lines": write_lines}
"""The formats that are text, which damage may edit line by line."""


class Piece(Struct, frozen=True, kw_only=True):
    """One form of a document.

    Attributes:
        form: what a perfect reader gives back; None for a scrap that is no form any more.
        layout: how it is laid out.
        laid: the table.
        text: the whole form as text, where it is written as text.
        unknowable: paths of fields that nobody can know from what is left.
    """

    form: Form | None
    layout: Layout
    laid: LaidOut
    text: str | None = None
    unknowable: frozenset[str] = frozenset()


def laid_out(form: Form, layout: Layout) -> Piece:
    """Return a form in the shape of its table."""
    return Piece(form=form, layout=layout, laid=lay_out(form, layout))


def written(laid: LaidOut, kind: str) -> str:
    """Return a table as text of one of the formats of ``TEXT_WRITERS``."""
    return TEXT_WRITERS[kind](laid).decode()


def is_row(line: str) -> bool:
    """Whether a line of tab-separated text is a row of the table."""
    return "\t" in line
