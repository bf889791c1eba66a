"""Corrections in a workbook."""

import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Protection

from jiheng.model.form import Cell
from jiheng.writers.patched import Patched, patch
from tests.writers.annotated.margins import changed, part
from tests.writers.annotated.test_excel import DATA, saved, workbook
from tests.writers.patched.corrections import cell_saying, corrected, edit, reasons, said

SHEET = "xl/worksheets/sheet1.xml"


def book(*rows: list[object], formats: dict[str, str] | None = None) -> openpyxl.Workbook:
    """Return a workbook of one sheet; formats by cell."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "自评表"
    for row in rows:
        sheet.append(row)
    for name, code in (formats or {}).items():
        sheet[name].number_format = code
    return made


def opened(made: Patched, *, values: bool = False) -> openpyxl.worksheet.worksheet.Worksheet:
    """Return the corrected sheet as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(made.data), data_only=values, rich_text=True)["自评表"]


def at(row: int, column: int, text: str = "") -> Cell:
    """Return a place on the sheet."""
    return Cell(table=0, sheet="自评表", row=row, column=column, text=text)


def test_a_number_stays_a_number_in_its_format():
    before = saved(book(["总分", 100], formats={"B1": "0.00"}))

    made = corrected(before, "100.00", "97.5")

    cell = opened(made)["B1"]
    assert (cell.value, cell.number_format) == (97.5, "0.00")
    assert said(made.data) == ["总分", "97.50"]


def test_only_the_sheet_changes_and_in_it_the_cell_alone():
    before = saved(book(["总分", 100]))

    made = corrected(before, "100", "97.5")

    assert changed(before, made.data) == {SHEET}
    assert part(made.data, SHEET) == part(before, SHEET).replace(
        b'<c r="B1" t="n"><v>100</v></c>', b'<c r="B1"><v>97.5</v></c>'
    )


@pytest.mark.parametrize(
    ("stored", "code", "shown", "new", "expected"),
    [
        (0.2, "0%", "20%", "25%", 0.25),
        (0.201, "0.00%", "20.10%", "20.5%", 0.205),
        (86870000, "#,##0", "86,870,000", "86870001", 86870001),
        (97.5, '0.0"分"', "97.5分", "98分", 98),
        (1234.5, "General", "1234.5", "1,234.6", 1234.6),
    ],
)
def test_a_number_is_stored_so_that_its_cell_shows_it(stored, code, shown, new, expected):
    before = saved(book(["得分", stored], formats={"B1": code}))

    made = corrected(before, shown, new)

    assert opened(made)["B1"].value == expected


def test_a_part_of_what_a_number_shows_is_replaced():
    before = saved(book(["总分", 97.5], formats={"B1": '0.0"分"'}))

    made = corrected(before, "97.5分", "98.5", old="97.5")

    assert said(made.data) == ["总分", "98.5分"]


@pytest.mark.parametrize(
    ("code", "shown", "new"),
    [("0", "98", "97.4"), ("0%", "98%", "97.4%"), ("0.00", "98.00", "约97")],
)
def test_what_a_format_cannot_show_is_refused(code, shown, new):
    stored = 0.98 if "%" in code else 98
    before = saved(book(["总分", stored], formats={"B1": code}))

    made = corrected(before, shown, new)

    assert (made.data, reasons(made)) == (before, [f"这一格的数字格式显示不出“{new}”，没有改。"])


def test_a_number_that_was_typed_as_text_stays_text():
    before = saved(book(["总分", "100"]))

    made = corrected(before, "100", "97.5")

    assert opened(made)["B1"].value == "97.5"


def test_a_text_that_other_cells_share_changes_in_one_of_them():
    before = saved(book(["等次", "优"], ["复核", "优"]))

    made = patch(before, (edit(at(1, 1, "优"), "优", "良"),))

    assert said(made.data) == ["等次", "优", "复核", "良"]
    assert changed(before, made.data) == {SHEET}


def test_words_in_the_midst_of_a_sentence_are_replaced():
    before = saved(book(["结论", "自评得分84.5分，等次为优。"]))
    cell = cell_saying(before, "自评得分84.5分，等次为优。")

    made = patch(before, (edit(cell, "84.5", "82.5"), edit(cell, "优", "良")))

    assert said(made.data)[1] == "自评得分82.5分，等次为良。"


def test_lines_of_a_cell_stay_lines():
    before = saved(book(["结论", "一、得分84.5分\n二、无"]))

    made = corrected(before, "一、得分84.5分\n二、无", "82.5", old="84.5")

    assert opened(made)["B1"].value == "一、得分82.5分\n二、无"


def test_fonts_inside_a_cell_stay():
    bold = TextBlock(InlineFont(b=True), "84.5")
    before = saved(book(["结论", CellRichText("得分", bold, "分")]))

    made = corrected(before, "得分84.5分", "82.5", old="84.5")

    rich = opened(made)["B1"].value
    assert str(rich) == "得分82.5分"
    assert [each.font.b for each in rich if isinstance(each, TextBlock)] == [True]


def test_a_style_stays():
    made_book = book(["总分", "优"])
    made_book.active["B1"].font = openpyxl.styles.Font(bold=True)

    made = corrected(saved(made_book), "优", "良")

    assert opened(made)["B1"].font.b


def test_an_empty_cell_gets_a_number_in_its_format():
    made_book = book(["执行率", None, "得分"], formats={"B1": "0.00%"})

    made = patch(saved(made_book), (edit(at(0, 1), "", "20.1%"),))

    assert opened(made)["B1"].value == 0.201
    assert said(made.data) == ["执行率", "20.10%", "得分"]


def test_an_empty_cell_gets_words():
    made = patch(saved(book(["等次", None, "x"])), (edit(at(0, 1), "", "=良"),))

    assert said(made.data) == ["等次", "=良", "x"]


def test_an_empty_cell_for_text_gets_text():
    made = patch(
        saved(book(["总分", None, "x"], formats={"B1": "@"})), (edit(at(0, 1), "", "97.5"),)
    )

    assert opened(made)["B1"].value == "97.5"


def test_cells_and_rows_that_the_sheet_does_not_hold_are_put_in_their_order():
    before = saved(book(["总分"], ["a", "b", "c"], ["末"]))
    places = (at(0, 2), at(0, 1), at(1, 5), at(6, 0), at(6, 3))

    made = patch(before, tuple(edit(place, "", f"{n}") for n, place in enumerate(places, 1)))

    rows = list(opened(made).iter_rows(values_only=True))
    assert len(made.made) == 5
    assert rows[0][:3] == ("总分", 2, 1)
    assert rows[1] == ("a", "b", "c", None, None, 3)
    assert rows[2][0] == "末"
    assert rows[6][:4] == (4, None, None, 5)
    assert part(made.data, SHEET).index(b'r="B1"') < part(made.data, SHEET).index(b'r="C1"')


def test_a_sheet_without_addresses_takes_no_new_cells():
    before = workbook("<sheetData><row><c><v>1</v></c></row></sheetData>")

    made = patch(before, (edit(at(0, 4), "", "2"),))

    assert (made.data, len(made.refused)) == (before, 1)


def test_a_formula_is_not_overwritten():
    before = saved(book(["总分", "=SUM(A2:A3)"], [60], [40]))

    made = patch(before, (edit(at(0, 1), "", "100"),))

    assert made.data == before
    assert reasons(made) == ["这一格由公式或域算出，改了也会被算回去，请改公式。"]


def test_formulas_that_may_rest_on_a_correction_are_calculated_anew():
    before = saved(book(["总分", "=SUM(A2:A3)"], [60], [40]))

    made = corrected(before, "60", "57.5")

    assert b'fullCalcOnLoad="1"' in part(made.data, "xl/workbook.xml")
    assert changed(before, made.data) <= {SHEET, "xl/workbook.xml"}
    assert b"<f>SUM(A2:A3)</f>" in part(made.data, SHEET)


def test_a_workbook_that_asks_for_no_calculation_is_asked_to():
    formula = '<row r="3"><c r="A3"><f>B2</f><v>100</v></c></row></sheetData>'
    before = workbook(DATA.replace("</sheetData>", formula))

    made = patch(before, (edit(at(1, 1, "100"), "100", "97.5"),))

    assert b'</sheets><calcPr fullCalcOnLoad="1"/>' in part(made.data, "xl/workbook.xml")


def test_a_locked_cell_of_a_protected_sheet_is_left_alone():
    made_book = book(["总分", 100, "得分", 10])
    made_book.active["D1"].protection = Protection(locked=False)
    made_book.active.protection.enable()

    made = patch(
        saved(made_book), (edit(at(0, 1, "100"), "100", "97.5"), edit(at(0, 3, "10"), "10", "9"))
    )

    assert reasons(made) == ["工作表设了保护，这一格锁定，没有改。"]
    assert said(made.data) == ["总分", "100", "得分", "9"]


@pytest.mark.parametrize("kind", ["b", "e", "d"])
def test_truths_errors_and_dates_are_left_alone(kind):
    stored = {"b": "1", "e": "#REF!", "d": "2025-01-16"}[kind]
    shown = {"b": "TRUE", "e": "#REF!", "d": "2025/1/16"}[kind]
    before = workbook(
        f'<sheetData><row r="1"><c r="A1" t="{kind}"><v>{stored}</v></c></row></sheetData>'
    )

    made = corrected(before, shown, "2")

    assert "写法特殊" in reasons(made)[0]


def test_a_cell_that_says_something_else_by_now_is_left_alone():
    made = patch(saved(book(["总分", 100])), (edit(at(0, 1, "99"), "99", "97.5"),))

    assert reasons(made) == ["这一格现在是“100”，与读到的“99”不同，没有改。"]


def test_a_sheet_that_is_not_there_is_told():
    made = patch(saved(book(["总分", 100])), (edit(Cell(sheet="别的", row=0, column=1), "", "1"),))

    assert reasons(made) == ["文件里找不到这一格，没有改。"]


def test_new_cells_and_rows_stand_before_those_that_follow_them():
    before = workbook(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="3"><c r="A3"><v>9</v></c></row></sheetData>'
    )

    made = patch(before, (edit(at(0, 1), "", "2"), edit(at(1, 0), "", "5")))

    assert (
        part(made.data, "xl/sheet.xml")
        .decode()
        .endswith(
            '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
            '<row r="2"><c r="A2"><v>5</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>'
            "</sheetData></worksheet>"
        )
    )
