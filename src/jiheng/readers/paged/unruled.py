"""A table without ruling lines, as far as the places of its words tell of it.

What stands together is a block: the lines of one cell. Blocks whose middles, or tops, are level are
a row; where all rows leave a gap, a column ends; a label that stands level with no row is that of
several, in the middle of which it stands. All of it is a guess, and every cell is in doubt.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.pages.page import Box, Glyph, Page
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine, lines_of
from jiheng.readers.paged.sheet import Sheet, SheetCell
from jiheng.rulebook.headings import is_heading, is_level1, is_level2

_GAP = 0.4
"""Cells of a row are farther apart than this, in heights of type; letters of a text are not."""

_PITCH = 1.42
"""Lines of a cell are no farther apart, from foot to foot."""

_LEVEL = 0.35
"""Blocks are level whose middles differ by less."""

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
"""Rows of so many cells that make a table; fewer are lines of text with gaps in them."""

_MOST_PIECES, _MOST_PLACES = 1500, 20_000
"""A page of more pieces of text, or a table of more places, is none that we would guess at."""

_Band = list["_Block"]


class _Block(Struct, frozen=True, kw_only=True):
    """The lines of one cell, from the top down."""

    lines: tuple[TextLine, ...]

    @property
    def box(self) -> Box:
        lefts, tops, rights, bottoms = zip(*(line.box for line in self.lines), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def size(self) -> float:
        return self.lines[0].size


def sheet_without_lines(page: Page, glyphs: list[Glyph]) -> tuple[Sheet, list[TextLine]] | None:
    """Return the table that words make on a page, and the lines around it; None for none."""
    pieces = sorted(_pieces(glyphs), key=_foot)
    if len(pieces) > _MOST_PIECES:
        return None
    blocks = _blocks(pieces)
    rows = _rows(blocks)
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


def _blocks(pieces: list[TextLine]) -> list[_Block]:
    """Return the blocks that pieces of lines make, in no order."""
    blocks: list[list[TextLine]] = []
    open_ones: list[list[TextLine]] = []
    for line in pieces:
        open_ones = [each for each in open_ones if _step(each[-1], line) <= _PITCH]
        above = next((each for each in open_ones if _is_next(each[-1], line)), None)
        if above is None:
            above = list[TextLine]()
            blocks.append(above)
            open_ones.append(above)
        above.append(line)
    return [_Block(lines=tuple(lines)) for lines in blocks]


def _pieces(glyphs: list[Glyph]) -> Iterable[TextLine]:
    """Yield the lines of letters, parted where a gap is."""
    for line in lines_of(glyphs):
        start = 0
        for at, (last, glyph) in enumerate(pairwise(line.glyphs), 1):
            if glyph.box[0] - last.box[2] > _GAP * line.size:
                yield from lines_of([*line.glyphs[start:at]])
                start = at
        yield from lines_of([*line.glyphs[start:]])


def _foot(line: TextLine) -> float:
    return line.box[3]


def _step(above: TextLine, below: TextLine) -> float:
    return (below.box[3] - above.box[3]) / max(min(above.size, below.size), 1.0)


def _is_next(above: TextLine, below: TextLine) -> bool:
    """Whether two lines are of one cell: below one another, and aligned."""
    left, right = below.box[0] - above.box[0], below.box[2] - above.box[2]
    is_below = below.box[0] < above.box[2] and above.box[0] < below.box[2]
    is_aligned = abs(left) < above.size or abs(left + right) < 2 * above.size
    return is_below and is_aligned and _step(above, below) > _LEVEL


def _rows(blocks: list[_Block]) -> list[_Band]:
    """Return the blocks row by row; without those that stand beside several rows."""
    ways = (_level(blocks, _middle), _level(blocks, _top))
    rows = max((_apart(rows) for rows in ways), key=lambda rows: sum(map(len, rows)))
    return [row for row in rows if len(row) > 1 or not _is_level(_text(row[0]))]


def _text(block: _Block) -> str:
    left, _, right, _ = block.box
    return joined(block.lines, Room(left, right))


def _is_level(text: str) -> bool:
    return is_level1(text) or is_level2(text)


def _level(blocks: list[_Block], height: Callable[[_Block], float]) -> list[_Band]:
    rows: list[_Band] = []
    for block in sorted(blocks, key=height):
        if rows and height(block) - height(rows[-1][-1]) < _LEVEL * block.size:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def _apart(rows: list[_Band]) -> list[_Band]:
    """Return rows that do not reach into one another: of two that do, the one of more cells."""
    kept: list[_Band] = []
    for row in sorted(rows, key=len, reverse=True):
        if not any(_is_beside(row, other) for other in kept):
            kept.append(row)
    return sorted(kept, key=_row_top)


def _is_beside(row: _Band, other: _Band) -> bool:
    return _row_top(row) < _row_foot(other) and _row_top(other) < _row_foot(row)


def _row_top(row: _Band) -> float:
    return min(block.box[1] for block in row)


def _row_foot(row: _Band) -> float:
    return max(block.box[3] for block in row)


def _top(block: _Block) -> float:
    return block.box[1]


def _middle(block: _Block) -> float:
    return (block.box[1] + block.box[3]) / 2


def _is_within(block: _Block, rows: list[_Band]) -> bool:
    return _row_top(rows[0]) < _middle(block) < _row_foot(rows[-1])


def _sheet(page: int, rows: list[_Band], labels: list[_Block], edges: list[float]) -> Sheet:
    heights = [
        _row_top(rows[0]),
        *((_row_foot(a) + _row_top(b)) / 2 for a, b in pairwise(rows)),
        _row_foot(rows[-1]),
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
    return Sheet(page=page, box=box, rows=len(rows), cells=tuple(ordered))


def _spread(cells: list[SheetCell], heights: list[float]) -> list[SheetCell]:
    """Return the cells, levels below their heading over the rows in whose middle they stand."""
    columns: dict[float, list[SheetCell]] = {}
    for cell in sorted(cells, key=_height):
        columns.setdefault(cell.left, []).append(cell)
    return [cell for column in columns.values() for cell in _levels(column, heights)]


def _levels(column: list[SheetCell], heights: list[float]) -> Iterator[SheetCell]:
    start: int | None = None
    for cell in column:
        if _is_level(cell.text) and start is not None and start < len(heights) - 1:
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


def _reach(label: _Block, heights: list[float]) -> tuple[int, int]:
    """Return the rows that a label surely stands beside: from the first to that after the last."""
    first = max(bisect_right(heights, label.box[1]) - 1, 0)
    return first, max(bisect_left(heights, label.box[3]), first + 1)


def _edges(rows: list[_Band], labels: list[_Block]) -> list[float]:
    """Return where columns begin and end: the fewest places that part all cells of all rows."""
    every = [block.box for row in (*rows, labels) for block in row]
    gaps: list[tuple[float, float]] = []
    # A label stands beside cells of the rows that it is level with, and other labels.
    beside = [[label, *(each for row in rows for each in row if _is_beside([label], [each]))]
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
    page: int, block: _Block, edges: list[float], reach: tuple[int, int], heights: list[float]
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
        text=_text(block),
        box=(room.left, heights[reach[0]], room.right, heights[reach[1]]),
        page=page,
        is_certain=False,
    )
