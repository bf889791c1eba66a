"""Rows and merged cells of a Word table, laid out on its columns."""

from dataclasses import dataclass
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.docx.names import Names, child, integer, is_on, number, walk
from jiheng.formats.errors import FormatError
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

_WORD_COLUMNS = 63
"""Word draws no table wider than this, so a wider span is a mistake."""


@dataclass(slots=True)
class PlacedCell:
    """A cell at its place; its spans grow while merged cells are met."""

    element: Element
    row: int
    column: int
    column_span: int
    row_span: int = 1


class _Shape(NamedTuple):
    """What the properties of a cell say."""

    column_span: int = 1
    downward: str | None = None
    across: str | None = None
    is_deleted: bool = False


def place_cells(table: Element, names: Names) -> list[PlacedCell]:
    """Return the cells of a table; a merged cell stands once, with its spans.

    Deleted and hidden rows and cells are left out. What stands in the continuation of a merged
    cell is not shown by Word and not read.
    """
    grid = child(table, names("tblGrid"))
    columns = 0 if grid is None else len(grid)
    placed: list[PlacedCell] = []
    above: dict[int, PlacedCell] = {}
    row = 0
    for kind, element in walk(table, names):
        if kind == "tr" and not _is_gone(element, names):
            above = _place_row(element, names, row, columns, above, placed)
            row += 1
    return placed


def _is_gone(row: Element, names: Names) -> bool:
    if "del" not in names.rare and "hidden" not in names.rare:
        return False
    properties = child(row, names("trPr"))
    if properties is None:
        return False
    return child(properties, names("del")) is not None or is_on(properties, names, "hidden")


def _place_row(
    row: Element,
    names: Names,
    index: int,
    columns: int,
    above: dict[int, PlacedCell],
    placed: list[PlacedCell],
) -> dict[int, PlacedCell]:
    """Place one row; return the cells that the next row may go on with, by column."""
    column = _columns_before(row, names)
    going_on: dict[int, PlacedCell] = {}
    last: PlacedCell | None = None
    for kind, element in walk(row, names):
        shape = _shape(element, names, columns - column) if kind == "tc" else _GONE
        if shape.is_deleted:
            continue
        if column >= limits.MAX_COLUMNS:
            raise FormatError(phrase("format.row-cells", most=str(limits.MAX_COLUMNS)))
        if shape.across == "continue" and last is not None:
            last.column_span += shape.column_span if last.row == index else 0
        else:
            last = _continued(shape, above.get(column), index)
            if last is None:
                last = PlacedCell(element, index, column, shape.column_span)
                placed.append(last)
            if shape.downward is not None:
                going_on[column] = last
        column += shape.column_span
    return going_on


def _columns_before(row: Element, names: Names) -> int:
    if "gridBefore" not in names.rare:
        return 0
    properties = child(row, names("trPr"))
    before = 0 if properties is None else integer(properties, names, "gridBefore", 0)
    return min(before, _WORD_COLUMNS)


def _continued(shape: _Shape, above: PlacedCell | None, row: int) -> PlacedCell | None:
    """Return the merged cell above that this one belongs to, made one row higher."""
    if shape.downward != "continue" or above is None:
        return None
    # A continuation of another width would overlap its neighbours; it stays a cell of its own.
    if shape.column_span != above.column_span and shape.across is None:
        return None
    above.row_span = row - above.row + 1
    return above


def _shape(cell: Element, names: Names, columns_left: int) -> _Shape:
    properties = next(iter(cell), None)
    if properties is None or properties.tag != names.cell_properties:
        return _PLAIN
    span = 1
    downward = across = None
    is_deleted = False
    for element in properties:
        tag = element.tag
        if tag == names.grid_span:
            span = max(number(element.get(names.value), 1), 1)
        elif tag == names.merge_down:
            downward = _merge(element, names)
        elif tag == names.merge_across:
            across = _merge(element, names)
        elif tag == names.deleted_cell:
            is_deleted = True
    if span > _WORD_COLUMNS:
        span = max(columns_left, 1)
    return _Shape(span, downward, across, is_deleted)


_PLAIN = _Shape()
_GONE = _Shape(is_deleted=True)


def _merge(mark: Element, names: Names) -> str:
    # Without a value the mark means continue.
    return "restart" if mark.get(names.value) == "restart" else "continue"
