"""Labels of merged cells that programs print beyond the end of a table that goes on overleaf.

A label is set in the middle of its cell; where a page ends before it, that is below the table, or
above it on the next page, sometimes in the margin.
"""

from itertools import takewhile

from msgspec.structs import replace

from jiheng.formats.pages.page import Glyph
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine, lines_of
from jiheng.readers.paged.sheets import Filled, Piece, Sheet, SheetCell
from jiheng.rulebook.headings import bare, headings, is_level1, is_level2

_MOST_LINES = 16
"""A label printed upright has a line for each letter."""


def with_labels(page: Filled) -> Filled:
    """Return the page with the labels below its last table and above its first in their cells."""
    pieces = _labelled(page.pieces, is_below=True)
    return page._replace(pieces=_labelled(pieces, is_below=False))


def _labelled(pieces: tuple[Piece, ...], *, is_below: bool) -> tuple[Piece, ...]:
    """Return the pieces with the lines at one end of the page in the cells that they label."""
    inward = pieces[::-1] if is_below else pieces
    lines = [*takewhile(lambda piece: isinstance(piece, TextLine), inward)]
    if not lines or len(lines) == len(pieces):
        return pieces
    sheet = inward[len(lines)]
    glyphs = [glyph for line in lines if isinstance(line, TextLine) for glyph in line.glyphs]
    if not isinstance(sheet, Sheet):
        return pieces
    cells: list[SheetCell] = []
    for cell in sheet.cells:
        taken = _label(cell, glyphs, is_below=is_below) if _ends(cell, sheet, is_below) else ()
        if not taken:
            cells.append(cell)
            continue
        cells.append(_with_lines(cell, taken, is_below=is_below))
        own = {id(glyph) for line in taken for glyph in line.glyphs}
        glyphs = [glyph for glyph in glyphs if id(glyph) not in own]
    whole = replace(sheet, cells=tuple(cells))
    if is_below:
        return (*pieces[: -len(lines) - 1], whole, *lines_of(glyphs))
    return (*lines_of(glyphs), whole, *pieces[len(lines) + 1 :])


def _ends(cell: SheetCell, sheet: Sheet, is_below: bool) -> bool:
    """Whether a cell that goes on overleaf, or may, stands where the table ends on the page."""
    is_last = cell.row + cell.row_span == sheet.rows if is_below else cell.row == 0
    is_open = cell.is_open_below if is_below else cell.is_open_above
    return is_last and (cell.row_span > 1 or is_open)


def _label(cell: SheetCell, glyphs: list[Glyph], *, is_below: bool) -> tuple[TextLine, ...]:
    """Return the lines next to a cell, within its columns, that are its label, or its rest."""
    beside = [each for each in glyphs if cell.left < (each.box[0] + each.box[2]) / 2 < cell.right]
    lines = lines_of(beside) if beside else []
    for count in range(min(len(lines), _MOST_LINES), 0, -1):
        taken = tuple(lines[:count] if is_below else lines[-count:])
        if _is_label(_with_lines(cell, taken, is_below=is_below).text):
            return taken
    return ()


def _with_lines(cell: SheetCell, taken: tuple[TextLine, ...], *, is_below: bool) -> SheetCell:
    lines = (*cell.lines, *taken) if is_below else (*taken, *cell.lines)
    return replace(cell, lines=lines, text=joined(lines, Room(cell.left, cell.right)))


def _is_label(text: str) -> bool:
    return is_level1(text) or is_level2(text) or bare(text) in headings().side
