"""A page as what stands on it: lines of text and tables with their cells filled."""

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct

from jiheng.formats.pages.page import Box, Glyph, Page
from jiheng.formats.pages.spans import RuledCell, RuledTable, tables_of
from jiheng.model.document import GridCell
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine, lines_of


class Sheet(Struct, frozen=True, kw_only=True):
    """A table, or the part of one that stands on one page.

    Attributes:
        page: from 1.
        box: on that page.
        edges: where columns begin, and where the last one ends.
        rows: how many there are.
        cells: in reading order.
    """

    page: int
    box: Box
    edges: tuple[float, ...]
    rows: int
    cells: tuple[GridCell, ...]


Piece = TextLine | Sheet
"""What stands on a page."""


class Filled(NamedTuple):
    """A page with its letters in the cells and lines where they stand; pieces from the top down."""

    page: Page
    pieces: tuple[Piece, ...]


def filled(page: Page) -> Filled:
    """Return what stands on a page."""
    lattices = [_Lattice(table) for table in _real_tables(page)]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        left, top, right, bottom = glyph.box
        x, y = (left + right) / 2, (top + bottom) / 2
        if not any(lattice.took(glyph, x, y) for lattice in lattices):
            outside.append(glyph)
    sheets = [sheet for lattice in lattices if (sheet := lattice.sheet(page.number)) is not None]
    pieces: list[Piece] = [*lines_of(outside), *sheets]
    return Filled(page, tuple(sorted(pieces, key=_top)))


class _Lattice:
    """A table that letters fall into."""

    def __init__(self, table: RuledTable) -> None:
        self._table = table
        self._xs = sorted({edge for cell in table.cells for edge in (cell.box[0], cell.box[2])})
        self._ys = sorted({edge for cell in table.cells for edge in (cell.box[1], cell.box[3])})
        self._places = [[-1] * (len(self._xs) - 1) for _ in self._ys[1:]]
        for index, cell in enumerate(table.cells):
            for row in self._places[cell.row : cell.row + cell.row_span]:
                row[cell.column : cell.column + cell.column_span] = [index] * cell.column_span
        self._glyphs: list[list[Glyph]] = [[] for _ in table.cells]

    def took(self, glyph: Glyph, x: float, y: float) -> bool:
        """Take a letter whose middle is in one of the cells."""
        left, top, right, bottom = self._table.box
        if not (left <= x < right and top <= y < bottom):
            return False
        index = self._places[bisect_right(self._ys, y) - 1][bisect_right(self._xs, x) - 1]
        if index >= 0:
            self._glyphs[index].append(glyph)
        return index >= 0

    def sheet(self, page: int) -> Sheet | None:
        """Return the table with its text; None for one that has none."""
        if not any(self._glyphs):
            return None
        cells = zip(self._table.cells, self._glyphs, strict=True)
        return Sheet(
            page=page,
            box=self._table.box,
            edges=tuple(self._xs),
            rows=len(self._ys) - 1,
            cells=tuple(_cell(cell, glyphs) for cell, glyphs in cells),
        )


def _cell(cell: RuledCell, glyphs: list[Glyph]) -> GridCell:
    lines = lines_of(glyphs) if glyphs else []
    return GridCell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        text=joined(lines, Room(cell.box[0], cell.box[2])),
        confidence=min((line.confidence for line in lines), default=1.0),
        box=cell.box,
    )


def _real_tables(page: Page) -> list[RuledTable]:
    """Return the tables without frames around text or tables, and without those inside others."""
    tables = [table for table in tables_of(page.rulings) if len(table.cells) > 1]
    return [table for table in tables if not any(_is_inside(table, other) for other in tables)]


def _is_inside(table: RuledTable, other: RuledTable) -> bool:
    left, top, right, bottom = table.box
    outer = other.box
    return table is not other and (
        outer[0] <= left and outer[1] <= top and right <= outer[2] and bottom <= outer[3]
    )


def _top(piece: Piece) -> float:
    return piece.box[1]
