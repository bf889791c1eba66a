"""A ruled table that letters fall into."""

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.formats.pages.page import Box, Glyph
from jiheng.formats.pages.spans import TOLERANCE, RuledCell, RuledTable
from jiheng.rulebook.headings import is_heading

_GAP = 0.5
"""Letters that are no farther apart, in heights of type, are of one word."""

_THROUGH = 0.2
"""A line goes through a letter that has more than this share of its width on either side."""

_CENTRED = 1.5
"""A text stands in the middle of a place but for so many points."""


class FilledCell(NamedTuple):
    """A cell with the letters in it, in the order of the file."""

    cell: RuledCell
    glyphs: list[Glyph]


class Lattice:
    """A table that letters fall into."""

    def __init__(self, table: RuledTable) -> None:
        self.table = table
        self._xs = sorted({edge for cell in table.cells for edge in (cell.box[0], cell.box[2])})
        self._ys = sorted({edge for cell in table.cells for edge in (cell.box[1], cell.box[3])})
        self._places = [[-1] * (len(self._xs) - 1) for _ in self._ys[1:]]
        for index, cell in enumerate(table.cells):
            for row in self._places[cell.row : cell.row + cell.row_span]:
                row[cell.column : cell.column + cell.column_span] = [index] * cell.column_span
        self._glyphs: list[list[Glyph]] = [[] for _ in table.cells]
        self._again: list[list[Glyph]] = [[] for _ in table.cells]
        self._last: tuple[int, Glyph] | None = None
        self._crossed: set[tuple[int, int]] = set()

    def took(self, glyph: Glyph) -> bool:
        """Take a letter whose middle is in one of the cells, or that one of them cuts away."""
        if glyph.clip is not None and self._took_cut(glyph, glyph.clip):
            return True
        last = self._last
        x, y = middle(glyph)
        # Most letters are in the cell of the one before.
        if last is not None and _is_in(self.table.cells[last[0]].box, x, y):
            index: int | None = last[0]
        else:
            index = self._at(x, y)
        if index is None:
            return False
        self._glyphs[index].append(glyph)
        self._last = index, glyph
        if last is not None and last[0] != index and self._is_crossed(*last, index, glyph):
            self._crossed.add((last[0], index))
        return True

    def cell_at(self, x: float, y: float) -> RuledCell | None:
        """Return the cell at a place."""
        index = self._at(x, y)
        return None if index is None else self.table.cells[index]

    def filled(self, over: Box | None = None, *, goes_on: bool = False) -> list[FilledCell]:
        """Return the cells with their letters; none of any cell where there are no letters.

        Args:
            over: where a label is printed over rows that it is no part of.
            goes_on: the table began on a page before.
        """
        letters = [own or again for own, again in zip(self._glyphs, self._again, strict=True)]
        if not any(letters):
            return []
        cells = [*map(FilledCell, self.table.cells, letters)]
        crossed = self._crossed | set(_centred(cells)) if goes_on else self._crossed
        cells = _whole(cells, crossed) if crossed else cells
        return cells if over is None else _uncut(cells, over)

    def _at(self, x: float, y: float) -> int | None:
        """Return which cell is at a place."""
        if not _is_in(self.table.box, x, y):
            return None
        index = self._places[bisect_right(self._ys, y) - 1][bisect_right(self._xs, x) - 1]
        return index if index >= 0 else None

    def _took_cut(self, glyph: Glyph, clip: Box) -> bool:
        left, top, right, bottom = clip
        x, y = middle(glyph)
        index = self._at(_between(left, x, right), _between(top, y, bottom))
        if index is None or not _is_across(self.table.cells[index].box, clip):
            return False
        # Headings printed again have a part of the label at their side to themselves.
        is_whole = abs(self.table.cells[index].box[3] - bottom) <= TOLERANCE
        (self._glyphs if is_whole else self._again)[index].append(glyph)
        return True

    def _is_crossed(self, first: int, last: Glyph, second: int, glyph: Glyph) -> bool:
        """Whether a word goes on from one cell into the next one of its row."""
        left, right = self.table.cells[first], self.table.cells[second]
        if not _is_before(left, right) or not _is_next(last, glyph):
            return False
        is_one_run = glyph.run is not None and glyph.run == last.run
        return is_one_run or _is_cut(last, right.box[0]) or _is_cut(glyph, right.box[0])


def _is_in(box: Box, x: float, y: float) -> bool:
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _is_next(last: Glyph, glyph: Glyph) -> bool:
    """Whether two letters stand side by side in one line, without a gap."""
    size = glyph.box[3] - glyph.box[1]
    is_level = abs(glyph.box[3] - last.box[3]) <= TOLERANCE
    return is_level and 0 <= glyph.box[0] - last.box[0] <= last.box[2] - last.box[0] + _GAP * size


def _is_cut(glyph: Glyph, x: float) -> bool:
    """Whether a line goes through a letter."""
    left, _, right, _ = glyph.box
    inset = _THROUGH * (right - left)
    return left + inset < x < right - inset


def middle(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of a letter."""
    left, top, right, bottom = glyph.box
    return (left + right) / 2, (top + bottom) / 2


def _is_before(left: RuledCell, right: RuledCell) -> bool:
    """Whether two cells stand side by side in the same rows."""
    return (left.row, left.row_span, left.column + left.column_span) == (
        right.row,
        right.row_span,
        right.column,
    )


def _whole(cells: list[FilledCell], crossed: set[tuple[int, int]]) -> list[FilledCell]:
    """Return the cells, each as one with the next that a word goes on into."""
    going_on = {second for _, second in crossed}
    whole: list[FilledCell] = []
    for at in sorted(range(len(cells)), key=lambda at: _place(cells[at].cell)):
        if at in going_on:
            whole[-1] = _one(whole[-1], cells[at])
        else:
            whole.append(cells[at])
    return whole


def _place(cell: RuledCell) -> tuple[int, int]:
    return cell.row, cell.column


def _one(first: FilledCell, second: FilledCell) -> FilledCell:
    """Return two cells side by side, or one below the other, as one."""
    upper, lower = first.cell, second.cell
    cell = RuledCell(
        row=upper.row,
        column=upper.column,
        row_span=lower.row + lower.row_span - upper.row,
        column_span=lower.column + lower.column_span - upper.column,
        box=(*upper.box[:2], *lower.box[2:]),
    )
    return FilledCell(cell, first.glyphs + second.glyphs)


def _uncut(cells: list[FilledCell], over: Box) -> list[FilledCell]:
    """Return the cells, the one that a label ends in as one with that below it.

    The foot of the label's own cell is drawn there.
    """
    left, top, right, bottom = over
    own = [each for each in cells if (each.cell.box[0], each.cell.box[2]) == (left, right)]
    for upper, lower in pairwise(own):
        is_foot = upper.cell.box[1] == top and upper.cell.box[3] == lower.cell.box[1]
        if is_foot and not upper.glyphs and top < bottom <= upper.cell.box[3]:
            whole = _one(upper, lower)
            return _in_rows(
                [whole if each is upper else each for each in cells if each is not lower]
            )
    return cells


def _in_rows(cells: list[FilledCell]) -> list[FilledCell]:
    """Return the cells in those rows alone that some cell begins or ends with."""
    edges = {edge for cell, _ in cells for edge in (cell.row, cell.row + cell.row_span)}
    row_of = {edge: row for row, edge in enumerate(sorted(edges))}
    return [
        FilledCell(replace(cell, row=row_of[cell.row], row_span=span), glyphs)
        for cell, glyphs in cells
        for span in (row_of[cell.row + cell.row_span] - row_of[cell.row],)
    ]


def _centred(cells: list[FilledCell]) -> list[tuple[int, int]]:
    """Return the cells at the side, each with the next where one heading is centred over both.

    The side of a label's cell is drawn through the rows below it.
    """
    side = {
        (cell.row, cell.column_span): at
        for at, (cell, _) in enumerate(cells)
        if cell.row and not cell.column and cell.row_span == 1
    }
    return [
        (first, second)
        for second, (cell, glyphs) in enumerate(cells)
        if (first := side.get((cell.row, cell.column))) is not None
        and glyphs
        and cell.row_span == 1
        and (not cells[first].glyphs or _is_next(cells[first].glyphs[-1], glyphs[0]))
        and is_heading(_text(letters := [*cells[first].glyphs, *glyphs]))
        and _is_centred(letters, cells[first].cell.box[0], cell.box[2])
    ]


def _text(glyphs: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def _is_centred(glyphs: list[Glyph], left: float, right: float) -> bool:
    first, last = min(each.box[0] for each in glyphs), max(each.box[2] for each in glyphs)
    return abs((first + last) - (left + right)) / 2 <= _CENTRED


def _between(low: float, place: float, high: float) -> float:
    """Return the place that is shown and nearest to another."""
    inset = min(TOLERANCE, (high - low) / 2)
    return min(max(place, low + inset), high - inset)


def _is_across(box: Box, clip: Box) -> bool:
    """Whether a cell is shown in its whole width."""
    return box[0] >= clip[0] - TOLERANCE and box[2] <= clip[2] + TOLERANCE
