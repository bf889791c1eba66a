"""Rows below no heading: a table that lost its head is read under the heading that fits best."""

from functools import cache

from jiheng.model.document import GridCell
from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, indicator_costs
from jiheng.readers.recognise.header import Column, Header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.row import Row, read_row
from jiheng.readers.recognise.texts import points_text
from jiheng.rulebook.headings import label_of
from jiheng.rulebook.layouts import all_layouts

FEWEST_CELLS = 3
FEWEST_ROWS = 2
MOST_A_ROW = 4.0
"""Rows that fit no layout better than this are no indicators."""
FULL_MARKS = 100_00


def rows_without_heading(lines: list[Line]) -> list[Line]:
    """Return the rows that seem to be indicators; () unless a level word stands among them."""
    rows = [line for line in lines if _may_be_indicator(line)]
    has_level = any(kind_of(cell.text) in LEVELS for line in rows for cell in line.cells)
    return rows if has_level and len(rows) >= FEWEST_ROWS else []


def guessed_header(rows: list[Line]) -> Header | None:
    """Return the columns of the layout that reads the rows at the lowest cost, if one does.

    Layouts under which the weights pass 100 points, or a score its weight, are none.
    """
    best, lowest = None, MOST_A_ROW * len(rows)
    for header in _headers() if rows else ():
        costs = indicator_costs(header)
        read = [read_row(row.cells, header, costs, INDICATOR_SKIPS) for row in rows]
        price = sum(row.cost for row in read)
        if price < lowest and _adds_up(read):
            best, lowest = header, price
    return best


def _adds_up(rows: list[Row]) -> bool:
    weights = [_points(row, "weight") for row in rows]
    return sum(weights) <= FULL_MARKS and all(
        _points(row, "score") <= weight for row, weight in zip(rows, weights, strict=True)
    )


def _points(row: Row, role: str) -> int:
    cell = row.cells.get(role)
    return 0 if cell is None else parse_points(points_text(cell.text)) or 0


def _may_be_indicator(line: Line) -> bool:
    if line.table is None or len(line.cells) < FEWEST_CELLS:
        return False
    return not any(label_of(cell.text) for cell in line.cells)


@cache
def _headers() -> tuple[Header, ...]:
    """Return the distinct columns of all layouts, in the order of the layouts."""
    roles = dict.fromkeys(layout.column_roles for layout in all_layouts())
    return tuple(
        Header(
            ragged=True,
            is_guess=True,
            columns=tuple(
                Column(role=role, cell=GridCell(row=0, column=at)) for at, role in enumerate(each)
            ),
        )
        for each in roles
    )
