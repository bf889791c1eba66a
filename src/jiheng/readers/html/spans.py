"""Cells of an HTML table at their places, by the row and column spans before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from jiheng.formats.limits import MAX_ROWS, CellBudget
from jiheng.readers.html.visibility import is_hidden, is_shown

_ABSURD_SPAN = 100
"""A cell that claims to be wider reaches to the end of its table."""
_CELLS = frozenset({"td", "th"})
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass(slots=True)
class PlacedCell:
    """A cell at its place; spans are cut to the table once its size is known."""

    node: LexborNode
    row: int
    column: int
    row_span: int
    column_span: int


def place_cells(table: LexborNode, budget: CellBudget) -> list[PlacedCell]:
    """Return the cells in reading order; hidden rows and cells are left out."""
    placed: list[PlacedCell] = []
    row = 0
    for group in _row_groups(table):
        first = len(placed)
        last_row = row + len(group)
        taken: dict[int, int] = {}
        for element in group:
            placed += _place_row(element, row, taken, budget)
            row += 1
        # A cell never reaches beyond its group; 0 means to its end.
        for cell in placed[first:]:
            cell.row_span = min(cell.row_span or MAX_ROWS, last_row - cell.row)
    _cut_to_width(placed)
    return placed


def _row_groups(table: LexborNode) -> list[list[LexborNode]]:
    """Return the rows by group, head first and foot last as they print."""
    found: dict[str, list[list[LexborNode]]] = {tag: [] for tag in _GROUPS}
    for node in _elements(table):
        tag = node.tag or ""
        if tag in found and is_shown(node, tag):
            rows = [each for each in _elements(node) if each.tag == "tr" and is_shown(each, "tr")]
            found[tag].append(rows)
    return [rows for tag in _GROUPS for rows in found[tag]]


def _place_row(
    row: LexborNode, index: int, taken: dict[int, int], budget: CellBudget
) -> Iterator[PlacedCell]:
    """Yield the cells of a row; ``taken`` says until which row each column is covered."""
    column = 0
    for node in _elements(row):
        if node.tag not in _CELLS:
            continue
        attributes = node.attributes
        if is_hidden(attributes):
            continue
        before = column
        while taken.get(column, 0) > index:
            column += 1
        height = _span(attributes.get("rowspan"), zero=0)
        width = _span(attributes.get("colspan"), zero=1)
        # Covered columns are paid for too: passing over them is what costs time.
        budget.spend(column - before + min(width, _ABSURD_SPAN))
        yield PlacedCell(node, index, column, height, width)
        if height != 1:
            _take(taken, column, width, index + (height or MAX_ROWS))
        column += min(width, _ABSURD_SPAN)


def _take(taken: dict[int, int], column: int, width: int, until: int) -> None:
    for covered in range(column, column + min(width, _ABSURD_SPAN)):
        taken[covered] = max(until, taken.get(covered, 0))


def _span(text: str | None, *, zero: int) -> int:
    if text is None:
        return 1
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return int(digits[:6]) or zero


def _cut_to_width(placed: list[PlacedCell]) -> None:
    width = max(
        (
            cell.column + (cell.column_span if cell.column_span <= _ABSURD_SPAN else 1)
            for cell in placed
        ),
        default=0,
    )
    for cell in placed:
        if cell.column_span > _ABSURD_SPAN:
            cell.column_span = width - cell.column


def _elements(parent: LexborNode) -> Iterator[LexborNode]:
    node = parent.child
    while node is not None:
        if node.tag != "-text":
            yield node
        node = node.next
