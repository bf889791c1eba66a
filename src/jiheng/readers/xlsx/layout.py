"""The cells of a sheet laid out as a grid that keeps the sheet's own rows and columns."""

from collections.abc import Iterable
from itertools import product

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.xlsx.sheet import Area, Found, Place
from jiheng.model.document import Grid, GridCell
from jiheng.rulebook.phrases import phrase

_WIDE, _HIGH = 256, 4096
"""A merged area beyond this is the mark of a whole row or column; only its used part counts."""
_DENSE_CELLS = 4096
_DENSE_TIMES = 16
_NOT_CALCULATED = 0.5
"""Confidence of a formula that was saved without its result."""


def lay_out(found: Found, budget: CellBudget, *, sheet: str, hidden: bool) -> Grid | None:
    """Return the grid of a sheet, None when nothing is written on it.

    Row 0 is the sheet's first row, so that a place tells the row that Excel shows. Empty cells
    up to the last used row and column are there too; in a sheet that is nearly all empty only
    those that share their row and their column with something written.
    """
    if not found.values:
        return None
    bounds = _bounds(found)
    spans, covered = _merged(found.areas, bounds, found.values)
    places = _places(found, spans, bounds)
    budget.spend(max(len(places) - len(found.values), 0))
    cells = tuple(_cell(place, found, spans.get(place)) for place in places if place not in covered)
    return Grid(cells=cells, sheet=sheet, hidden=hidden)


def _cell(place: Place, found: Found, area: Area | None) -> GridCell:
    row, column = place
    if area is None and place not in found.values:
        return GridCell(row=row, column=column)
    return GridCell(
        row=row,
        column=column,
        row_span=1 if area is None else area.last_row - row + 1,
        column_span=1 if area is None else area.last_column - column + 1,
        text=found.values.get(place, "").strip(),
        confidence=_NOT_CALCULATED if place in found.uncalculated else 1.0,
    )


def _bounds(found: Found) -> Place:
    """Return the last row and column that are used, merged cells with text counted whole."""
    last_row, _ = max(found.values)
    last_column = max(column for _, column in found.values)
    for area in found.areas:
        if (area.row, area.column) in found.values:
            if area.last_row - area.row < _HIGH:
                last_row = max(last_row, area.last_row)
            if area.last_column - area.column < _WIDE:
                last_column = max(last_column, area.last_column)
    return last_row, last_column


def _merged(
    areas: Iterable[Area], bounds: Place, values: dict[Place, str]
) -> tuple[dict[Place, Area], set[Place]]:
    """Return merged areas by their first cell, cut to the bounds, and the places they cover."""
    spans: dict[Place, Area] = {}
    taken: set[Place] = set()
    total = 0
    for whole in areas:
        area = Area(
            whole.row,
            whole.column,
            min(whole.last_row, bounds[0]),
            min(whole.last_column, bounds[1]),
        )
        size = max(area.last_row - area.row + 1, 0) * max(area.last_column - area.column + 1, 0)
        total += size
        if total > limits.MAX_MERGED_AREA:
            raise FormatError(phrase("format.merged-area", most=str(limits.MAX_MERGED_AREA)))
        rows = range(area.row, area.last_row + 1)
        places = set(product(rows, range(area.column, area.last_column + 1)))
        # Overlapping areas are damage; the first one stands.
        if size > 1 and taken.isdisjoint(places):
            spans[area.row, area.column] = area
            taken |= places
    return spans, taken - spans.keys()


def _places(found: Found, spans: dict[Place, Area], bounds: Place) -> list[Place]:
    """Return the places that the grid shows, in reading order."""
    rows, columns = bounds[0] + 1, bounds[1] + 1
    if rows * columns <= max(_DENSE_CELLS, _DENSE_TIMES * len(found.values)):
        return list(product(range(rows), range(columns)))
    used_rows = sorted({row for row, _ in found.values} | {row for row, _ in spans})
    used_columns = sorted({column for _, column in found.values} | {column for _, column in spans})
    if len(used_rows) * len(used_columns) > _DENSE_TIMES * len(found.values) + _DENSE_CELLS:
        return sorted(set(found.values) | set(spans))
    return list(product(used_rows, used_columns))
