"""Corrections in a Word document."""

import pytest
from msgspec.structs import replace

from jiheng.model.form import Cell
from jiheng.writers.patched import patch
from tests.writers.annotated.margins import changed, part
from tests.writers.annotated.test_refusals import restricted, signed
from tests.writers.annotated.test_word import HUNDRED, PLACE, TOTAL, made_by_python_docx, word
from tests.writers.patched.corrections import cell_saying, corrected, edit, reasons, said

DOCUMENT = "word/document.xml"


def total(cell: str) -> bytes:
    """Return a document whose total stands in this cell."""
    return word(TOTAL.format(f"<w:tc>{cell}</w:tc>"))


def test_a_cell_gets_its_new_words_and_nothing_else_changes():
    before = made_by_python_docx()

    made = corrected(before, "100", "97.5")

    assert [each.new for each in made.made] == ["97.5"]
    assert changed(before, made.data) == {DOCUMENT}
    assert part(made.data, DOCUMENT) == part(before, DOCUMENT).replace(
        b"<w:t>100</w:t>", b'<w:t xml:space="preserve">97.5</w:t>'
    )


def test_the_font_of_the_old_words_stays():
    run = '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="21"/></w:rPr><w:t>100</w:t></w:r>'

    made = corrected(total(f"<w:p>{run}</w:p>"), "100", "97.5")

    assert (
        run.replace("<w:t>100", '<w:t xml:space="preserve">97.5')
        in part(made.data, DOCUMENT).decode()
    )


def test_words_in_the_midst_of_a_sentence_are_replaced():
    sentence = "<w:p><w:r><w:t>自评得分184.5分，总分84.5分。</w:t></w:r></w:p>"

    made = corrected(total(sentence), "自评得分184.5分，总分84.5分。", "82.5", old="84.5")

    assert said(made.data)[1] == "自评得分184.5分，总分82.5分。"


def test_words_that_are_cut_into_several_runs_are_replaced():
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in ("得分8", "4", ".5分"))

    made = corrected(total(f"<w:p>{runs}</w:p>"), "得分84.5分", "9", old="84.5")

    assert said(made.data)[1] == "得分9分"


def test_several_corrections_of_one_sentence_are_made():
    sentence = "自评得分84.5分，等次为优。"
    before = total(f"<w:p><w:r><w:t>{sentence}</w:t></w:r></w:p>")
    cell = cell_saying(before, sentence)

    made = patch(before, (edit(cell, "84.5", "82.5"), edit(cell, "等次为优", "等次为良")))

    assert said(made.data)[1] == "自评得分82.5分，等次为良。"


def test_two_corrections_of_the_same_words_are_not():
    before = total(HUNDRED)

    made = patch(before, (edit(PLACE, "100", "97.5"), edit(PLACE, "100", "98")))

    assert said(made.data)[1] == "97.5"
    assert reasons(made) == ["与同一格的另一处改正重叠，没有改。"]


def test_an_empty_cell_gets_words_in_the_font_of_its_paragraph():
    mark = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr>'
    before = total(f"<w:p><w:pPr>{mark}</w:pPr></w:p>")

    made = patch(before, (edit(replace(PLACE, text=""), "", "97.5"),))

    assert (
        f'<w:r>{mark}<w:t xml:space="preserve">97.5</w:t></w:r></w:p>'
        in part(made.data, DOCUMENT).decode()
    )


def test_an_empty_cell_without_any_paragraph_properties_gets_words():
    made = patch(total("<w:p/>"), (edit(replace(PLACE, text=""), "", "<97.5>"),))

    assert said(made.data)[1] == "<97.5>"


def test_a_sentence_outside_of_tables_is_corrected():
    before = word("<w:p><w:r><w:t>自评得分84.5分</w:t></w:r></w:p>")

    made = corrected(before, "自评得分84.5分", "82.5", old="84.5")

    assert said(made.data) == ["自评得分82.5分"]


def test_the_same_sentence_twice_outside_of_tables_is_left_alone():
    before = word(2 * "<w:p><w:r><w:t>自评得分84.5分</w:t></w:r></w:p>")

    made = corrected(before, "自评得分84.5分", "82.5", old="84.5")

    assert made.data == before
    assert reasons(made) == ["“自评得分84.5分”在文件里不止一处，不知道该改哪一处，没有改。"]


def test_a_word_that_stands_twice_in_its_cell_is_left_alone():
    before = total("<w:p><w:r><w:t>自评9分，复核9分</w:t></w:r></w:p>")

    made = corrected(before, "自评9分，复核9分", "8", old="9")

    assert (made.data, len(made.made)) == (before, 0)
    assert "不止一处" in reasons(made)[0]


def test_a_part_of_a_longer_number_is_not_that_number():
    before = total("<w:p><w:r><w:t>110分</w:t></w:r></w:p>")

    made = corrected(before, "110分", "9", old="10")

    assert reasons(made) == ["这一格里找不到“10”，没有改。"]


def test_a_cell_that_says_something_else_by_now_is_left_alone():
    made = patch(total(HUNDRED), (edit(replace(PLACE, text="99"), "99", "97.5"),))

    assert reasons(made) == ["这一格现在是“100”，与读到的“99”不同，没有改。"]


def test_a_cell_that_should_be_empty_and_is_not_is_left_alone():
    made = patch(total(HUNDRED), (edit(PLACE, "", "97.5"),))

    assert reasons(made) == ["这一格现在是“100”，与读到的“”不同，没有改。"]


def test_a_cell_that_is_not_there_is_told():
    made = patch(total(HUNDRED), (edit(replace(PLACE, table=4), "100", "97.5"),))

    assert reasons(made) == ["文件里找不到这一格，没有改。"]


def test_one_refused_correction_does_not_stop_the_others():
    made = patch(
        total(HUNDRED),
        (edit(replace(PLACE, table=4), "100", "97.5"), edit(PLACE, "100", "97.5")),
    )

    assert (len(made.made), len(made.refused)) == (1, 1)
    assert said(made.data)[1] == "97.5"


RESULT = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>100</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
SIMPLE = '<w:p><w:fldSimple w:instr="=SUM(ABOVE)"><w:r><w:t>100</w:t></w:r></w:fldSimple></w:p>'


@pytest.mark.parametrize("cell", [RESULT, SIMPLE])
def test_what_a_field_computes_is_left_alone(cell):
    made = corrected(total(cell), "100", "97.5")

    assert reasons(made) == ["这一格由公式或域算出，改了也会被算回去，请改公式。"]


def control(properties: str) -> str:
    """Return a cell whose words stand in a content control."""
    return (
        f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>"
        "<w:r><w:t>100</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


@pytest.mark.parametrize(
    "properties", ['<w:lock w:val="sdtContentLocked"/>', '<w:dataBinding w:xpath="/a"/>']
)
def test_a_control_that_is_locked_or_bound_is_left_alone(properties):
    made = corrected(total(control(properties)), "100", "97.5")

    assert reasons(made) == ["这一格是内容控件，里面的字由别处决定或不许改，没有改。"]


def test_a_free_control_is_corrected():
    made = corrected(total(control('<w:lock w:val="sdtLocked"/>')), "100", "97.5")

    assert said(made.data)[1] == "97.5"


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CLICK = "<w:r><w:t>单击此处输入</w:t></w:r>"


@pytest.mark.parametrize(
    "cell", [PROMPT.format(f"<w:p>{CLICK}</w:p>"), f"<w:p>{PROMPT.format(CLICK)}</w:p>"]
)
def test_a_prompt_is_not_typed_over(cell):
    made = patch(total(cell), (edit(replace(PLACE, text=""), "", "97.5"),))

    assert reasons(made) == ["这一格是内容控件，里面的字由别处决定或不许改，没有改。"]


def test_a_sign_of_a_symbol_font_is_left_alone():
    run = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b390</w:t></w:r>'

    made = corrected(total(f"<w:p>{run}</w:p>"), "≥90", "≥95")

    assert "写法特殊" in reasons(made)[0]


def test_tracked_insertions_stay_tracked():
    cell = '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>100</w:t></w:r></w:ins></w:p>'

    made = corrected(total(cell), "100", "97.5")

    assert b'<w:ins w:id="1"' in part(made.data, DOCUMENT)
    assert said(made.data)[1] == "97.5"


@pytest.mark.parametrize("data", [signed(), restricted('w:edit="comments" w:enforcement="1"')])
def test_signed_and_protected_documents_are_left_alone(data):
    made = patch(data, (edit(PLACE, "100", "97.5"),))

    assert (made.data, len(made.refused)) == (data, 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        ("总分\t100".encode(), "只有 docx 和 xlsx 文件可以直接改"),
        (b"PK\x03\x04 torn", "压缩包已损坏"),
    ],
)
def test_other_files_come_back_as_they_are(data, reason):
    made = patch(data, (edit(Cell(text="100"), "100", "97.5"),))

    assert made.data == data
    assert reason in reasons(made)[0]


def test_reasons_are_told_in_english_too():
    made = patch(b"text", (edit(PLACE, "100", "97.5"),), "en")

    assert reasons(made)[0].startswith("Only docx and xlsx")
