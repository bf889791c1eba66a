"""What a workbook's records say its cells show."""

import struct

import pytest

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.xls.workbook import worksheets
from jiheng.formats.xlsx.sheet import Found
from tests.formats.xls.records import NARROW, book, cell, formula, record, texts, words

EMPTY, TEXT = b"\x03\0\0\0\0\0\xff\xff", b"\0\0\0\0\0\0\xff\xff"
JOINED = b"\x17\x04\x00abcd\x17\x01\x00e\x08"
"""The expression "abcd" & "e"."""


def found(stream: bytes) -> Found:
    (sheet,) = worksheets(stream, CellBudget())
    return sheet.found


def values(stream: bytes) -> dict[tuple[int, int], str]:
    return found(stream).values


def refusal(stream: bytes) -> str:
    with pytest.raises(FormatError) as error:
        worksheets(stream, CellBudget())
    return str(error.value)


@pytest.mark.parametrize(
    ("packed", "shown"),
    [
        ((100 << 2) | 2, "100"),
        ((2010 << 2) | 3, "20.1"),
        ((-5 << 2 & 0xFFFFFFFF) | 2, "-5"),
        (struct.unpack("<II", struct.pack("<d", 0.5))[1], "0.5"),
        (struct.unpack("<II", struct.pack("<d", 1250.0))[1] | 1, "12.5"),
    ],
)
def test_a_number_packed_into_four_bytes(packed: int, shown: str):
    assert values(book(cell(0x27E, 3, 2, struct.pack("<I", packed)))) == {(3, 2): shown}


def test_several_packed_numbers_of_a_row():
    both = struct.pack("<HIHI", 0, 7 << 2 | 2, 0, 8 << 2 | 2)
    many = record(0xBD, struct.pack("<HH", 1, 4) + both + struct.pack("<H", 5))

    assert values(book(many)) == {(1, 4): "7", (1, 5): "8"}


def test_a_number_keeps_all_its_digits():
    cells = (
        cell(0x203, 0, 0, struct.pack("<d", 17461600.25)),
        cell(0x203, 0, 1, struct.pack("<d", 1e300)),
        cell(0x203, 0, 2, struct.pack("<d", 0.1 + 0.2)),
    )

    assert list(values(book(*cells)).values()) == ["17461600.25", "1E+300", "0.3"]


def test_a_text_in_its_own_record_or_with_runs_or_among_the_shared_ones():
    cells = (
        cell(0x204, 0, 0, words("总分")),
        cell(0xD6, 0, 1, words("得分") + b"\0\0"),
        cell(0xFD, 0, 2, struct.pack("<I", 1)),
    )

    assert list(values(book(*cells, globals_=texts("一", "偏差原因"))).values()) == [
        "总分",
        "得分",
        "偏差原因",
    ]


def test_letters_that_go_on_in_the_next_record_say_again_how_wide_they_are():
    begun = struct.pack("<IIHB", 1, 1, 6, 1) + "执行".encode("utf-16-le")
    shared = record(0xFC, begun) + record(0x3C, b"\0B/A=") + b""

    assert values(book(cell(0xFD, 0, 0, bytes(4)), globals_=shared)) == {(0, 0): "执行B/A="}


def test_what_stands_behind_a_text_may_go_on_in_the_next_record():
    head = struct.pack("<IIHBHI", 2, 2, 1, 0x0D, 2, 3) + "甲".encode("utf-16-le") + bytes(4)
    shared = record(0xFC, head) + record(0x3C, bytes(7) + words("乙"))
    both = cell(0xFD, 0, 0, bytes(4)) + cell(0xFD, 0, 1, struct.pack("<I", 1))

    assert list(values(book(both, globals_=shared)).values()) == ["甲", "乙"]


def test_lengths_themselves_may_be_parted_by_the_end_of_a_record():
    whole = words("甲") + words("乙")
    shared = record(0xFC, struct.pack("<II", 2, 2) + whole[:6]) + record(0x3C, whole[6:])

    assert values(book(cell(0xFD, 0, 0, b"\1\0\0\0"), globals_=shared)) == {(0, 0): "乙"}


@pytest.mark.parametrize(
    ("page", "encoding"), [(936, "gbk"), (950, "big5"), (1252, "cp1252"), (4711, "gb18030")]
)
def test_excel_95_keeps_texts_in_the_code_page_that_it_names(page: int, encoding: str):
    text = "café" if encoding == "cp1252" else "分值"
    raw = text.encode(encoding)
    stream = book(
        cell(0x204, 0, 0, struct.pack("<H", len(raw)) + raw),
        globals_=record(0x42, struct.pack("<H", page)),
        version=NARROW,
    )

    assert values(stream) == {(0, 0): text}


def test_excel_95_without_a_code_page_is_taken_for_chinese():
    raw = "㐂分值".encode("gb18030")

    assert values(book(cell(0x204, 0, 0, struct.pack("<H", len(raw)) + raw), version=NARROW)) == {
        (0, 0): "㐂分值"
    }


def test_a_number_format_of_excel_95():
    format_ = record(0x41E, struct.pack("<HB", 164, 5) + b"0.00%")
    style = record(0xE0, struct.pack("<HH", 0, 164))
    stream = book(
        cell(0x203, 0, 0, struct.pack("<d", 0.201)), globals_=format_ + style, version=NARROW
    )

    assert values(stream) == {(0, 0): "20.10%"}


def test_truth_and_errors():
    cells = (
        cell(0x205, 0, 0, b"\1\0"),
        cell(0x205, 0, 1, b"\0\0"),
        cell(0x205, 0, 2, b"\7\1"),
        cell(0x205, 0, 3, b"\x99\1"),
    )

    assert list(values(book(*cells)).values()) == ["TRUE", "FALSE", "#DIV/0!", "#N/A"]


def test_a_formula_shows_the_result_that_it_was_saved_with():
    cells = (
        formula(0, 0, struct.pack("<d", 97.5)),
        formula(0, 1, TEXT) + record(0x4BC, bytes(10)) + record(0x207, words("优")),
        formula(0, 2, b"\x01\0\x01\0\0\0\xff\xff"),
        formula(0, 3, b"\x02\0\x2a\0\0\0\xff\xff"),
        formula(0, 4, EMPTY, tokens=b"\x17\x00\x00"),
    )

    read = found(book(*cells))
    assert list(read.values.values()) == ["97.5", "优", "TRUE", "#N/A"]
    assert read.uncalculated == frozenset()


@pytest.mark.parametrize(
    "awaiting",
    [
        formula(0, 0, EMPTY, tokens=b"\x1e\x01\x00"),
        formula(0, 0, TEXT),
        formula(0, 0, struct.pack("<d", 0.0), tokens=JOINED),
    ],
    ids=["a number gave an empty text", "its text is missing", "joined texts gave a number"],
)
def test_a_formula_that_was_saved_without_its_result_is_known(awaiting: bytes):
    assert found(book(awaiting)).uncalculated == {(0, 0)}


def test_a_chart_in_a_sheet_has_no_cells_of_the_sheet():
    inner = record(0x809, bytes(4)) + cell(0x203, 9, 9, struct.pack("<d", 4.0)) + record(0x0A)

    assert values(book(inner, cell(0x203, 0, 0, struct.pack("<d", 1.0)))) == {(0, 0): "1"}


def test_a_sheet_that_is_a_chart_is_left_out():
    stream = bytearray(book(cell(0x203, 0, 0, struct.pack("<d", 1.0))))
    stream[stream.index(b"\x01\x01" + "表".encode("utf-16-le")) - 1] = 2

    assert worksheets(bytes(stream), CellBudget()) == ()


def test_a_workbook_with_a_password_is_refused():
    assert "工作簿设有密码" in refusal(book(globals_=record(0x2F, bytes(6))))


def test_a_workbook_of_excel_4_is_refused():
    assert "早于 Excel 95" in refusal(record(0x409, bytes(6)))


def test_too_many_sheets_are_refused():
    assert "工作表超过 256 个" in refusal(book(sheets=257))


def test_too_many_records_are_refused():
    assert "记录超过 1000000 条" in refusal(book(globals_=record(0x92) * 1_000_001))


def test_too_many_shared_texts_are_refused():
    shared = record(0xFC, struct.pack("<II", 600_000, 600_000)) + record(0x3C, bytes(8000)) * 230

    assert "单元格超过 500000 个" in refusal(book(globals_=shared))


def test_too_many_cells_are_refused():
    item = struct.pack("<HI", 0, 1 << 2 | 2)
    row = record(0xBD, bytes(4) + item * 1300 + bytes(2))

    assert "单元格超过 500000 个" in refusal(book(row * 400))


@pytest.mark.parametrize(
    "broken",
    [
        book()[:-4],
        book(globals_=record(0x3C) + record(0x809, bytes(4)))[:40],
        book()[:-1],
        book(cell(0xFD, 0, 0, b"\5\0\0\0"), globals_=texts("一")),
        book(cell(0x203, 0, 0, b"short")),
        book(cell(0x204, 0, 0, struct.pack("<HB", 9, 1) + b"ab")),
        book(cell(0x204, 0, 0, struct.pack("<H", 9) + b"ab"), version=NARROW),
        book(globals_=record(0xFC, b"1234")),
        book(globals_=record(0xFC, struct.pack("<IIHB", 1, 1, 9, 1))),
        book(globals_=record(0x85, b"ab")),
        book(formula(0, 0, b"")),
    ],
    ids=[
        "no end",
        "no end of the book",
        "a record is cut short",
        "a text that is not there",
        "a short number",
        "a short text",
        "a short text of Excel 95",
        "no count of shared texts",
        "a short shared text",
        "a short entry of a sheet",
        "a short formula",
    ],
)
def test_records_that_contradict_one_another_are_refused(broken: bytes):
    assert "文件已损坏，工作簿的记录互相矛盾" in refusal(broken)
