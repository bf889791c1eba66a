"""A page as what stands on it: lines of text and tables with their cells filled."""

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.pages.page import Box, Glyph, Page, Ruling
from jiheng.formats.pages.spans import TOLERANCE, RuledCell, RuledTable, tables_of
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine, lines_of


class SheetCell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell of a sheet.

    Attributes:
        row: from 0.
        left: where it begins across the page.
        right: where it ends.
        lines: of its text, from the top down.
        text: the lines joined.
        box: on the page.
        is_certain: that its text belongs together; a page may have ended inside it.
        is_cut: not all of its text is shown, but all is there.
        is_open_above: no line is drawn above it, where the sheet begins.
        is_open_below: no line is drawn below it, where the sheet ends.
    """

    row: int
    row_span: int
    left: float
    right: float
    lines: tuple[TextLine, ...]
    text: str
    box: Box
    page: int
    is_certain: bool = True
    is_cut: bool = False
    is_open_above: bool = False
    is_open_below: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """A table, or the part of one that stands on one page.

    Attributes:
        page: from 1.
        box: on that page.
        rows: how many there are.
        cells: in reading order.
    """

    page: int
    box: Box
    rows: int
    cells: tuple[SheetCell, ...]


_DRAWN = 0.5
"""Of an edge at least this share is drawn."""

_STUB = 0.5
"""A row takes more of the table's width than this."""

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
        if glyph.clip is not None and any(lattice.took_cut(glyph) for lattice in lattices):
            continue
        left, top, right, bottom = glyph.box
        x, y = (left + right) / 2, (top + bottom) / 2
        if any(lattice.took(glyph, x, y) for lattice in lattices):
            continue
        if 0 <= x < page.width and 0 <= y < page.height:
            outside.append(glyph)
    sheets = [sheet for lattice in lattices if (sheet := lattice.sheet(page)) is not None]
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
        self._again: list[list[Glyph]] = [[] for _ in table.cells]

    def took(self, glyph: Glyph, x: float, y: float) -> bool:
        """Take a letter whose middle is in one of the cells."""
        index = self._at(x, y)
        if index is not None:
            self._glyphs[index].append(glyph)
        return index is not None

    def _at(self, x: float, y: float) -> int | None:
        """Return which cell is at a place."""
        left, top, right, bottom = self._table.box
        if not (left <= x < right and top <= y < bottom):
            return None
        index = self._places[bisect_right(self._ys, y) - 1][bisect_right(self._xs, x) - 1]
        return index if index >= 0 else None

    def took_cut(self, glyph: Glyph) -> bool:
        """Take a letter that is cut away by the edges of the cell that it belongs to."""
        if glyph.clip is None:
            return False
        left, top, right, bottom = glyph.clip
        x, y = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
        index = self._at(_between(left, x, right), _between(top, y, bottom))
        if index is None or not _is_across(self._table.cells[index].box, glyph.clip):
            return False
        # Headings printed again have a part of the label at their side to themselves.
        is_whole = abs(self._table.cells[index].box[3] - bottom) <= TOLERANCE
        (self._glyphs if is_whole else self._again)[index].append(glyph)
        return True

    def sheet(self, page: Page) -> Sheet | None:
        """Return the table with its text; None for one that has none."""
        if not any(self._glyphs):
            return None
        letters = [own or again for own, again in zip(self._glyphs, self._again, strict=True)]
        cells = zip(self._table.cells, letters, strict=True)
        sheet = Sheet(
            page=page.number,
            box=self._table.box,
            rows=len(self._ys) - 1,
            cells=tuple(_cell(cell, glyphs, page.number) for cell, glyphs in cells),
        )
        return _without_stub(_with_open_ends(sheet, page.rulings))


def doubted(sheet: Sheet) -> Sheet:
    """Return a table of which it is not sure that it is one of its own."""
    return replace(sheet, cells=tuple(replace(c, is_certain=False) for c in sheet.cells))


def _with_open_ends(sheet: Sheet, rulings: tuple[Ruling, ...]) -> Sheet:
    """Return the table with those cells open that no line closes at its top or bottom."""
    _, top, _, bottom = sheet.box
    above = [ruling for ruling in rulings if _is_at(ruling, top)]
    below = [ruling for ruling in rulings if _is_at(ruling, bottom)]
    cells = [
        replace(
            cell,
            is_open_above=cell.row == 0 and not _is_drawn(cell, above),
            is_open_below=cell.row + cell.row_span == sheet.rows and not _is_drawn(cell, below),
        )
        for cell in sheet.cells
    ]
    return replace(sheet, cells=tuple(cells))


def _is_at(ruling: Ruling, height: float) -> bool:
    return abs(ruling.top - height) <= TOLERANCE and abs(ruling.bottom - height) <= TOLERANCE


def _is_drawn(cell: SheetCell, rulings: list[Ruling]) -> bool:
    lengths = (min(ruling.right, cell.right) - max(ruling.left, cell.left) for ruling in rulings)
    return sum(length for length in lengths if length > 0) >= _DRAWN * (cell.right - cell.left)


def _without_stub(sheet: Sheet) -> Sheet:
    """Return the table without a last row that is no more than the empty end of a side label.

    Where the next row has no room on the page, programs draw the label on to the foot.
    """
    last = [cell for cell in sheet.cells if cell.row + cell.row_span == sheet.rows]
    width = sum(cell.right - cell.left for cell in last)
    is_stub = all(cell.row_span == 1 and not cell.text for cell in last)
    if not is_stub or width > _STUB * (sheet.box[2] - sheet.box[0]):
        return sheet
    cells = tuple(cell for cell in sheet.cells if cell not in last)
    return replace(sheet, rows=sheet.rows - 1, cells=cells)


def _cell(cell: RuledCell, glyphs: list[Glyph], page: int) -> SheetCell:
    lines = tuple(lines_of(glyphs)) if glyphs else ()
    left, _, right, _ = cell.box
    return SheetCell(
        row=cell.row,
        row_span=cell.row_span,
        left=left,
        right=right,
        lines=lines,
        text=joined(lines, Room(left, right)) if lines else "",
        box=cell.box,
        page=page,
        is_cut=any(glyph.clip is not None for glyph in glyphs),
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


def _between(low: float, place: float, high: float) -> float:
    """Return the place that is shown and nearest to another."""
    inset = min(TOLERANCE, (high - low) / 2)
    return min(max(place, low + inset), high - inset)


def _is_across(box: Box, clip: Box) -> bool:
    """Whether a cell is shown in its whole width."""
    return box[0] >= clip[0] - TOLERANCE and box[2] <= clip[2] + TOLERANCE


def _top(piece: Piece) -> float:
    return piece.box[1]
