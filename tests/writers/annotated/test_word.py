"""Findings in the margin of a Word document."""

import io

import docx
import pytest
from msgspec.structs import replace

from jiheng.model.audit import Waiver
from jiheng.model.form import Cell
from tests.readers.documents.build import pack
from tests.writers.annotated.margins import (
    FINDING,
    W,
    anchored,
    annotated_at,
    annotated_forms,
    cell_saying,
    changed,
    names,
    noted,
    part,
    word_comments,
)

MAIN = W.strip("{}")
TOTAL = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>总分</w:t></w:r></w:p></w:tc>{}</w:tr></w:tbl><w:p/>"
DOCUMENT = "word/document.xml"
START = b"<w:commentRangeStart "
PLACE = Cell(table=0, row=0, column=1, text="100")
HUNDRED = "<w:p><w:r><w:t>100</w:t></w:r></w:p>"


def word(body: str, **more: str) -> bytes:
    """Return a Word document with this body, and further parts."""
    document = f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'
    return pack({"word/document.xml": document, **more})


def relations(*kinds_and_targets: tuple[str, str]) -> str:
    """Return a list of pointers."""
    family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{family}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds_and_targets, 1)
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inner}</Relationships>'


def made_by_python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("项目支出绩效自评表", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "项目名称"
    table.cell(0, 1).text = "南湖清淤"
    table.cell(1, 0).text = "总分"
    table.cell(1, 1).text = "100"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_comment_says_what_was_found_what_is_expected_and_what_to_do():
    data = noted(made_by_python_docx(), "100")

    assert word_comments(data) == [
        (
            "绩衡",
            "错误 AR01 总分与各项得分之和不符\n总分栏为 100，各项得分之和为 97.5，相差 2.5\n"
            "表中所填：100\n核对所得：97.5\n相差：2.5\n"
            "依据：财预〔2020〕10号 总分由各项得分汇总（未核）\n怎么办：重新加总\n由单位修改",
        )
    ]


def test_a_comment_stands_at_its_cell():
    data = noted(made_by_python_docx(), "100")

    assert anchored(data) == ["100"]


def test_only_the_parts_that_must_change_change():
    before = made_by_python_docx()
    after = noted(before, "100")

    assert changed(before, after) == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    }
    assert names(after) == [*names(before), "word/comments.xml"]


def test_the_document_differs_by_the_anchors_alone():
    before = made_by_python_docx()

    text = part(noted(before, "100"), "word/document.xml").decode()

    anchors = (
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    assert (
        text.replace(anchors[0], "").replace(anchors[1], "")
        == part(before, "word/document.xml").decode()
    )


def test_the_same_finding_on_the_same_day_gives_the_same_bytes():
    before = made_by_python_docx()

    assert noted(before, "100") == noted(before, "100")


def test_an_empty_cell_carries_a_comment_too():
    body = TOTAL.format("<w:tc><w:p/></w:tc>")
    before = word(body)

    after = annotated_at(before, replace(PLACE, text="")).data or b""

    assert anchored(after) == [""]
    assert b'<w:tc><w:p><w:commentRangeStart w:id="0"/>' in part(after, "word/document.xml")


def test_all_paragraphs_of_a_cell_are_marked():
    before = word(TOTAL.format(f"<w:tc>{HUNDRED}<w:p><w:r><w:t>分</w:t></w:r></w:p></w:tc>"))

    assert anchored(noted(before, "100\n分")) == ["100分"]


def test_an_anchor_stands_behind_the_properties_of_its_paragraph():
    before = word(
        TOTAL.format(
            '<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>100</w:t></w:r></w:p></w:tc>'
        )
    )

    text = part(noted(before, "100"), "word/document.xml")

    assert b'</w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>100' in text


@pytest.mark.parametrize(
    "cell",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:tc>{HUNDRED}</w:tc></w:sdtContent></w:sdt>",
        f"<w:tc><w:sdt><w:sdtContent>{HUNDRED}</w:sdtContent></w:sdt></w:tc>",
        "<w:tc><w:p><w:sdt><w:sdtContent><w:r><w:t>100</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>",
        '<w:tc><w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>100</w:t></w:r></w:ins></w:p></w:tc>',
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>{HUNDRED}</w:tc>',
    ],
    ids=[
        "control round the cell",
        "control in the cell",
        "control in the line",
        "insertion",
        "merged",
    ],
)
def test_a_cell_is_found_in_whatever_wraps_it(cell):
    assert anchored(noted(word(TOTAL.format(cell)), "100")) == ["100"]


def test_a_cell_is_found_in_a_row_that_begins_further_right():
    row = f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>{HUNDRED}</w:tc></w:tr>'
    before = word(f"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>{row}</w:tbl><w:p/>")

    assert anchored(noted(before, "100")) == ["100"]


def test_a_cell_of_a_table_inside_a_table_is_found():
    inner = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{a}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{b}</w:t></w:r></w:p></w:tc></w:tr>"
        for a, b in (("分值", "得分"), ("90", "97.5"))
    )
    before = word(TOTAL.format(f"<w:tc><w:tbl>{inner}</w:tbl><w:p/></w:tc>"))

    assert anchored(noted(before, "97.5")) == ["97.5"]


def test_an_empty_table_before_the_form_does_not_shift_the_place():
    before = word(
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>")
    )

    assert anchored(noted(before, "100")) == ["100"]


def test_what_stands_in_a_text_box_is_told_beside_it():
    box = (
        '<w:p><w:r><w:t>附</w:t></w:r><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"<w:txbxContent>{TOTAL.format(f'<w:tc>{HUNDRED}</w:tc>')}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )

    text = part(noted(word(box), "100"), "word/document.xml")

    assert text.index(b"commentRangeStart") < text.index(b"txbxContent")
    assert text.index(b"</w:txbxContent>") < text.index(b"commentRangeEnd")


def test_a_finding_without_a_cell_stands_at_the_title():
    title = "<w:p><w:r><w:t>目录</w:t></w:r></w:p><w:p><w:r><w:t>自评表</w:t></w:r></w:p>"
    before = word(title + TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"))

    after = annotated_forms(before, {"title": Cell(text="自评表"), "total.weight": PLACE}).data

    assert anchored(after or b"") == ["自评表"]


def test_each_of_two_forms_has_its_comment_at_its_own_title():
    form = f"<w:p><w:r><w:t>自评表</w:t></w:r></w:p>{TOTAL.format(f'<w:tc>{HUNDRED}</w:tc>')}"
    first = {"title": Cell(text="自评表"), "total.weight": PLACE}
    second = first | {"total.weight": replace(PLACE, table=1)}

    after = annotated_forms(word(form + form), first, second).data or b""

    above, between, below = part(after, DOCUMENT).split(b"<w:tbl>")
    assert anchored(after) == ["自评表", "自评表"]
    assert (above.count(START), between.count(START), below.count(START)) == (1, 1, 0)


def test_a_form_without_a_title_has_it_at_its_first_cell():
    before = word(TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"))

    after = annotated_forms(before, {"total.weight": PLACE}).data

    assert anchored(after or b"") == ["100"]


def test_a_place_that_is_not_in_the_file_is_told_at_its_beginning():
    before = word("<w:p><w:r><w:t>自评表</w:t></w:r></w:p>")

    after = annotated_at(before, replace(PLACE, table=7)).data

    assert anchored(after or b"") == ["自评表"]


OLD = (
    f'<w:comments xmlns:w="{MAIN}"><w:comment w:id="4" w:author="审核人" w:initials="审">'
    "<w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>"
)


def test_comments_that_were_there_stay():
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    before = word(
        TOTAL.format(f"<w:tc><w:p>{start}<w:r><w:t>100</w:t></w:r>{end}</w:p></w:tc>"),
        **{
            "word/comments.xml": OLD,
            "word/_rels/document.xml.rels": relations(("comments", "comments.xml")),
        },
    )

    after = noted(before, "100")

    assert changed(before, after) == {"word/document.xml", "word/comments.xml"}
    assert part(after, "word/comments.xml").decode().startswith(OLD.removesuffix("</w:comments>"))
    assert '<w:comment w:id="5" w:author="绩衡"' in part(after, "word/comments.xml").decode()
    assert anchored(after) == ["100", "100"]


def test_a_conversation_that_was_there_stays():
    before = word(
        TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"),
        **{
            "word/comments.xml": OLD,
            "word/commentsExtended.xml": "<e/>",
            "word/people.xml": "<p/>",
            "word/_rels/document.xml.rels": relations(
                ("comments", "comments.xml"),
                ("commentsExtended", "commentsExtended.xml"),
                ("people", "people.xml"),
            ),
        },
    )

    after = noted(before, "100")

    assert changed(before, after) == {"word/document.xml", "word/comments.xml"}


def test_two_findings_at_one_cell_are_two_comments():
    before = word(TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"))

    after = annotated_at(before, PLACE, PLACE).data or b""

    assert anchored(after) == ["100", "100"]


def test_a_document_of_the_strict_kind_gets_strict_comments():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>")
    document = f'<w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>'
    before = pack({"word/document.xml": document})

    after = noted(before, "100")

    assert strict.encode() in part(after, "word/comments.xml")
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(
        after, "word/_rels/document.xml.rels"
    )


def test_a_document_without_prefix_gets_one_for_the_attributes():
    body = TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>").replace("w:", "")
    before = pack({"word/document.xml": f'<document xmlns="{MAIN}"><body>{body}</body></document>'})

    after = noted(before, "100")

    assert anchored(after) == ["100"]


def test_signs_of_markup_in_a_finding_stay_text():
    finding = replace(FINDING, message="“<b>&”\x00与总分不符")

    after = noted(made_by_python_docx(), "100", finding)

    assert "“<b>&”与总分不符" in word_comments(after)[0][1]


def test_a_waived_finding_is_left_out():
    finding = replace(FINDING, waived=Waiver(reason="含上年结转", by="业务科"))

    made = annotated_at(made_by_python_docx(), PLACE, finding=finding)

    assert (made.data, made.notes) == (None, 0)


def test_a_fault_of_the_template_is_told_at_the_first_form_alone():
    before = word(2 * TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"))
    finding = replace(FINDING, mend="template")

    made = annotated_at(before, PLACE, replace(PLACE, table=1), finding=finding)

    assert made.notes == 1


def test_a_field_that_its_row_has_no_cell_for_is_told_at_the_end_of_the_row():
    before = word(TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>"))

    after = annotated_at(before, replace(PLACE, column=6, text="")).data or b""

    assert anchored(after) == ["100"]


def test_what_was_said_in_a_copy_is_not_said_in_it_again():
    copy = noted(made_by_python_docx(), "100")
    other = replace(FINDING, message="总分栏为 100，各项得分之和为 96")

    same = annotated_at(copy, cell_saying(copy, "100"))
    more = annotated_at(copy, cell_saying(copy, "100"), finding=other)

    assert (same.data, same.notes, more.notes) == (None, 0, 1)
