"""A letter as a Word file."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from msgspec.structs import replace

from jiheng.writers.letter import Words, letter_docx
from tests.writers.letter.letters import LETTER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(letter) -> etree._Element:
    """Return the text part of a letter's file."""
    return etree.fromstring(ZipFile(BytesIO(letter_docx(letter))).read("word/document.xml"))


def said(letter, style: str) -> list[str]:
    """Return the texts of the paragraphs in a style."""
    styled = (
        each
        for each in document(letter).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
    )
    return ["".join(each.itertext()) for each in styled]


def test_headings_and_words_stand_in_their_styles():
    assert said(LETTER, "LetterHeading") == ["一、报送情况"]
    assert said(LETTER, "LetterWords") == ["应报送 3 份，已报送 2 份 <未报 1 份>。"]
    assert said(LETTER, "LetterFoot") == ["数据截至 2026-11-20"]


def test_a_title_breaks_where_it_is_told_to():
    (title,) = (
        each
        for each in document(LETTER).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "LetterTitle"
    )

    assert len(title.findall(f"{W}r/{W}br")) == 1


def test_a_table_has_its_name_above_and_its_heading_on_every_page():
    (table,) = document(LETTER).iter(f"{W}tbl")
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]

    assert said(LETTER, "LetterCaption") == ["各部门报送情况"]
    assert rows == [
        ["部门", "应报"],
        ["云岭市水务局", "1"],
        ["云岭市教育局", "2"],
        ["合计", "3"],
    ]
    assert len(list(table.iter(f"{W}tblHeader"))) == 1


def test_words_stand_left_and_numbers_right():
    assert said(LETTER, "LetterCellWords") == ["云岭市水务局", "云岭市教育局", "合计"]
    assert said(LETTER, "LetterCellNumber") == ["1", "2", "3"]


def test_what_xml_cannot_hold_is_left_out():
    letter = replace(LETTER, blocks=(Words(text="得\x00分\x0b"),))

    assert said(letter, "LetterWords") == ["得分"]


def test_the_same_letter_gives_the_same_bytes():
    assert letter_docx(LETTER) == letter_docx(LETTER)
