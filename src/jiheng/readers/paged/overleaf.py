"""Cells that a page ends in, and what of them stands on the next page."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from msgspec.structs import replace

from jiheng.formats.pages.spans import TOLERANCE
from jiheng.formats.paragraph_ends import is_paragraph_end
from jiheng.readers.paged.joining import Room, goes_on, joined
from jiheng.readers.paged.lines import TextLine
from jiheng.readers.paged.sheets import SheetCell
from jiheng.rulebook.headings import is_heading

_NUMBER = re.compile(r"[-—–/\d.,%％\s]+")
_DOTS = re.compile(r"[.…\s]+")
_PROSE = 12
"""A text this long may be broken by the end of a page; a number or a word is not."""

_PITCH = 1.2
"""From line to line, in heights of type."""

Pair = tuple[SheetCell, SheetCell]
"""A cell at the end of a page, and the one below it on the next."""


def moved(cells: Iterable[SheetCell], step: float) -> list[SheetCell]:
    """Return cells under the columns of the first page: others may have another margin."""
    if abs(step) <= TOLERANCE:
        return list(cells)
    return [replace(cell, left=cell.left + step, right=cell.right + step) for cell in cells]


def pairs_over(open_cells: list[SheetCell], cells: list[SheetCell]) -> list[Pair]:
    """Return the cells at the end of one page with those below them on the next.

    Where a program leaves cells open that go on, those with a line below them have ended.
    """
    below = [cell for cell in cells if cell.row == 0]
    going_on = [cell for cell in open_cells if cell.is_open_below] or open_cells
    return [(upper, lower) for upper in going_on for lower in below if _are_above(upper, lower)]


def _are_above(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether two cells have the same columns."""
    is_left = abs(upper.left - lower.left) <= TOLERANCE
    return is_left and abs(upper.right - lower.right) <= TOLERANCE


def is_number(text: str) -> bool:
    """Whether a text is a number, which no page breaks."""
    return _NUMBER.fullmatch(text) is not None


def is_one_cell(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether a merged cell goes on: its text stands on one of the pages, on both, or again."""
    if upper.row_span == lower.row_span == 1:
        return False
    is_told = bool(upper.text and lower.text)
    return not is_told or is_told_again(upper, lower) or is_broken(upper, lower)


def is_told_again(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether a text is printed again on the next page, or the rest of a label's letters."""
    if upper.text == lower.text and (upper.is_cut or lower.is_cut):
        return True
    return lower.text in upper.text and is_heading(upper.text)


def is_broken(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether a text fills what the page has of its cell, and goes on overleaf."""
    if is_one_heading(upper, lower):
        return True
    is_short = len(upper.text + lower.text) < _PROSE
    if is_short or is_heading(upper.text) or is_heading(lower.text) or is_number(lower.text):
        return False
    first, last = upper.lines[0], upper.lines[-1]
    is_full = first.box[1] - upper.box[1] < first.size and upper.box[3] - last.box[3] < last.size
    return is_full and reads_on(upper, lower)


def is_one_heading(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether a heading is whole only with its rest on the next page, which is none by itself."""
    return not is_heading(lower.text) and is_heading(upper.text + lower.text)


def reads_on(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether the last line on the one page had no room for the first word on the other."""
    last, first = upper.lines[-1], lower.lines[0]
    room = Room(upper.left, upper.right)
    return goes_on(last, first, room) and not is_paragraph_end(last.text, first.text)


def without_cut(open_cells: list[SheetCell], cells: list[SheetCell]) -> list[SheetCell]:
    """Return the cells of the next page with a label that goes on there in one piece.

    Programs that repeat headings cut it off below the row or the words that they draw it with.
    """
    for upper, lower in pairs_over(open_cells, cells):
        rest = _rest(upper, lower, cells) if is_one_cell(upper, lower) else None
        if rest is not None:
            whole = replace(
                lower,
                row_span=lower.row_span + rest.row_span,
                is_open_below=rest.is_open_below,
            )
            return _in_rows([whole if c is lower else c for c in cells if c is not rest])
    return cells


def _rest(upper: SheetCell, lower: SheetCell, cells: list[SheetCell]) -> SheetCell | None:
    """Return the cell below one that goes on which is no other than it."""
    if lower.row_span > 1 and not lower.text:
        return None
    below = (
        cell
        for cell in cells
        if cell.row == lower.row_span
        and cell.row_span > 1
        and (not cell.text or is_told_again(upper, cell))
        and _are_above(lower, cell)
    )
    return next(below, None)


def _in_rows(cells: list[SheetCell]) -> list[SheetCell]:
    """Return the cells in those rows alone that some cell begins or ends with."""
    rows = sorted({edge for cell in cells for edge in (cell.row, cell.row + cell.row_span)})
    return [
        replace(
            cell,
            row=bisect_left(rows, cell.row),
            row_span=bisect_left(rows, cell.row + cell.row_span) - bisect_left(rows, cell.row),
        )
        for cell in cells
    ]


def is_one_row(pairs: list[Pair], cells: list[SheetCell]) -> bool:
    """Whether the page ended inside a row: long texts go on, and nothing else is told again."""
    if len(pairs) < sum(cell.row == 0 for cell in cells):
        return False
    own = [pair for pair in pairs if pair[0].row_span == 1 and pair[1].row_span == 1]
    if _is_sliver(own):
        return True
    told = [(upper, lower) for upper, lower in own if lower.text]
    broken = [(upper, lower) for upper, lower in told if upper.text]
    return (
        bool(told)
        and all(
            _is_prose(upper.text) and not _DOTS.fullmatch(lower.text) for upper, lower in broken
        )
        and (bool(broken) or any(upper.text for upper, _ in own))
    )


def _is_sliver(pairs: list[Pair]) -> bool:
    """Whether one of the two parts is too low for a line of the other's type."""
    for part in zip(*pairs, strict=True):
        if not any(cell.text for cell in part):
            others = [cell for pair in pairs for cell in pair if cell.lines]
            size = max((cell.lines[0].size for cell in others), default=0.0)
            return any(cell.box[3] - cell.box[1] < size for cell in part)
    return False


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and not is_number(text)


def joined_cells(
    upper: SheetCell, lower: SheetCell, *, shared: bool, is_certain: bool
) -> SheetCell:
    """Return two parts of a cell as one.

    Args:
        upper: the part at the end of a page.
        lower: the part on the next.
        shared: a row goes on in it.
        is_certain: the two belong together.
    """
    whole = replace(
        lower if lower.text and not upper.text else upper,
        row=upper.row,
        row_span=upper.row_span + lower.row_span - shared,
        is_open_below=lower.is_open_below,
        is_certain=is_certain and upper.is_certain and lower.is_certain,
    )
    if not (upper.text and lower.text) or is_told_again(upper, lower):
        return whole
    lines = (*upper.lines, *_lowered(lower.lines, upper.lines[-1]))
    return replace(whole, lines=lines, text=joined(lines, Room(upper.left, upper.right)))


def _lowered(lines: tuple[TextLine, ...], last: TextLine) -> list[TextLine]:
    """Return lines of the next page as though they stood below the last one of this page."""
    step = last.box[3] + _PITCH * last.size - lines[0].box[3]
    moved = [(line, line.box) for line in lines]
    return [
        line._replace(box=(left, top + step, right, bottom + step))
        for line, (left, top, right, bottom) in moved
    ]
