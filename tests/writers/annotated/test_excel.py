"""Findings as notes of a workbook."""

import io

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.comments import Comment

from jiheng.model.form import Cell
from tests.readers.documents.build import pack
from tests.writers.annotated.margins import (
    FINDING,
    annotated_at,
    annotated_forms,
    cell_saying,
    changed,
    names,
    noted,
    part,
    sheet_notes,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FAMILY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
POINTERS = "http://schemas.openxmlformats.org/package/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
PLACE = Cell(table=0, sheet="自评表", row=1, column=1, text="100")


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def made_by_openpyxl() -> openpyxl.Workbook:
    """Return a form whose total stands in B2."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评表"
    sheet.append(["项目支出绩效自评表"])
    sheet.append(["总分", 100])
    return book


def workbook(sheet: str, pointers: str = "", **more: str) -> bytes:
    """Return a workbook of one sheet, written by hand."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{FAMILY}"><sheets>'
        '<sheet name="自评表" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{POINTERS}"><Relationship Id="rId1" '
        f'Type="{FAMILY}/worksheet" Target="sheet.xml"/>'
        '<Relationship Id="rId2" Type="x/person" Target="persons.xml"/></Relationships>',
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    if pointers:
        parts["xl/_rels/sheet.xml.rels"] = (
            f'<Relationships xmlns="{POINTERS}">{pointers}</Relationships>'
        )
    return pack(parts | more)


def drawing(data: bytes) -> str:
    """Return the drawing of a workbook's boxes."""
    (name,) = (name for name in names(data) if name.endswith(".vml"))
    return part(data, name).decode()


DATA = (
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>自评表</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>总分</t></is></c><c r="B2"><v>100</v></c></row></sheetData>'
)


def test_a_note_says_what_was_found_and_stands_at_its_cell():
    after = noted(saved(made_by_openpyxl()), "100")

    assert sheet_notes(after) == {
        "自评表!B2": "绩衡：\n错误 AR01 总分与各项得分之和不符\n"
        "总分栏为 100，各项得分之和为 97.5，相差 2.5\n表中所填：100\n核对所得：97.5\n相差：2.5\n"
        "依据：财预〔2020〕10号 总分由各项得分汇总（未核）\n怎么办：重新加总\n由单位修改"
    }


def test_only_the_parts_that_must_change_change():
    before = saved(made_by_openpyxl())
    after = noted(before, "100")

    assert changed(before, after) == {
        "[Content_Types].xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert names(after)[: len(names(before))] == names(before)


def test_the_sheet_differs_by_the_pointer_to_its_boxes_alone():
    before = saved(made_by_openpyxl())

    sheet = part(noted(before, "100"), "xl/worksheets/sheet1.xml").decode()

    pointer = f'<legacyDrawing xmlns:r="{FAMILY}" r:id="rId2"/>'
    assert sheet.replace(pointer, "") == part(before, "xl/worksheets/sheet1.xml").decode()


def test_the_pointer_stands_before_what_the_schema_puts_behind_it():
    before = workbook(DATA + '<pageMargins left="1"/><tableParts count="0"/><extLst/>')

    sheet = part(noted(before, "100"), "xl/sheet.xml").decode()

    assert '<pageMargins left="1"/><legacyDrawing' in sheet
    assert 'r:id="rId2"/><tableParts' in sheet


def test_the_box_is_as_wide_in_narrow_columns():
    narrow = '<cols><col min="1" max="9" width="3.0"/></cols>'

    wide_box = part(noted(workbook(DATA), "100"), "xl/drawings/vmlDrawing1.vml").decode()
    narrow_box = part(noted(workbook(narrow + DATA), "100"), "xl/drawings/vmlDrawing1.vml").decode()

    assert "<x:Anchor>2, 12, 0, 2, 6, 56, 7, 7</x:Anchor>" in wide_box
    assert "<x:Anchor>2, 12, 0, 2, 11, 2, 7, 7</x:Anchor>" in narrow_box


def test_two_findings_at_one_cell_are_one_note():
    before = saved(made_by_openpyxl())

    after = annotated_at(before, PLACE, PLACE).data or b""

    assert list(sheet_notes(after)) == ["自评表!B2"]
    assert sheet_notes(after)["自评表!B2"].count("AR01") == 2


def test_notes_that_were_there_stay():
    book = made_by_openpyxl()
    book.active["A1"].comment = Comment("请盖章", "审核人")

    after = noted(saved(book), "100")

    assert sheet_notes(after)["自评表!A1"] == "请盖章"
    assert "AR01" in sheet_notes(after)["自评表!B2"]


def test_the_boxes_of_notes_that_were_there_stay():
    book = made_by_openpyxl()
    book.active["A1"].comment = Comment("请盖章", "审核人")
    before = saved(book)

    after = noted(before, "100")

    assert names(after) == names(before)
    assert drawing(after).startswith(drawing(before).removesuffix("</xml>"))
    assert drawing(after).count('ObjectType="Note"') == 2


def test_a_note_at_the_same_cell_goes_on_with_ours():
    book = made_by_openpyxl()
    book.active["B2"].comment = Comment("请核对总分", "审核人")

    after = noted(saved(book), "100")

    assert sheet_notes(after)["自评表!B2"].startswith("请核对总分\n\n绩衡：\n错误 AR01")


def test_a_note_in_several_fonts_goes_on_with_ours():
    comments = (
        f'<comments xmlns="{MAIN}"><authors><author>审核人</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>请</t></r><r><t>核对</t></r></text>'
        "</comment></commentList></comments>"
    )
    pointer = f'<Relationship Id="rId1" Type="{FAMILY}/comments" Target="comments9.xml"/>'

    after = noted(workbook(DATA, pointer, **{"xl/comments9.xml": comments}), "100")

    assert "<r><t>核对</t></r><r><rPr><b/>" in part(after, "xl/comments9.xml").decode()
    assert "xl/comments1.xml" not in names(after)


def test_a_conversation_gets_an_answer_and_a_note_below_it():
    comments = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={{A}}</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><t>请核对</t></text></comment></commentList></comments>'
    )
    threads = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B2" dT="2025-01-01T00:00:00.00" '
        'personId="{P}" id="{A}"><text>请核对</text></threadedComment></ThreadedComments>'
    )
    people = f'<personList xmlns="{THREADS}"><person displayName="审核人" id="{{P}}"/></personList>'
    pointers = (
        f'<Relationship Id="rId1" Type="{FAMILY}/comments" Target="comments.xml"/>'
        '<Relationship Id="rId2" Type="x/threadedComment" Target="threads.xml"/>'
    )
    before = workbook(
        DATA,
        pointers,
        **{"xl/comments.xml": comments, "xl/threads.xml": threads, "xl/persons.xml": people},
    )

    after = noted(before, "100")

    answer = part(after, "xl/threads.xml").decode()
    assert answer.startswith(threads.removesuffix("</ThreadedComments>"))
    assert 'parentId="{A}"><text>错误 AR01' in answer
    assert 'displayName="绩衡"' in part(after, "xl/persons.xml").decode()
    assert "<r><t>请核对</t></r><r>" in part(after, "xl/comments.xml").decode()


def test_a_conversation_at_another_cell_is_left_alone():
    threads = f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="A1" id="{{A}}"/></ThreadedComments>'
    pointer = '<Relationship Id="rId1" Type="x/threadedComment" Target="threads.xml"/>'
    before = workbook(DATA, pointer, **{"xl/threads.xml": threads})

    after = noted(before, "100")

    assert part(after, "xl/threads.xml").decode() == threads


def test_the_note_of_a_merged_cell_stands_at_its_first_cell():
    book = made_by_openpyxl()
    book.active.merge_cells("B2:D3")

    after = annotated_at(saved(book), replace(PLACE, row=2, column=3, text="")).data or b""

    assert list(sheet_notes(after)) == ["自评表!B2"]


def test_a_cell_that_the_sheet_does_not_hold_gets_its_note():
    after = annotated_at(saved(made_by_openpyxl()), replace(PLACE, column=4, text="")).data or b""

    assert list(sheet_notes(after)) == ["自评表!E2"]


def test_hidden_sheets_and_several_forms_have_their_notes():
    book = made_by_openpyxl()
    hidden = book.create_sheet("旧表")
    hidden.append(["总分", 90])
    hidden.sheet_state = "hidden"

    second = Cell(table=1, sheet="旧表", row=0, column=1, text="90")
    after = annotated_at(saved(book), PLACE, second).data or b""

    assert list(sheet_notes(after)) == ["自评表!B2", "旧表!B1"]


def test_the_boxes_of_two_sheets_have_numbers_of_their_own():
    book = made_by_openpyxl()
    book.create_sheet("二").append(["总分", 90])

    second = Cell(table=1, sheet="二", row=0, column=1, text="90")
    after = annotated_at(saved(book), PLACE, second).data or b""

    assert b'id="_x0000_s1025"' in part(after, "xl/drawings/vmlDrawing1.vml")
    assert b'id="_x0000_s2049"' in part(after, "xl/drawings/vmlDrawing2.vml")


def test_a_finding_without_a_cell_stands_at_the_title():
    title = Cell(table=0, sheet="自评表", row=0, column=0, text="项目支出绩效自评表")

    after = annotated_forms(saved(made_by_openpyxl()), {"title": title}).data or b""

    assert list(sheet_notes(after)) == ["自评表!A1"]


@pytest.mark.parametrize("sign", ["<", "&", "_x0041_", '"'])
def test_signs_that_mean_something_in_a_workbook_stay_text(sign):
    finding = replace(FINDING, message=f"总分{sign}不符")

    after = noted(saved(made_by_openpyxl()), "100", finding)

    stored = part(after, "xl/comments1.xml").decode()
    assert (
        f"总分{sign}不符".replace("&", "&amp;").replace("<", "&lt;").replace("_x", "_x005F_x")
        in stored
    )


def test_a_strict_workbook_gets_strict_pointers():
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheet = f'<x:worksheet xmlns:x="{strict}">{DATA.replace("<", "<x:").replace("<x:/", "</x:")}</x:worksheet>'
    before = workbook("", **{"xl/sheet.xml": sheet})

    after = noted(before, "100")

    family = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    assert f'<x:legacyDrawing xmlns:r="{family}"' in part(after, "xl/sheet.xml").decode()
    assert f'xmlns="{strict}"' in part(after, "xl/comments1.xml").decode()


def test_the_place_of_a_note_is_where_the_reader_saw_the_cell():
    before = saved(made_by_openpyxl())

    assert cell_saying(before, "100") == PLACE


def test_what_was_said_in_a_copy_is_not_said_in_it_again():
    copy = noted(saved(made_by_openpyxl()), "100")
    other = replace(FINDING, message="总分栏为 100，各项得分之和为 96")

    same, more = (annotated_at(copy, PLACE, finding=each) for each in (FINDING, other))

    assert (same.data, same.notes, more.notes) == (None, 0, 1)
