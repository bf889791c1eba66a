"""Cells of a table, whoever saw them, and which of them are right."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from jiheng.model.document import Grid

Cell = tuple[int, int, int, int, str]
"""Row, column, rows, columns, and the text without blanks: where lines end is the printer's."""

Cells = frozenset[Cell]

_NEAR = 1 / 400
"""Edges closer than this share of the page are one."""

_PAIR, _TEXT = 1, 100
"""What it is worth to pair two lines at all, and each text that they share."""


class Boxed(Struct, frozen=True, array_like=True):
    """A cell, or a text, where a library saw it, in units of its own."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def cells_of(grids: Sequence[Grid]) -> Cells:
    """Return the cells of tables, one below the other, their columns the same.

    Only edges that show are counted.
    """
    whole = (cell for grid in grids for cell in grid.cells)
    columns = _numbered(edge for c in whole for edge in (c.column, c.column + c.column_span))
    found: list[Cell] = []
    top = 0
    for grid in grids:
        rows = _numbered(edge for c in grid.cells for edge in (c.row, c.row + c.row_span))
        found += [
            _cell((rows[c.row] + top, rows[c.row + c.row_span] + top),
                  (columns[c.column], columns[c.column + c.column_span]), c.text)
            for c in grid.cells
        ]  # fmt: skip
        top += max(len(rows) - 1, 0)
    return frozenset(found)


def cells_in(boxes: Sequence[Boxed]) -> Cells:
    """Return the cells that boxes make: pages one below the other, their columns the same."""
    if not boxes:
        return frozenset()
    across = _edges((b.left for b in boxes), (b.right for b in boxes))
    found: list[Cell] = []
    top = 0
    for page in sorted({box.page for box in boxes}):
        here = [box for box in boxes if box.page == page]
        down = _edges((b.top for b in here), (b.bottom for b in here))
        found += [
            _cell((_at(down, b.top) + top, _at(down, b.bottom) + top),
                  (_at(across, b.left), _at(across, b.right)), b.text)
            for b in here
        ]  # fmt: skip
        top += len(down) - 1
    return frozenset(found)


def right_ones(truth: Cells, read: Cells) -> Cells:
    """Return the cells of the truth that were read at their place, with their spans and text.

    Rows and columns are paired by their texts first, so that one too many or too few counts once.
    """
    rows, columns = _paired(truth, read, 0), _paired(truth, read, 1)
    found: set[Cell] = set()
    for row, column, high, wide, text in read:
        last = rows.get(row + high - 1), columns.get(column + wide - 1)
        first = rows.get(row), columns.get(column)
        if None not in (*first, *last):
            found.add((first[0], first[1], last[0] - first[0] + 1, last[1] - first[1] + 1, text))  # type: ignore[operator,arg-type]
    return truth & found


def same_grid(truth: Cells, read: Cells) -> bool:
    """Whether every row, column and span is the same, whatever the texts.

    What was read above the first and below the last row of the truth is no part of its table: a
    worksheet has its title in rows.
    """
    rows = _paired(truth, read, 0)
    top, end = min(rows, default=0), max(rows, default=0) + 1
    inside = {(c[0] - top, *c[1:4]) for c in read if top <= c[0] < end}
    return {cell[:4] for cell in truth} == inside


def _cell(rows: tuple[int, int], columns: tuple[int, int], text: str) -> Cell:
    return rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0], "".join(text.split())


def _numbered(edges: Iterable[int]) -> dict[int, int]:
    return {edge: number for number, edge in enumerate(sorted(set(edges)))}


def _edges(starts: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Return the places of edges, those that are near one another as one."""
    places = sorted((*starts, *ends))
    near = (places[-1] - places[0]) * _NEAR
    found: list[float] = []
    for place in places:
        if not found or place - found[-1] > near:
            found.append(place)
    return found


def _at(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - place))


def _paired(truth: Cells, read: Cells, axis: int) -> dict[int, int]:
    """Return the rows or columns that were read → those of the truth, in order."""
    true, seen = _lines(truth, axis), _lines(read, axis)
    best = [[0] * (len(seen) + 1) for _ in range(len(true) + 1)]
    for i in reversed(range(len(true))):
        for j in reversed(range(len(seen))):
            pair = best[i + 1][j + 1] + _likeness(true[i], seen[j])
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return dict(_followed(best, len(true), len(seen)))


def _followed(best: list[list[int]], true: int, seen: int) -> Iterable[tuple[int, int]]:
    i = j = 0
    while i < true and j < seen:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield j, i
            i, j = i + 1, j + 1


def _lines(cells: Cells, axis: int) -> list[Counter[str]]:
    """Return the texts of the cells that begin in each row (axis 0) or column (axis 1)."""
    count = max((cell[axis] + cell[axis + 2] for cell in cells), default=0)
    lines = [Counter[str]() for _ in range(count)]
    for cell in cells:
        lines[cell[axis]][cell[4]] += 1
    return lines


def _likeness(one: Counter[str], other: Counter[str]) -> int:
    return _PAIR + _TEXT * sum((one & other).values())
