"""The form to be filled in: lists, limits and formulas for the clerk, no check code yet."""

from io import BytesIO
from pathlib import Path

from docx import Document
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.rulebook.loading import load_pack
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import LaidOut
from jiheng.writers.template import template
from jiheng.writers.xlsx import write_xlsx
from tests.writers.forms import WATER

PACK = load_pack("cn-2020-10")


def empty(layout: str) -> LaidOut:
    return template(load_layout(layout), PACK)


def sheet_of(laid: LaidOut) -> Worksheet:
    return load_workbook(BytesIO(write_xlsx(laid))).worksheets[0]


def lists_in(sheet: Worksheet) -> set[str]:
    return {each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"}


def test_an_operator_is_chosen_from_a_list():
    assert '"≥,≤,=,定性"' in lists_in(sheet_of(empty("yunnan-2022")))


def test_core_indicators_are_marked_yes_or_no():
    assert '"是,否"' in lists_in(sheet_of(empty("chongqing-2022")))


def test_the_kind_of_an_indicator_is_no_operator():
    assert lists_in(sheet_of(empty("goal-zhalaite-2025"))).isdisjoint({'"是,否"'})


def test_a_score_may_not_exceed_the_weight_beside_it():
    limits = sheet_of(empty("national-2020")).data_validations.dataValidation

    first = next(each for each in limits if str(each.sqref) == "H15")
    assert (first.type, first.formula1, first.formula2) == ("decimal", "0", "G15")


def test_the_total_and_its_grade_are_worked_out_while_somebody_types():
    sheet = sheet_of(empty("national-2020"))

    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert any("SUM" in formula for formula in formulas)
    assert any('"优"' in formula for formula in formulas)


def test_word_offers_the_same_lists():
    body = Document(BytesIO(write_docx(empty("chongqing-2022")))).element.xml

    assert 'w:displayText="是"' in body


def test_a_list_from_which_nothing_was_chosen_is_read_as_empty():
    started = replace(
        WATER, indicators=tuple(replace(row, is_core=None) for row in WATER.indicators)
    )
    laid = template(load_layout("chongqing-2022"), PACK, started)

    (form,) = recognise(open_document(Path("表.docx"), write_docx(laid)))

    assert {row.is_core for row in form.indicators} == {None}


def test_what_was_chosen_before_stays_chosen():
    core = replace(WATER, indicators=tuple(replace(row, is_core="是") for row in WATER.indicators))
    laid = template(load_layout("chongqing-2022"), PACK, core)

    (form,) = recognise(open_document(Path("表.docx"), write_docx(laid)))

    assert {row.is_core for row in form.indicators} == {"是"}


def test_an_empty_form_carries_no_check_code():
    assert empty("national-2020").code is None
