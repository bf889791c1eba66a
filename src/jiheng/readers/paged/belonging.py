"""How sure it is that what stands on two pages is one cell or one row."""

from collections.abc import Iterable

from msgspec.structs import replace

from jiheng.readers.paged.columns import edges_of, is_among
from jiheng.readers.paged.overleaf import (
    Pair,
    is_broken,
    is_number,
    is_one_cell,
    is_one_heading,
    is_one_row,
    is_told_again,
    pairs_over,
    reads_on,
)
from jiheng.readers.paged.sheets import SheetCell
from jiheng.rulebook.headings import is_heading

_FEWEST_HEADINGS = 2

_AS_TALL = 0.8
"""A part of a cell may be the tallest if it has at least this share of the page before."""


def is_sliced(pairs: list[Pair]) -> bool:
    """Whether the program draws no line through a cell that goes on: some have none."""
    return any(_is_open(*pair) for pair in pairs)


def is_surely_one_cell(upper: SheetCell, lower: SheetCell, *, sliced: bool) -> bool:
    """Whether two parts of a merged cell surely belong together.

    Args:
        upper: the part at the end of a page.
        lower: the part on the next.
        sliced: other cells go on there without a line.
    """
    if _is_open(upper, lower) or sliced:
        return _is_open(upper, lower)
    is_told = bool(upper.text and lower.text)
    return not is_told or is_told_again(upper, lower) or is_one_heading(upper, lower)


def is_surely_one_row(pairs: list[Pair]) -> bool:
    """Whether two parts of a row surely belong together.

    Either no line is drawn between them, or every text that stands on both pages had no room left
    on the first; where none does, one part must be empty.
    """
    own = [pair for pair in pairs if is_of_one_row(pair)]
    if all(_is_open(*pair) for pair in own):
        return True
    told = [pair for pair in own if pair[0].text and pair[1].text]
    if told:
        return all(reads_on(*pair) for pair in told)
    return not all(any(cell.text for cell in part) for part in zip(*own, strict=True))


def with_doubts(
    open_cells: list[SheetCell], cells: list[SheetCell], last_page: int, height: float
) -> tuple[list[SheetCell], list[SheetCell]]:
    """Return the cells before and after the end of a page, in doubt where they were kept apart.

    Two rows may be parts of one. Of a label that went on over a whole page without a word, the next
    page may print another: which of the two that page belongs to is not known, unless what is left
    there is lower, for a label stands in the tallest part of its cell, or stands in its middle.

    Args:
        open_cells: at the end of the page.
        cells: of the next page.
        last_page: the number of the page that ends.
        height: of the table on that page.
    """
    pairs = pairs_over(open_cells, cells)
    if is_one_row(pairs, cells):
        return open_cells, cells
    doubtful = {
        id(upper)
        for upper, lower in pairs
        if upper.page < last_page
        and not is_one_cell(upper, lower)
        and _height(lower) >= _AS_TALL * height
        and not _is_set_within(lower)
    }
    doubtful |= {id(cell) for cell in _cut_off(cells)} - {
        id(lower) for pair in pairs if is_one_cell(*pair) for lower in pair
    }
    if _may_be_one_row(pairs, cells):
        doubtful |= {id(cell) for pair in pairs if is_of_one_row(pair) for cell in pair}
    doubtful |= {id(cell) for pair in pairs if _may_be_one_cell(pair) for cell in pair}
    return _in_doubt_among(open_cells, doubtful), _in_doubt_among(cells, doubtful)


def _cut_off(cells: list[SheetCell]) -> list[SheetCell]:
    """Return the empty cells of the first row that stand above a merged one of the same columns."""
    merged = {(cell.left, cell.right) for cell in cells if cell.row == 1 and cell.row_span > 1}
    return [
        cell
        for cell in cells
        if cell.row == 0 and not cell.text and (cell.left, cell.right) in merged
    ]


def _is_set_within(cell: SheetCell) -> bool:
    """Whether a text stands at the top or in the middle of what the page shows of its cell."""
    _, top, _, bottom = cell.box
    first, last = cell.lines[0].box[1], cell.lines[-1].box[3]
    size = cell.lines[0].size
    return first - top <= size or abs(first - top - (bottom - last)) <= size


def _height(cell: SheetCell) -> float:
    return cell.box[3] - cell.box[1]


def is_of_one_row(pair: Pair) -> bool:
    """Whether neither part reaches over several rows."""
    return pair[0].row_span == pair[1].row_span == 1


def _may_be_one_row(pairs: list[Pair], cells: list[SheetCell]) -> bool:
    """Whether rows that were kept apart may be parts of one: each text of the first may go on."""
    if len(pairs) < sum(cell.row == 0 for cell in cells):
        return False
    told = [pair for pair in pairs if is_of_one_row(pair) and pair[0].text and pair[1].text]
    return bool(told) and all(
        not any(is_number(cell.text) or is_heading(cell.text) for cell in pair) and reads_on(*pair)
        for pair in told
    )


def _may_be_one_cell(pair: Pair) -> bool:
    """Whether cells of a row each may be one, merged over both, whose text the page broke."""
    upper, lower = pair
    return is_of_one_row(pair) and bool(upper.text and lower.text) and is_broken(*pair)


def is_of_columns(cells: list[SheetCell], edges: list[float]) -> bool:
    """Whether the first row stands in these columns, or is one of headings for its own."""
    first = [cell for cell in cells if cell.row == 0]
    if sum(is_heading(cell.text) for cell in first) >= _FEWEST_HEADINGS:
        return True
    return all(is_among(edges, edge) for edge in edges_of(first))


def in_doubt(cells: Iterable[SheetCell]) -> list[SheetCell]:
    """Return the cells as such that may not belong where they stand."""
    return [replace(cell, is_certain=False) for cell in cells]


def _in_doubt_among(cells: list[SheetCell], doubtful: set[int]) -> list[SheetCell]:
    return [replace(cell, is_certain=False) if id(cell) in doubtful else cell for cell in cells]


def _is_open(upper: SheetCell, lower: SheetCell) -> bool:
    """Whether no line is drawn where the page ended."""
    return upper.is_open_below and lower.is_open_above
