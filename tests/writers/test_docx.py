from io import BytesIO
from zipfile import ZipFile

from docx import Document

from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from tests.writers.forms import WATER

LAID = lay_out(WATER, load_layout("liupanshui-2023"))


def test_another_library_sees_the_merged_cells():
    table = Document(BytesIO(write_docx(LAID))).tables[0]

    assert table.cell(11, 1).text == table.cell(12, 1).text == "产出指标 (50分)"


def test_every_row_is_as_wide_as_the_table():
    table = Document(BytesIO(write_docx(LAID))).tables[0]

    assert {len(row.cells) for row in table.rows} == {9}


def test_paragraphs_of_a_cell_are_paragraphs_in_word():
    table = Document(BytesIO(write_docx(LAID))).tables[0]

    paragraphs = [paragraph.text for paragraph in table.cell(9, 1).paragraphs]
    assert paragraphs == ["1. 改造管网42公里。", "2. 新建净水站6座。"]


def test_the_second_form_begins_on_a_new_page():
    with ZipFile(BytesIO(write_docx(LAID, LAID))) as archive:
        body = archive.read("word/document.xml").decode()

    assert body.count("<w:pageBreakBefore/>") == 1


def test_the_parts_carry_no_clock():
    with ZipFile(BytesIO(write_docx(LAID))) as archive:
        dates = {part.date_time for part in archive.infolist()}

    assert dates == {(1980, 1, 1, 0, 0, 0)}
