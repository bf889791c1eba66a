"""A page as what stands on it: lines of text and tables with their cells filled."""

from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.formats.pages.page import Glyph, Page, Ruling
from jiheng.formats.pages.spans import TOLERANCE, RuledCell, RuledTable, tables_of
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lattice import FilledCell, Lattice, middle
from jiheng.readers.paged.lines import TextLine, lines_of
from jiheng.readers.paged.overprint import overprint_of
from jiheng.readers.paged.sheet import Sheet, SheetCell
from jiheng.readers.paged.unruled import sheet_without_lines

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


def filled(page: Page, labels: Collection[str] = ()) -> Filled:
    """Return what stands on a page.

    Args:
        page: with its letters and lines.
        labels: that stood in merged cells on the pages before, without blanks.
    """
    lattices = [Lattice(table) for table in _real_tables(page)]
    over = overprint_of(page.glyphs, lattices[0], labels) if lattices and labels else None
    glyphs = [glyph for at, glyph in enumerate(page.glyphs) if not over or at not in over.glyphs]
    for lattice in lattices:
        glyphs = [glyph for glyph in glyphs if not lattice.took(glyph)]
    outside = [glyph for glyph in glyphs if _is_on(page, *middle(glyph))]
    sheets: list[Sheet] = []
    for at, lattice in enumerate(lattices):
        if cells := lattice.filled(over.box if over and at == 0 else None, goes_on=bool(labels)):
            sheets.append(_sheet(lattice, cells, page))
    found = None if sheets else sheet_without_lines(page, outside)
    if found is not None:
        sheets, lines = [found[0]], found[1]
    else:
        lines = lines_of(outside)
    pieces: list[Piece] = [*lines, *sheets]
    return Filled(page, tuple(sorted(pieces, key=_top)))


def labels_of(page: Filled) -> frozenset[str]:
    """Return the texts of merged cells, without blanks."""
    return frozenset(
        "".join(cell.text.split())
        for piece in page.pieces
        if isinstance(piece, Sheet)
        for cell in piece.cells
        if cell.row_span > 1 and cell.text
    )


def _is_on(page: Page, x: float, y: float) -> bool:
    return 0 <= x < page.width and 0 <= y < page.height


def _sheet(lattice: Lattice, cells: list[FilledCell], page: Page) -> Sheet:
    """Return a table with its text."""
    sheet = Sheet(
        page=page.number,
        box=lattice.table.box,
        rows=max(cell.row + cell.row_span for cell, _ in cells),
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
        if cell.row == 0 or cell.row + cell.row_span == sheet.rows
        else cell
        for cell in sheet.cells
    ]
    return replace(sheet, cells=tuple(cells))


def _is_at(ruling: Ruling, height: float) -> bool:
    return abs(ruling.top - height) <= TOLERANCE and abs(ruling.bottom - height) <= TOLERANCE


def _is_drawn(cell: SheetCell, rulings: list[Ruling]) -> bool:
    lengths = (min(ruling.right, cell.right) - max(ruling.left, cell.left) for ruling in rulings)
    return sum(length for length in lengths if length > 0) >= _DRAWN * (cell.right - cell.left)


def _without_stub(sheet: Sheet) -> Sheet:
    """Return the table without a last row that is no more than the end of a side label.

    Where the next row has no room on the page, programs draw the label on to the foot, and may
    print its words there.
    """
    stub = [cell for cell in sheet.cells if cell.row + cell.row_span == sheet.rows]
    width = sum(cell.right - cell.left for cell in stub)
    whole = {(cell.left, cell.right): cell for cell in sheet.cells if _is_label_above(cell, stub)}
    is_stub = all(
        cell.row_span == 1 and (not cell.text or (cell.left, cell.right) in whole) for cell in stub
    )
    if not is_stub or width > _STUB * (sheet.box[2] - sheet.box[0]):
        return sheet
    told = {
        id(whole[cell.left, cell.right]): replace(
            whole[cell.left, cell.right], lines=cell.lines, text=cell.text
        )
        for cell in stub
        if cell.text
    }
    cells = tuple(told.get(id(cell), cell) for cell in sheet.cells if cell not in stub)
    return replace(sheet, rows=sheet.rows - 1, cells=cells)


def _is_label_above(cell: SheetCell, stub: list[SheetCell]) -> bool:
    """Whether a merged cell without words ends where the last row begins."""
    is_at_end = cell.row + cell.row_span == stub[0].row
    return is_at_end and cell.row_span > 1 and not cell.text


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


def _top(piece: Piece) -> float:
    return piece.box[1]
