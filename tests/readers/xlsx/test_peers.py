"""A workbook made by openpyxl or XlsxWriter is read cell by cell as it was written."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import xlsxwriter

from jiheng.readers.opening import open_document


def test_a_sheet_of_openpyxl_is_read_cell_by_cell():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评"
    sheet["A1"] = "执行率"
    sheet["B1"] = 0.201
    sheet["B1"].number_format = "0.00%"
    sheet["A2"] = "填报日期"
    sheet["B2"] = date(2023, 12, 25)
    sheet["B2"].number_format = "yyyy/m/d"
    sheet["A3"] = "合计"
    sheet["B3"] = "=B1*10"
    sheet["A4"] = "备注"
    sheet.merge_cells("A4:B4")
    saved = BytesIO()
    book.save(saved)

    read = open_document(Path("a.xlsx"), saved.getvalue())

    assert [
        (cell.row, cell.column, cell.column_span, cell.text, cell.confidence)
        for cell in read.grids[0].cells
    ] == [
        (0, 0, 1, "执行率", 1.0),
        (0, 1, 1, "20.10%", 1.0),
        (1, 0, 1, "填报日期", 1.0),
        (1, 1, 1, "2023/12/25", 1.0),
        (2, 0, 1, "合计", 1.0),
        (2, 1, 1, "", 0.5),
        (3, 0, 2, "备注", 1.0),
    ]


def test_a_formula_of_xlsxwriter_shows_its_saved_value():
    saved = BytesIO()
    book = xlsxwriter.Workbook(saved)
    sheet = book.add_worksheet("自评")
    sheet.write_formula("A1", "=SUM(B1:C1)", book.add_format({"num_format": "0.00"}), 97.5)
    book.close()

    read = open_document(Path("a.xlsx"), saved.getvalue())

    assert [cell.text for cell in read.grids[0].cells] == ["97.50"]
