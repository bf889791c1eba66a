from datetime import datetime
from io import BytesIO

from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jiheng.model.form import Total
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.writers.forms import ROADS, WATER

LIUPANSHUI = load_layout("liupanshui-2023")


def sheet_of(data: bytes) -> Worksheet:
    return load_workbook(BytesIO(data)).worksheets[0]


def values_in(sheet: Worksheet) -> list[object]:
    return [cell.value for row in sheet.iter_rows() for cell in row]


def test_money_weights_and_scores_are_numbers():
    values = values_in(sheet_of(write_xlsx(lay_out(WATER, LIUPANSHUI))))

    assert {2940000, 9.8, 28.8} <= set(values)


def test_a_number_keeps_the_decimals_that_were_printed():
    sheet = sheet_of(write_xlsx(lay_out(WATER, LIUPANSHUI)))

    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 980000)
    assert cell.number_format == "0.00"


def test_a_target_that_begins_with_an_equals_sign_stays_text():
    sheet = sheet_of(write_xlsx(lay_out(ROADS, load_layout("guyuan-2024"))))

    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=46个")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_formula_typed_into_a_form_is_never_written_as_one():
    form = replace(WATER, conclusion='=HYPERLINK("http://example.invalid")')

    sheet = sheet_of(write_xlsx(lay_out(form, LIUPANSHUI)))

    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_score_that_excel_would_print_otherwise_stays_text():
    form = replace(WATER, total=Total(weight="0100", score="98.60000"))

    values = values_in(sheet_of(write_xlsx(lay_out(form, LIUPANSHUI))))

    assert {"0100", "98.60000"} <= set(values)


def test_the_date_in_the_properties_is_always_the_same():
    book = load_workbook(BytesIO(write_xlsx(lay_out(WATER, LIUPANSHUI))))

    assert book.properties.created == datetime(2020, 1, 1)  # noqa: DTZ001 - as the file holds it


def test_each_form_has_a_worksheet_of_its_own():
    laid = lay_out(WATER, LIUPANSHUI)

    book = load_workbook(BytesIO(write_xlsx(laid, laid)))

    assert book.sheetnames == ["自评表1", "自评表2"]


def test_a_text_longer_than_a_cell_may_be_is_cut_where_it_is_seen():
    form = replace(WATER, conclusion="完" * 40_000)

    values = values_in(sheet_of(write_xlsx(lay_out(form, LIUPANSHUI))))

    assert "完" * 32_766 + "…" in values


def test_of_several_groups_of_headings_the_first_is_repeated_on_every_page():
    long = replace(WATER, indicators=WATER.indicators * 8)
    shape = lay_out(long, LIUPANSHUI)
    laid = replace(shape, one_page=False, headings=frozenset({8, 9, 30}))

    above = len(laid.before)
    assert sheet_of(write_xlsx(laid)).print_title_rows == f"${above + 9}:${above + 10}"
