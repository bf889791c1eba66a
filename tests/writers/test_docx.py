from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from msgspec.structs import replace

from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.docx.picture import PICTURE_SCALE
from jiheng.writers.layout import lay_out
from jiheng.writers.official import official
from jiheng.writers.qr import qr_png
from tests.writers.forms import WATER

LONG = replace(WATER, indicators=WATER.indicators * 20)

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


def body_of(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def test_tall_labels_at_the_left_stand_upright():
    upright = [
        cell.split("</w:tc>")[0]
        for cell in body_of(write_docx(LAID)).split("<w:tc>")
        if '<w:textDirection w:val="tbRlV"/>' in cell and "<w:t " in cell
    ]

    assert ["项目资金" in upright[0], "绩效指标" in upright[1], len(upright)] == [True, True, 2]


def test_rows_are_not_torn_by_a_page_end():
    body = body_of(write_docx(LAID))

    assert body.count("<w:cantSplit/>") == LAID.rows


def test_a_form_on_one_page_is_one_table():
    assert body_of(write_docx(LAID)).count("<w:tbl>") == 1


def test_a_form_over_several_pages_repeats_the_headings_of_the_indicators():
    long = lay_out(LONG, load_layout("liupanshui-2023"))

    repeated = body_of(write_docx(long)).split("<w:tblHeader/>")
    assert len(repeated) == 2
    assert "三级指标" in repeated[1].split("</w:tr>")[0]


def test_a_form_over_several_pages_comes_back_as_it_was():
    long = lay_out(LONG, load_layout("liupanshui-2023"))

    (form,) = recognise(open_document(Path("自评表"), write_docx(long)))

    assert (form.indicators, form.goal, form.total) == (LONG.indicators, LONG.goal, LONG.total)


def test_the_check_code_has_its_picture():
    coded = official(WATER, load_layout("liupanshui-2023"))

    with ZipFile(BytesIO(write_docx(coded, coded))) as archive:
        pictures = [archive.read(f"word/media/code{number}.png") for number in (1, 2)]

    assert pictures == [qr_png(coded.code or "", PICTURE_SCALE)] * 2


def test_another_library_opens_a_form_with_its_picture():
    document = Document(BytesIO(write_docx(official(WATER, load_layout("liupanshui-2023")))))

    assert len(document.inline_shapes) == 1


def test_unit_and_date_stand_on_one_line_where_they_have_room():
    lines = [each.text for each in Document(BytesIO(write_docx(LAID))).paragraphs]

    assert "单位(盖章): 临江县水务局\t填报日期: 2025/01/16" in lines


def test_a_long_unit_keeps_its_line_to_itself():
    long = replace(WATER, reporting_unit="临江县农村供水工程建设和运行管理服务中心" * 3)

    lines = [
        each.text
        for each in Document(
            BytesIO(write_docx(lay_out(long, load_layout("liupanshui-2023"))))
        ).paragraphs
    ]

    assert "填报日期: 2025/01/16" in lines
