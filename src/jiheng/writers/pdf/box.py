"""The cells of a form before the size of its type is known."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf.lines import Words, measured
from jiheng.writers.pdf.printed import Rows
from jiheng.writers.pdf.words import plain

_SHORT = 10
"""A value of so many signs is broken like a heading; a longer one as a sentence is."""


class Box(Struct, frozen=True, kw_only=True, gc=False):
    """A cell, or the part of it that stands among the rows that repeat on every page.

    Attributes:
        x: its first column.
        y: its first row.
        w: columns that it covers.
        h: rows that it covers.
        width: in points; 0 until the columns are known.
        words: its text, measured; None where it is empty.
        is_heading: the form prints the words itself.
        by_words: lines end between words, and where we say.
        left: the words begin at the left.
        joined_above: the cell began above.
        joined_below: the cell goes on below.
    """

    x: int
    y: int
    w: int
    h: int
    width: float = 0.0
    text: str
    words: Words | None
    is_heading: bool
    by_words: bool
    left: bool
    joined_above: bool
    joined_below: bool


def boxes(laid: LaidOut, heads: tuple[Rows, ...]) -> tuple[Box, ...]:
    """Return the cells, short ones first; an empty cell of one place draws itself."""
    cells = sorted(laid.grid.cells, key=lambda cell: cell.row_span)
    return tuple(
        box
        for cell in cells
        if cell.text or cell.row_span > 1 or cell.column_span > 1
        for box in _parts(laid, cell, heads)
    )


def in_columns(boxes: tuple[Box, ...], widths: tuple[float, ...]) -> tuple[Box, ...]:
    """Return the cells in columns of these widths."""
    return tuple(replace(box, width=sum(widths[box.x : box.x + box.w])) for box in boxes)


def _parts(laid: LaidOut, cell: GridCell, heads: tuple[Rows, ...]) -> Iterator[Box]:
    """Yield the cell, cut at the edges of rows that repeat; its tallest part has the words."""
    end = cell.row + cell.row_span
    inner = {edge for head in heads for edge in head if cell.row < edge < end}
    parts = tuple(pairwise(sorted({cell.row, end} | inner)))
    worded = max(parts, key=lambda part: part[1] - part[0])
    for part in parts:
        yield _box(laid, cell, part, text=cell.text if part == worded else "")


def _box(laid: LaidOut, cell: GridCell, part: Rows, *, text: str) -> Box:
    is_centred = not laid.is_prose(cell)
    is_heading = is_centred and laid.is_heading(cell)
    shown = plain(text)
    # The points or the unit after a label cannot stand upright, so that it lies.
    if laid.is_upright(cell) and shown.isalpha():
        shown = "\n".join(shown)
    by_words = is_heading or (is_centred and len(shown) <= _SHORT)
    return Box(
        x=cell.column,
        y=part[0],
        w=cell.column_span,
        h=part[1] - part[0],
        text=shown,
        words=_measured(shown, by_words=by_words) if shown else None,
        is_heading=is_heading,
        by_words=by_words,
        left=laid.is_prose(cell),
        joined_above=part[0] != cell.row,
        joined_below=part[1] != cell.row + cell.row_span,
    )


def _measured(text: str, *, by_words: bool) -> Words:
    return _short(text) if by_words else measured(text, by_words=False)


@lru_cache(maxsize=2048)
def _short(text: str) -> Words:
    """Return words that stand on form after form, measured."""
    return measured(text, by_words=True)
