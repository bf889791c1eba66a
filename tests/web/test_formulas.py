"""What people type is never computed: in no file that is taken along, in no text that is copied."""

import csv
from io import BytesIO, StringIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.columns.fields import guessed
from jiheng.web.columns.leaving import as_text, as_workbook, rows_out
from jiheng.web.journal.writing import note
from jiheng.writers.characters import inert, inert_lines
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.imports.handing import imported
from tests.web.pages.browsing import at_browser

FORMULAS = ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|'/c calc'!A1", "＝1+1"]
COMPUTES = tuple("=+-@＝＋－＠\t\r")
COLUMNS = guessed(("项目名称", "三级指标", "指标值"))


def named(formula):
    """Return a form whose project and first indicator are called so."""
    row = replace(FORM.indicators[0], name=formula, target=formula)
    project = replace(FORM.project, name=formula)
    return replace(FORM, project=project, indicators=(row, *FORM.indicators[1:]))


def cells_of(content: bytes):
    """Return every cell of a file's worksheets."""
    sheets = load_workbook(BytesIO(content)).worksheets
    return [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]


def copied(client, address: str, selector: str) -> list[str]:
    """Return the lines of a text that a page offers for copying."""
    page = LexborHTMLParser(client.get(address).content.decode())
    return page.css_first(selector).text().strip("\n").split("\n")


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(formula):
    assert inert(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["-5.2%", "+12", "-1,200.50", "=", "-", "≥95%", "培训人数", ""])
def test_a_number_a_sign_alone_and_words_stay_as_they_are(text):
    assert inert(text) == text


def test_every_line_of_a_copied_text_is_inert():
    assert inert_lines("培训\n=1+1\n-2+3") == "培训\n'=1+1\n'-2+3"


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_queue_that_is_taken_along_holds_texts(city, formula):
    record = record_at(city, Step.SELF_EVALUATION, form=named(formula))
    hand_in(order(city.clerk, record))

    content = at_browser(city.reviewer).get("/review/list.xlsx").content

    kinds = {cell.data_type for cell in cells_of(content)}
    assert formula.strip() in {str(cell.value).strip() for cell in cells_of(content)}
    assert "f" not in kinds


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_official_form_holds_texts(city, formula):
    record = record_at(city, Step.SELF_EVALUATION, form=named(formula))

    content = at_browser(city.clerk).get(f"/forms/{record.number}/export/xlsx/")

    computed = [cell.value for cell in cells_of(b"".join(content)) if cell.data_type == "f"]
    assert [each for each in computed if formula.strip().lstrip("=") in each] == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_rows_for_a_budget_system_hold_texts(formula):
    rows = rows_out((named(formula),), COLUMNS, "元")

    pasted = [cell for line in as_text(rows).split("\n") for cell in line.split("\t")]
    kinds = {cell.data_type for cell in cells_of(as_workbook(COLUMNS, rows))}
    assert [cell for cell in pasted if cell.startswith(COMPUTES)] == []
    assert "f" not in kinds


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_journal_holds_texts(city, formula):
    note("log-in-failed", formula, None)
    client = at_browser(city.audit_admin)

    plain = client.get("/journal/csv/?what=log-in-failed").content.decode("utf-8-sig")
    sheet = client.get("/journal/xlsx/?what=log-in-failed").content

    (_, row) = csv.reader(StringIO(plain, newline=""))
    assert row[4] == f"'{formula}"
    assert "f" not in {cell.data_type for cell in cells_of(sheet)}


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_reminder_holds_no_line_that_is_computed(city, formula):
    record_at(city, Step.SELF_EVALUATION, form=named(f"培训\n{formula}"))

    lines = copied(at_browser(city.reviewer), "/reminders/", "#reminder")

    assert [line for line in lines if line.startswith(COMPUTES)] == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_copied_score_card_holds_no_line_that_is_computed(city, formula):
    record = record_at(city, Step.SELF_EVALUATION, form=named(formula))
    address = f"/forms/{record.number}/card/?at=indicators[0].score"

    lines = copied(at_browser(city.clerk), address, ".card-text")

    assert [line for line in lines if line.startswith(COMPUTES)] == []


def test_the_empty_list_of_people_holds_texts(city):
    content = at_browser(city.system_admin).get("/people/people.xlsx").content

    assert "f" not in {cell.data_type for cell in cells_of(content)}


def test_the_report_of_an_import_holds_texts(city):
    batch = imported(city.clerk, *((f"{formula}.docx", b"no document") for formula in FORMULAS))

    content = at_browser(city.clerk).get(f"/imports/{batch.pk}/report/").content

    cells = cells_of(content)
    assert "=1+1.docx" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}
