"""A form made by python-docx is read cell by cell as it was written."""

from io import BytesIO
from pathlib import Path

import docx

from jiheng.readers.opening import open_document


def test_a_table_of_python_docx_is_read_cell_by_cell():
    document = docx.Document()
    document.add_heading("项目支出绩效自评表", 1)
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "项目名称"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "南湖清淤"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "产出指标"
    table.cell(1, 1).text = "清淤量"
    table.cell(2, 2).text = "≥3万方"
    saved = BytesIO()
    document.save(saved)

    read = open_document(Path("a.docx"), saved.getvalue())

    assert [
        (cell.row, cell.column, cell.row_span, cell.column_span, cell.text)
        for cell in read.grids[0].cells
    ] == [
        (0, 0, 1, 1, "项目名称"),
        (0, 1, 1, 2, "南湖清淤"),
        (1, 0, 2, 1, "产出指标"),
        (1, 1, 1, 1, "清淤量"),
        (1, 2, 1, 1, ""),
        (2, 1, 1, 1, ""),
        (2, 2, 1, 1, "≥3万方"),
    ]


def test_headers_and_footers_are_not_read():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_paragraph("正文")
    saved = BytesIO()
    document.save(saved)

    read = open_document(Path("a.docx"), saved.getvalue())

    assert [block.text for block in read.blocks] == ["正文"]
