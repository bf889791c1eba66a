"""A workbook of Excel 97 to 2003 is read cell by cell as its twin in the newer format."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from jiheng.model.document import Document, GridCell
from jiheng.readers.opening import open_document

VALUES = (
    ("执行率", "General"),
    (0.201, "0.00%"),
    (17461600.25, "#,##0.00"),
    (-1234.5, "#,##0.00_);(#,##0.00)"),
    (8686.7, '"¥"#,##0.0'),
    (0.75, "# ?/?"),
    (date(2023, 12, 25), "yyyy/m/d"),
    (datetime(2023, 12, 25, 8, 30), 'yyyy"年"m"月"d"日" h:mm'),  # noqa: DTZ001  # a sheet knows no time zone
    (1.5, "[h]:mm"),
    (0.00012, "0.00E+00"),
    ("00123", "@"),
    (12, '0"人"'),
    (0, "0;-0;;@"),
    (97.5, "General"),
    (100, "General"),
    (0.1 + 0.2, "General"),
    ("第一行\n第二行", "General"),
    ("完成制卡；\n2.完成发放", "General"),
    (" 有空格 ", "General"),
    (True, "General"),
    (False, "General"),
)


def old() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("自评")
    for row, (value, code) in enumerate(VALUES):
        sheet.write(row, 1, value, xlwt.easyxf(num_format_str=code))
    sheet.write_merge(30, 31, 0, 2, "备注")
    sheet.row(33).set_cell_error(0, "#DIV/0!")
    sheet.write_merge(35, 36, 0, 0, "")
    hidden = book.add_sheet("底稿")
    hidden.visibility = 1
    hidden.write(0, 0, "上年")
    sheet.row(2).hidden = True
    book.add_sheet("空")
    return saved(book.save)


def new() -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("自评")
    for row, (value, code) in enumerate(VALUES):
        put = sheet.write_datetime if isinstance(value, date) else sheet.write
        put(row, 1, value, book.add_format({"num_format": code}))
    sheet.merge_range("A31:C32", "备注")
    sheet.write_formula("A34", "=1/0", None, "#DIV/0!")
    sheet.merge_range("A36:A37", "")
    hidden = book.add_worksheet("底稿")
    hidden.hide()
    hidden.write(0, 0, "上年")
    sheet.set_row(2, None, None, {"hidden": True})
    book.add_worksheet("空")
    book.close()
    return target.getvalue()


def saved(save: Callable[[BytesIO], None]) -> bytes:
    target = BytesIO()
    save(target)
    return target.getvalue()


def read(data: bytes) -> Document:
    return open_document(Path("自评表"), data)


def texts(document: Document) -> dict[tuple[int, int], str]:
    (grid, *_) = document.grids
    return {(cell.row, cell.column): cell.text for cell in grid.cells if cell.text}


def test_every_cell_and_sheet_is_the_same_as_in_the_newer_format():
    assert read(old()).blocks == read(new()).blocks


@pytest.mark.parametrize(("row", "shown"), [(1, "20.10%"), (2, "17,461,600.25"), (6, "2023/12/25")])
def test_a_value_is_shown_by_its_number_format(row: int, shown: str):
    assert texts(read(old()))[row, 1] == shown


def test_it_is_known_by_its_content_and_says_so():
    assert read(old()).format == "xls"


def test_days_may_be_counted_from_1904():
    book = xlwt.Workbook()
    book.dates_1904 = True
    book.add_sheet("自评").write(0, 0, 43823, xlwt.easyxf(num_format_str="yyyy/m/d"))

    assert texts(read(saved(book.save))) == {(0, 0): "2023/12/25"}


def test_a_text_in_several_fonts_is_one_text():
    book = xlwt.Workbook(encoding="utf-8")
    red = xlwt.easyfont("color_index red")
    book.add_sheet("自评").write_rich_text(0, 0, ["得分", ("（分）", red)])

    assert texts(read(saved(book.save))) == {(0, 0): "得分（分）"}


def test_many_long_texts_go_on_from_record_to_record():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("自评")
    written = {
        (row, 0): f"{row}" + ("偏差原因" if row % 2 else "reason ") * 500 for row in range(60)
    }
    for (row, column), text in written.items():
        sheet.write(row, column, text)

    assert texts(read(saved(book.save))) == {place: text.strip() for place, text in written.items()}


def test_a_formula_that_was_never_calculated_is_in_doubt():
    book = xlwt.Workbook()
    book.add_sheet("自评").write(0, 0, xlwt.Formula("1+1"))

    assert read(saved(book.save)).grids[0].cells == (GridCell(row=0, column=0, confidence=0.5),)
