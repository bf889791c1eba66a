"""Where text stands on a page: in each cell, and around the tables."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from numpy import ones

from jiheng.formats.pages.page import Box, Ruling
from jiheng.formats.pages.spans import tables_of
from jiheng.readers.scan.text.ink import Pieces, within
from jiheng.readers.scan.text.rows import (
    DASHES,
    Line,
    letters_in,
    line_height,
    lines_in,
    own_height,
    texts_in,
)


class Place(Struct, frozen=True, kw_only=True):
    """A cell, or a text outside the tables.

    Attributes:
        lines: of its text, from the top down.
        height: of a line of its type.
        cell: the box of a cell; None outside the tables.
    """

    lines: list[Line]
    height: float
    cell: Box | None = None

    @property
    def is_cell(self) -> bool:
        """Whether it lies between ruling lines."""
        return self.cell is not None


def places_of(pieces: Pieces, rulings: tuple[Ruling, ...], tolerance: float) -> Iterator[Place]:
    """Yield what is printed in each cell, then each text outside the tables."""
    height = line_height(pieces)
    if not height:
        return
    edges = [0.0]
    outside = ones(len(pieces), dtype=bool)
    for table in tables_of(rulings, tolerance):
        if len(table.cells) > 1:
            inside = within(pieces, table.box)
            outside &= ~inside
            edges += (table.box[1], table.box[3])
            for cell in table.cells:
                own = pieces[inside][within(pieces[inside], cell.box)]
                size = own_height(own, height)
                yield Place(lines=_lines(own, cell.box, size), height=size, cell=cell.box)
    rest = pieces[outside]
    wide, high = float(pieces[:, 2].max()) + 1, float(pieces[:, 3].max()) + 1
    for top, bottom in pairwise(sorted([*edges, high])):
        strip = (0.0, top, wide, bottom)
        own = rest[within(rest, strip)]
        size = own_height(own, height)
        for text in texts_in(letters_in(own, strip, size), size):
            yield Place(lines=[text], height=size)


def _lines(pieces: Pieces, box: Box, height: float) -> list[Line]:
    """Return the lines of a cell; a dash says that it is empty, so beside text it is dust."""
    lines = lines_in(letters_in(pieces, box, height), height)
    text = [line for line in lines if line.mark not in DASHES]
    return text or lines
