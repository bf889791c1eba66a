"""Every layout, full and empty, in every format."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from jiheng.model.form import Form, Source
from jiheng.readers.opening import open_document
from jiheng.rulebook.layouts import Layout, all_layouts, load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.text import write_lines, write_markdown, write_text
from jiheng.writers.xlsx import write_xlsx
from tests.writers.full_form import FULL

Write = Callable[..., bytes]

EMPTY = Form(id="x-1", source=Source(path="", format="", part="", index=1, sha256=""))
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


def row_of(laid: LaidOut, path: str) -> list[str]:
    row = laid.places[path][0]
    return [cell.text for cell in laid.grid.cells if cell.row == row]


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


def test_operator_number_and_unit_stand_in_cells_of_their_own():
    laid = lay_out(FULL, load_layout("sichuan-2023"))

    row = row_of(laid, "indicators[1].target")
    assert row[1:5] == ["场馆设施完好率", "=", "100", "%"]


def test_a_target_in_words_stays_whole():
    laid = lay_out(FULL, load_layout("sichuan-2023"))

    row = row_of(laid, "indicators[2].target")
    assert row[2:6] == ["丰富群众文化生活", "定性", "有所丰富", ""]


def test_the_unit_is_taken_out_of_a_target_that_does_not_tell_it_apart():
    plain = replace(FULL.indicators[0], nature=None, unit=None, target="≧735人次")
    laid = lay_out(replace(FULL, indicators=(plain,)), load_layout("sichuan-2023"))

    assert row_of(laid, "indicators[0].target")[2:6] == ["免费开放天数", "≧", "735", "人次"]


def test_a_heading_over_several_columns_stands_above_them():
    laid = lay_out(FULL, load_layout("yunnan-2022"))

    over = next(cell for cell in laid.grid.cells if cell.text == "年度指标值")
    below = [cell.text for cell in laid.grid.cells if cell.row == over.row + 1]
    assert (over.column_span, over.row_span, below) == (3, 1, ["指标性质", "指标值", "度量单位"])


def test_the_row_of_the_total_of_yunnan_ends_with_the_grade():
    laid = lay_out(FULL, load_layout("yunnan-2022"))

    assert row_of(laid, "total.score") == ["总分", "100", "97", "优"]


def test_the_goal_of_sichuan_stands_above_the_money():
    laid = lay_out(FULL, load_layout("sichuan-2023"))

    assert laid.places["goals[0].expected"] < laid.places["funds.lines[0].executed"]


def test_weights_stand_before_targets_in_the_form_of_2018():
    laid = lay_out(FULL, load_layout("national-2018"))

    assert row_of(laid, "indicators[0].target")[2:5] == ["免费开放天数", "30", "≥300天"]
