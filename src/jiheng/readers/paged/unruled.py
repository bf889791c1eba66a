"""A table without ruling lines, as far as the places of its words tell of it.

What stands together is a block: the lines of one cell. Blocks whose middles, or tops, are level are
a row; where all rows leave a gap, a column ends; a label that stands level with no row is that of
several, in the middle of which it stands. All of it is a guess, and every cell is in doubt.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from jiheng.formats.pages.page import Glyph, Page
from jiheng.readers.paged.joining import Room
from jiheng.readers.paged.lines import TextLine, lines_of
from jiheng.readers.paged.sheet import Sheet, SheetCell
from jiheng.readers.paged.word_blocks import (
    Band,
    Block,
    blocks_of,
    foot_of,
    is_beside,
    is_level,
    middle_of,
    pieces_of,
    rows_of,
    text_of,
    top_of,
)
from jiheng.rulebook.headings import is_heading

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
"""Rows of so many cells that make a table; fewer are lines of text with gaps in them."""

_MOST_PIECES, _MOST_PLACES = 1500, 20_000
"""A page of more pieces of text, or a table of more places, is none that we would guess at."""


def sheet_without_lines(page: Page, glyphs: list[Glyph]) -> tuple[Sheet, list[TextLine]] | None:
    """Return the table that words make on a page, and the lines around it; None for none."""
    pieces = pieces_of(glyphs)
    if len(pieces) > _MOST_PIECES:
        return None
    blocks = blocks_of(pieces)
    rows = rows_of(blocks)
    if sum(len(row) >= _FEWEST_CELLS for row in rows) < _FEWEST_ROWS:
        return None
    wide = [at for at, row in enumerate(rows) if len(row) > 1]
    table = rows[wide[0] : wide[-1] + 1]
    placed = {id(block) for row in rows for block in row}
    labels = [each for each in blocks if id(each) not in placed and _is_within(each, table)]
    edges = _edges(table, labels)
    if len(table) * len(edges) > _MOST_PLACES:
        return None
    sheet = _sheet(page.number, table, labels, edges)
    taken = {id(glyph) for cell in sheet.cells for line in cell.lines for glyph in line.glyphs}
    return sheet, lines_of([glyph for glyph in glyphs if id(glyph) not in taken])


def _is_within(block: Block, rows: list[Band]) -> bool:
    return top_of(rows[0]) < middle_of(block) < foot_of(rows[-1])


def _sheet(page: int, rows: list[Band], labels: list[Block], edges: list[float]) -> Sheet:
    heights = [
        top_of(rows[0]),
        *((foot_of(a) + top_of(b)) / 2 for a, b in pairwise(rows)),
        foot_of(rows[-1]),
    ]
    cells = [
        _cell(page, block, edges, (row, row + 1), heights)
        for row, band in enumerate(rows)
        for block in band
    ]
    cells += [_cell(page, each, edges, _reach(each, heights), heights) for each in labels]
    cells = _spread(cells, heights)
    cells += _empty(page, cells, edges, heights)
    box = edges[0], heights[0], edges[-1], heights[-1]
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.left))
    return Sheet(page=page, box=box, rows=len(rows), cells=tuple(ordered), is_guessed=True)


def _spread(cells: list[SheetCell], heights: list[float]) -> list[SheetCell]:
    """Return the cells, levels below their heading over the rows in whose middle they stand."""
    columns: dict[float, list[SheetCell]] = {}
    for cell in sorted(cells, key=_height):
        columns.setdefault(cell.left, []).append(cell)
    return [cell for column in columns.values() for cell in _levels(column, heights)]


def _levels(column: list[SheetCell], heights: list[float]) -> Iterator[SheetCell]:
    start: int | None = None
    for cell in column:
        if is_level(cell.text) and start is not None and start < len(heights) - 1:
            end = _end(start, _height(cell), heights)
            yield replace(cell, row=start, row_span=end - start)
            start = end
        else:
            yield cell
            start = cell.row + cell.row_span if is_heading(cell.text) else None


def _end(start: int, middle: float, heights: list[float]) -> int:
    """Return the row before which a cell ends that begins with another and has this middle."""
    missed = {
        at: abs(heights[start] + heights[at] - 2 * middle) for at in range(start + 1, len(heights))
    }
    return min(missed, key=missed.__getitem__)


def _height(cell: SheetCell) -> float:
    """Return how high the middle of a cell's words is."""
    return (cell.lines[0].box[1] + cell.lines[-1].box[3]) / 2


def _empty(
    page: int, cells: list[SheetCell], edges: list[float], heights: list[float]
) -> list[SheetCell]:
    """Return an empty cell for each place where no other is."""
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(bisect_left(edges, cell.left), bisect_left(edges, cell.right))
    }
    return [
        SheetCell(
            row=row,
            row_span=1,
            left=left,
            right=right,
            lines=(),
            text="",
            box=(left, top, right, bottom),
            page=page,
            is_certain=False,
        )
        for row, (top, bottom) in enumerate(pairwise(heights))
        for column, (left, right) in enumerate(pairwise(edges))
        if (row, column) not in taken
    ]


def _reach(label: Block, heights: list[float]) -> tuple[int, int]:
    """Return the rows that a label surely stands beside: from the first to that after the last."""
    first = max(bisect_right(heights, label.box[1]) - 1, 0)
    return first, max(bisect_left(heights, label.box[3]), first + 1)


def _edges(rows: list[Band], labels: list[Block]) -> list[float]:
    """Return where columns begin and end: the fewest places that part all cells of all rows."""
    every = [block.box for row in (*rows, labels) for block in row]
    gaps: list[tuple[float, float]] = []
    # A label stands beside cells of the rows that it is level with, and other labels.
    beside = [[label, *(each for row in rows for each in row if is_beside([label], [each]))]
              for label in labels]  # fmt: skip
    for row in (*rows, *beside):
        boxes = sorted(block.box for block in row)
        gaps += [(right[0], left[2]) for left, right in pairwise(boxes) if left[2] <= right[0]]
    edges: list[float] = []
    low, high = -1.0, -1.0
    for end, start in sorted(gaps):
        if start <= high and low >= 0:
            low, high = max(low, start), min(high, end)
            continue
        if low >= 0:
            edges.append((low + high) / 2)
        low, high = start, end
    edges += [(low + high) / 2] if low >= 0 else []
    return [min(box[0] for box in every) - 1, *edges, max(box[2] for box in every) + 1]


def _cell(
    page: int, block: Block, edges: list[float], reach: tuple[int, int], heights: list[float]
) -> SheetCell:
    left, _, right, _ = block.box
    first = max(bisect_right(edges, left) - 1, 0)
    last = max(min(bisect_left(edges, right), len(edges) - 1), first + 1)
    room = Room(edges[first], edges[last])
    return SheetCell(
        row=reach[0],
        row_span=reach[1] - reach[0],
        left=room.left,
        right=room.right,
        lines=block.lines,
        text=text_of(block),
        box=(room.left, heights[reach[0]], room.right, heights[reach[1]]),
        page=page,
        is_certain=False,
    )
