"""One finding as it will stand in the margin."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.model.audit import Severity
from jiheng.model.form import Cell
from jiheng.writers.characters import printable

AUTHOR = "绩衡"
"""Who signs the comments, in whatever language they are."""


Place = tuple[int, int]
"""Row and column of a cell of a sheet, from 0."""


class Note(Struct, frozen=True, kw_only=True):
    """What is said, and where.

    Attributes:
        severity: of what is wrong.
        places: where it may stand, the best place first.
        table: the form's first table; words above it belong to this form and not to another.
        head: what is wrong, in a few words.
        lines: all else, a paragraph each.
    """

    severity: Severity
    places: tuple[Cell, ...]
    table: int | None
    head: str
    lines: tuple[str, ...]


def text_of(notes: Iterable[Note]) -> str:
    """Return notes as one plain text."""
    return "\n\n".join("\n".join((note.head, *note.lines)) for note in notes)


def bare(text: str) -> str:
    """Return a text without its blanks and line ends, to be compared with others."""
    return "".join(printable(text).split())
