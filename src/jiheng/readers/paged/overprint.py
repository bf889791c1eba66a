"""Labels printed over a table that goes on overleaf.

A program that prints headings again at the top of a page prints the label beside them again as
well, whole, though it stood for many rows: its letters, and the border of its cell, lie over rows
that have nothing to do with it.
"""

from collections.abc import Collection
from typing import NamedTuple

from jiheng.formats.pages.page import Box, Glyph
from jiheng.readers.paged.lattice import Lattice, middle

_TALLEST = 3
"""Rows of headings."""


class Overprint(NamedTuple):
    """A label printed again beside the headings, and over what stands below them.

    Attributes:
        glyphs: its letters, by their places among those of the page.
        box: in its column, from the foot of the headings down to where the letters end.
    """

    glyphs: range
    box: Box


def overprint_of(
    glyphs: tuple[Glyph, ...], lattice: Lattice, labels: Collection[str]
) -> Overprint | None:
    """Return the label printed over a table, None for none.

    Args:
        glyphs: of the page, in the order of the file.
        lattice: the table at the top of the page.
        labels: that stood in merged cells on the pages before, without blanks.
    """
    beside = lattice.table.cells[0]
    if beside.row or beside.column or beside.row_span > _TALLEST:
        return None
    for start, glyph in enumerate(glyphs):
        if lattice.cell_at(*middle(glyph)) != beside:
            continue
        letters = next(
            (found for label in labels if (found := _told(glyphs, start, label))), range(0)
        )
        if any(lattice.cell_at(*middle(glyphs[at])) != beside for at in letters):
            left, _, right, foot = beside.box
            end = max(glyphs[at].box[3] for at in letters)
            return Overprint(letters, (left, foot, right, end))
    return None


def _told(glyphs: tuple[Glyph, ...], start: int, label: str) -> range:
    """Return the places of the letters of a label that begins at one; none if it does not."""
    end, left = start, label
    while left and end < len(glyphs) and left.startswith(glyphs[end].text.strip()):
        left = left.removeprefix(glyphs[end].text.strip())
        end += 1
    return range(0) if left else range(start, end)
