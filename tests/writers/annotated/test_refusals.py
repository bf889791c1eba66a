"""Files that are left as they are, each with the reason."""

import io
import zipfile

import pytest

from jiheng.writers.inplace.errors import Unwritable
from tests.readers.documents.build import CASES, load
from tests.readers.hostile.packages import word as hostile_word
from tests.writers.annotated.margins import annotated_at
from tests.writers.annotated.test_excel import PLACE as IN_SHEET
from tests.writers.annotated.test_excel import made_by_openpyxl, saved
from tests.writers.annotated.test_word import HUNDRED, MAIN, PLACE, TOTAL, relations, word

BODY = TOTAL.format(f"<w:tc>{HUNDRED}</w:tc>")


def restricted(rule: str) -> bytes:
    """Return a document with a rule on who may edit it."""
    settings = f'<w:settings xmlns:w="{MAIN}"><w:documentProtection {rule}/></w:settings>'
    return word(
        BODY,
        **{
            "word/settings.xml": settings,
            "word/_rels/document.xml.rels": relations(("settings", "settings.xml")),
        },
    )


def signed() -> bytes:
    """Return a document with a digital signature."""
    family = "http://schemas.openxmlformats.org/package/2006/relationships"
    pointers = (
        f'<Relationships xmlns="{family}"><Relationship Id="a" Type="{family}/digital-signature/'
        'origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    return word(BODY, **{"_rels/.rels": pointers, "_xmlsignatures/origin.sigs": ""})


def test_a_signed_document_is_left_alone():
    made = annotated_at(signed(), PLACE)

    assert (made.data, made.refusal) == (None, "文件有数字签名，一写就会失效，所以没有动它。")


@pytest.mark.parametrize("edit", ["readOnly", "forms", "trackedChanges"])
def test_a_protected_document_is_left_alone(edit):
    made = annotated_at(restricted(f'w:edit="{edit}" w:enforcement="1"'), PLACE)

    assert (made.data, made.refusal) == (
        None,
        "文件设了编辑保护，所以没有动它，请撤销保护后再试。",
    )


@pytest.mark.parametrize(
    "rule",
    ['w:edit="comments" w:enforcement="1"', 'w:edit="readOnly" w:enforcement="0"', 'w:edit="none"'],
)
def test_a_document_that_may_be_commented_is(rule):
    assert annotated_at(restricted(rule), PLACE).refusal is None


def test_a_sheet_protected_against_notes_is_left_alone():
    book = made_by_openpyxl()
    book.active.protection.enable()
    book.active.protection.objects = True

    made = annotated_at(saved(book), IN_SHEET)

    assert (made.data, made.refusal) == (
        None,
        "文件设了编辑保护，所以没有动它，请撤销保护后再试。",
    )


def test_a_sheet_whose_cells_alone_are_protected_gets_notes():
    book = made_by_openpyxl()
    book.active.protection.enable()
    book.active.protection.objects = False

    assert annotated_at(saved(book), IN_SHEET).refusal is None


def test_a_document_with_a_web_page_inside_is_left_alone():
    (case,) = (case for case in CASES if case.name == "docx-web-page-inside")

    made = annotated_at(load(case), PLACE)

    assert "网页" in (made.refusal or "")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "文件是空的"),
        (b"plain text", "这不是 docx 或 xlsx 文件"),
        (b"PK\x03\x04 torn", "压缩包已损坏"),
        (hostile_word("<w:p/>", '<!DOCTYPE d [<!ENTITY e "e">]>'), "DOCTYPE"),
        (hostile_word("<w:p>" * 300 + "</w:p>" * 300), "上限"),
    ],
    ids=["empty", "text", "torn", "doctype", "deep"],
)
def test_what_readers_refuse_is_refused(data, cause):
    made = annotated_at(data, PLACE)

    assert made.data is None
    assert cause in (made.refusal or "")


def test_a_part_in_another_encoding_is_left_alone():
    document = f'<?xml version="1.0" encoding="utf-16"?><w:document xmlns:w="{MAIN}"><w:body>{BODY}</w:body></w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", document.encode("utf-16"))

    made = annotated_at(target.getvalue(), PLACE)

    assert "UTF-16" in (made.refusal or "")


def test_the_refusal_is_told_in_english_too():
    assert Unwritable("signed").said("en").startswith("The file carries a digital signature")
