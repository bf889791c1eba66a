"""Every cell has its four lines, and a merged one none inside."""

from itertools import pairwise

import pytest

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.paper import Bounds, ruled
from tests.writers.pdf.forms import printed, with_indicators
from tests.writers.test_every_layout import EVERY_LAYOUT, FULL_OR_EMPTY

pytestmark = pytest.mark.no_cover


def cells_of_column(table: LaidOut, column: int) -> int:
    return sum(c.column <= column < c.column + c.column_span for c in table.grid.cells)


def cells_of_row(table: LaidOut, row: int) -> int:
    return sum(c.row <= row < c.row + c.row_span for c in table.grid.cells)


def middles(edges: set[int]) -> list[float]:
    return [(first + second) / 2 for first, second in pairwise(sorted(edges))]


def across(lines: list[Bounds], place: float) -> int:
    return len({round(bottom) for left, bottom, right, _ in lines if left < place < right})


def along(lines: list[Bounds], place: float) -> int:
    return len({round(left) for left, bottom, _, top in lines if bottom < place < top})


def edges(lines: list[Bounds], axis: int) -> set[int]:
    return {round(line[axis]) for line in lines}


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_the_lines_of_each_column_are_those_of_its_cells(form: Form, layout: Layout):
    table = lay_out(form, layout)
    lying, standing = ruled(write_pdf((table,)))

    found = [across(lying, x) for x in middles(edges(standing, 0))]
    assert found == [cells_of_column(table, column) + 1 for column in range(table.columns)]


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_the_lines_of_each_row_are_those_of_its_cells(form: Form, layout: Layout):
    table = lay_out(form, layout)
    lying, standing = ruled(write_pdf((table,)))

    found = [along(standing, y) for y in reversed(middles(edges(lying, 1)))]
    assert found == [cells_of_row(table, row) + 1 for row in range(table.rows)]


def test_a_table_cut_by_the_end_of_a_page_is_closed_there():
    lying, _ = ruled(printed(with_indicators(90)))

    first = max(lying, key=lambda line: line[1])
    last = min(lying, key=lambda line: line[1])
    assert (first[0], first[2]) == (last[0], last[2])
