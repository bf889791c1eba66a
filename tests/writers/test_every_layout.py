"""Every layout, full and empty, in every format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jiheng.model.form import Form, Source
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import Layout, all_layouts
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, empty_form, lay_out
from jiheng.writers.text import write_lines, write_markdown, write_text
from jiheng.writers.xlsx import write_xlsx
from tests.writers.full_form import FULL

pytestmark = pytest.mark.no_cover

Write = Callable[..., bytes]

EMPTY = Form(id="x-1", source=Source(path="", format="", part="", index=1, sha256=""))
"""A form of which nothing is known, not even its unit of money."""

EVERY_LAYOUT = pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
FULL_OR_EMPTY = pytest.mark.parametrize("form", [FULL, EMPTY], ids=["full", "empty"])
EVERY_WRITER = pytest.mark.parametrize(
    "write", [write_docx, write_xlsx, write_html, write_text, write_markdown, write_lines]
)


def covered(laid: LaidOut) -> list[tuple[int, int]]:
    return [
        (row, column)
        for cell in laid.grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]


def texts(laid: LaidOut) -> list[str]:
    return [cell.text for cell in laid.grid.cells if cell.text]


def texts_read(data: bytes) -> list[str]:
    (grid,) = open_document(Path("自评表"), data).grids
    return [cell.text for cell in grid.cells if cell.text]


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_the_cells_cover_each_place_of_the_table_once(form: Form, layout: Layout):
    laid = lay_out(form, layout)

    places = [(row, column) for row in range(laid.rows) for column in range(laid.columns)]
    assert sorted(covered(laid)) == places


@EVERY_LAYOUT
@FULL_OR_EMPTY
@EVERY_WRITER
def test_the_same_form_is_written_with_the_same_bytes(write: Write, form: Form, layout: Layout):
    assert write(lay_out(form, layout)) == write(lay_out(form, layout))


@EVERY_LAYOUT
@FULL_OR_EMPTY
@pytest.mark.parametrize("write", [write_docx, write_html])
def test_every_cell_comes_back_from_the_file(write: Write, form: Form, layout: Layout):
    laid = lay_out(form, layout)

    assert texts_read(write(laid)) == texts(laid)


@EVERY_LAYOUT
def test_every_value_of_a_column_stands_in_the_table(layout: Layout):
    laid = lay_out(FULL, layout)

    wanted = {f"indicators[1].{role}" for role in layout.column_roles}
    assert wanted <= set(laid.places)


@EVERY_LAYOUT
def test_every_line_of_money_stands_in_the_table(layout: Layout):
    laid = lay_out(FULL, layout)

    wanted = {f"funds.lines[1].{role}" for role in ("label", *layout.money_roles)}
    assert wanted <= set(laid.places)


@EVERY_LAYOUT
def test_an_empty_form_prints_all_words_of_its_layout(layout: Layout):
    printed = {"".join(text.split()) for text in texts(lay_out(EMPTY, layout))}

    assert {"".join(column.heading.split()) for column in layout.columns} <= printed


@EVERY_LAYOUT
def test_a_form_to_be_filled_in_carries_the_notes_and_hints_of_its_layout(layout: Layout):
    laid = lay_out(empty_form(layout), layout)

    below = "".join(line.text for line in laid.after)
    inside = "".join(texts(laid))
    assert all(note in below for note in layout.note_texts)
    assert all(hint in inside for hint in layout.hints.values())


@EVERY_LAYOUT
@EVERY_WRITER
def test_the_lines_around_the_table_are_read_back(write: Write, layout: Layout):
    """Several may share a line, behind the number of the table."""
    (read,) = recognise(open_document(Path("自评表"), write(lay_out(FULL, layout))))

    assert (read.reporting_unit, read.filled_on, read.contact) == (
        "临江县文化馆",
        "2025-01-16",
        "乔禾",
    )
