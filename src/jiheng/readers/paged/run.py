"""The parts of a table that goes on overleaf, put together."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable

from msgspec.structs import replace

from jiheng.formats.pages.spans import TOLERANCE
from jiheng.model.document import Grid, GridCell
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine
from jiheng.readers.paged.sheets import Sheet, SheetCell
from jiheng.rulebook.headings import is_heading, label_of

_SAME_WIDTH = 6.0
"""Parts of one table are equally wide, but for so many points."""

_FEWEST_HEADINGS = 2
_TALLEST_HEADING = 3
"""Rows of one heading."""

_NUMBER = re.compile(r"[-—–/\d.,%％\s]+")
_PROSE = 12
"""A text this long may be broken by the end of a page; a number or a word is not."""

_PITCH = 1.2
"""From line to line, in heights of type."""

_UNSURE = 0.5
"""Of a cell whose parts may be two."""

_Pair = tuple[SheetCell, SheetCell]


class TableRun:
    """A table that grows page by page."""

    def __init__(self, sheet: Sheet) -> None:
        self._first = sheet
        self._last_page = sheet.page
        self._done: list[SheetCell] = []
        self._open: list[SheetCell] = []
        self._rows = 0
        self._edges: list[float] = []
        self._headings: set[tuple[str, ...]] = set()
        self._add(list(sheet.cells), sheet.rows)

    @property
    def last_page(self) -> int:
        """The page of its last part."""
        return self._last_page

    def took(self, sheet: Sheet) -> bool:
        """Add the part on the next page; False where that is another table."""
        cells = _moved(sheet.cells, self._first.box[0] - sheet.box[0])
        if _begins_form(cells) or not self._is_alike(sheet, cells):
            return False
        rows = sheet.rows
        while rows and (repeated := self._repeated(cells, rows)):
            cells, rows = _without_top(cells, repeated), rows - repeated
        if rows:
            self._append(cells, rows)
        self._last_page = sheet.page
        return True

    def grid(self) -> Grid:
        """Return the whole table."""
        cells = sorted(map(self._cell, (*self._done, *self._open)), key=_place)
        return Grid(cells=tuple(cells), page=self._first.page)

    def _cell(self, cell: SheetCell) -> GridCell:
        column = _nearest(self._edges, cell.left)
        sure = min((line.confidence for line in cell.lines), default=1.0)
        return GridCell(
            row=cell.row,
            column=column,
            row_span=cell.row_span,
            column_span=_nearest(self._edges, cell.right) - column,
            text=cell.text,
            confidence=sure if cell.is_certain else min(sure, _UNSURE),
            box=cell.box,
            page=None if cell.page == self._first.page else cell.page,
        )

    def _is_alike(self, sheet: Sheet, cells: list[SheetCell]) -> bool:
        """Whether a table has the same width, and most of its columns begin where ours do."""
        ours, box = self._first.box, sheet.box
        if abs((ours[2] - ours[0]) - (box[2] - box[0])) > _SAME_WIDTH:
            return False
        edges = _edges(cells)
        shared = sum(_is_among(self._edges, edge) for edge in edges)
        return 2 * shared > min(len(edges), len(self._edges))

    def _repeated(self, cells: list[SheetCell], rows: int) -> int:
        """Return how many rows at the top are headings that stood before."""
        height = _band(cells, 0, rows)
        words = _words(cells, 0, height)
        # The label at the side is cut off below the heading where the heading is repeated.
        return height if {words, words[1:]} & self._headings else 0

    def _append(self, cells: list[SheetCell], rows: int) -> None:
        """Add rows, joined with those above where the page ended inside them."""
        pairs = _pairs(self._open, cells)
        shared = _is_one_row(pairs, cells)
        going_on = [pair for pair in pairs if shared or _is_one_cell(*pair)]
        lower = {id(below) for _, below in going_on}
        upper = {id(above) for above, _ in going_on}
        start = self._rows - shared
        self._open = [cell for cell in self._open if id(cell) not in upper]
        added = [replace(cell, row=cell.row + start) for cell in cells if id(cell) not in lower]
        added += [_joined(above, below, shared=shared) for above, below in going_on]
        self._add(added, start + rows)

    def _add(self, cells: list[SheetCell], end: int) -> None:
        """Take cells that are in their rows already; ``end`` is the row after the last."""
        first = min((cell.row for cell in cells), default=0)
        self._headings |= _headings(cells, first, end)
        self._edges = _with_edges(self._edges, cells)
        every = [*self._open, *cells]
        self._done += [cell for cell in every if cell.row + cell.row_span < end]
        self._open = [cell for cell in every if cell.row + cell.row_span >= end]
        self._rows = end


def _moved(cells: Iterable[SheetCell], step: float) -> list[SheetCell]:
    """Return cells under the columns of the first page: others may have another margin."""
    if abs(step) <= TOLERANCE:
        return list(cells)
    return [replace(cell, left=cell.left + step, right=cell.right + step) for cell in cells]


def _without_top(cells: list[SheetCell], rows: int) -> list[SheetCell]:
    """Return the cells below the first rows; one that began there begins below them."""
    kept = [cell for cell in cells if cell.row + cell.row_span > rows]
    return [
        replace(
            cell,
            row=max(cell.row - rows, 0),
            row_span=cell.row_span - max(rows - cell.row, 0),
        )
        for cell in kept
    ]


def _begins_form(cells: list[SheetCell]) -> bool:
    """Whether the first row names what a form is about."""
    first = next((cell for cell in cells if cell.text), None)
    return first is not None and first.row == 0 and label_of(first.text) in {"project", "whole"}


def _band(cells: list[SheetCell], start: int, end: int) -> int:
    """Return how many rows from this one on belong together as a heading.

    A heading of two tiers has cells that reach over both. A label at the side reaches on.
    """
    for height in range(1, min(_TALLEST_HEADING, end - start) + 1):
        edge = start + height
        across = [c for c in cells if c.text and start <= c.row < edge < c.row + c.row_span]
        if len(across) <= 1:
            return height
    return 1


def _words(cells: list[SheetCell], start: int, height: int) -> tuple[str, ...]:
    """Return the texts of rows, without those that reach beyond them."""
    end = start + height
    return tuple(
        cell.text
        for cell in cells
        if cell.text and start <= cell.row and cell.row + cell.row_span <= end
    )


def _headings(cells: list[SheetCell], start: int, end: int) -> set[tuple[str, ...]]:
    """Return the texts of each row, or rows together, that head columns."""
    rows: dict[int, list[SheetCell]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    found: set[tuple[str, ...]] = set()
    for row, own in rows.items():
        if sum(is_heading(cell.text) for cell in own) < _FEWEST_HEADINGS:
            continue
        near = [cell for at in range(row, row + _TALLEST_HEADING) for cell in rows.get(at, ())]
        words = _words(near, row, _band(near, row, end))
        is_heads = not any(_NUMBER.fullmatch(word) for word in words)
        if is_heads and 2 * sum(map(is_heading, words)) >= len(words) >= _FEWEST_HEADINGS:
            found.add(words)
    return found


def _pairs(open_cells: list[SheetCell], cells: list[SheetCell]) -> list[_Pair]:
    """Return the cells at the end of one page with those below them on the next."""
    below = [cell for cell in cells if cell.row == 0]
    return [
        (upper, lower)
        for upper in open_cells
        for lower in below
        if abs(upper.left - lower.left) <= TOLERANCE and abs(upper.right - lower.right) <= TOLERANCE
    ]


def _is_one_cell(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether a merged cell goes on: its text stands on one of the pages, or again on each."""
    is_merged = upper.row_span > 1 or lower.row_span > 1
    return is_merged and (not upper.text or lower.text in {"", upper.text})


def _is_one_row(pairs: list[_Pair], cells: list[SheetCell]) -> bool:
    """Whether the page ended inside a row: long texts go on, and nothing else is told again."""
    if len(pairs) < sum(cell.row == 0 for cell in cells):
        return False
    own = [pair for pair in pairs if pair[0].row_span == 1 and pair[1].row_span == 1]
    told = [(upper, lower) for upper, lower in own if lower.text]
    goes_on = [upper for upper, _ in told if upper.text]
    return (
        bool(told)
        and all(_is_prose(upper.text) for upper in goes_on)
        and (bool(goes_on) or any(upper.text for upper, _ in own))
    )


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and not _NUMBER.fullmatch(text)


def _joined(upper: SheetCell, lower: SheetCell, *, shared: bool) -> SheetCell:
    """Return two parts of a cell as one; ``shared`` says that a row goes on in it."""
    row_span = upper.row_span + lower.row_span - shared
    if not lower.text or lower.text == upper.text:
        return replace(upper, row_span=row_span)
    if not upper.text:
        return replace(lower, row=upper.row, row_span=row_span)
    lines = (*upper.lines, *_lowered(lower.lines, upper.lines[-1]))
    return replace(
        upper,
        row_span=row_span,
        lines=lines,
        text=joined(lines, Room(upper.left, upper.right)),
    )


def _lowered(lines: tuple[TextLine, ...], last: TextLine) -> list[TextLine]:
    """Return lines of the next page as though they stood below the last one of this page."""
    step = last.box[3] + _PITCH * last.size - lines[0].box[3]
    moved = [(line, line.box) for line in lines]
    return [
        line._replace(box=(left, top + step, right, bottom + step))
        for line, (left, top, right, bottom) in moved
    ]


def _with_edges(edges: list[float], cells: Iterable[SheetCell]) -> list[float]:
    """Return sorted edges of columns with those of the cells that are not among them."""
    known = list(edges)
    for edge in _edges(cells):
        if not _is_among(known, edge):
            insort(known, edge)
    return known


def _edges(cells: Iterable[SheetCell]) -> list[float]:
    return sorted({edge for cell in cells for edge in (cell.left, cell.right)})


def _is_among(edges: list[float], edge: float) -> bool:
    return bool(edges) and abs(edges[_nearest(edges, edge)] - edge) <= TOLERANCE


def _nearest(edges: list[float], edge: float) -> int:
    """Return which edge is the nearest."""
    after = bisect_left(edges, edge)
    around = (at for at in (after - 1, after) if 0 <= at < len(edges))
    return min(around, key=lambda at: abs(edges[at] - edge))


def _place(cell: GridCell) -> tuple[int, int]:
    return cell.row, cell.column
