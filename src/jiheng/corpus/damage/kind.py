"""What a kind of damage is."""

from collections.abc import Callable
from random import Random
from typing import Literal

from msgspec import Struct

from jiheng.corpus.piece import Piece

Edit = Callable[[tuple[Piece, ...], Random], tuple[Piece, ...]]

TABLES = ("docx", "xlsx", "html")
WITH_BLANKS = (*TABLES, "text", "markdown")
"""Formats in which an empty cell can be seen."""
ALL = (*WITH_BLANKS, "lines")
TEXT = ("text",)


class Damage(Struct, frozen=True, kw_only=True):
    """One kind of damage.

    Attributes:
        name: the defect, as ``--damage`` takes it.
        edits: cells: the table, before it is written; text: the text, after it is written.
        formats: formats of documents that it happens to.
        forms: how many forms of a document it needs.
        edit: spoils the pieces of one document.
    """

    name: str
    edits: Literal["cells", "text"]
    formats: tuple[str, ...]
    forms: int = 1
    edit: Edit
