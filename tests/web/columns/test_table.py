"""Exported tables as other systems write them, and what their headings mean."""

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from jiheng.web.columns import table
from jiheng.web.columns.fields import Field, guessed
from jiheng.web.columns.table import BadTable, read_table

HEADINGS, ROW = ("项目名称", "预算数"), ("培训补助", "80")


def read(folder, content: bytes):
    """Return the table of a file."""
    path = folder / "export"
    path.write_bytes(content)
    return read_table(path, "export")


def workbook(*lines: tuple[str, ...], merged: str = "") -> bytes:
    """Return an Excel file with these lines, a range of its first column merged."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, line in enumerate(lines):
        sheet.write_row(at, 0, line)
    if merged:
        sheet.merge_range(merged, "培训补助")
    book.close()
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "项目名称,预算数\n培训补助,80\n".encode(),
        "项目名称\t预算数\n培训补助\t80\n".encode(),
        "项目名称,预算数\r\n培训补助,80\r\n".encode("gb18030"),
        "\ufeff项目名称;预算数\n培训补助;80\n".encode(),
        b"<table><tr><td>\xe9\xa1\xb9\xe7\x9b\xae\xe5\x90\x8d\xe7\xa7\xb0<td>\xe9\xa2\x84\xe7\xae\x97\xe6\x95\xb0</tr><tr><td>\xe5\x9f\xb9\xe8\xae\xad\xe8\xa1\xa5\xe5\x8a\xa9</td><td>80</td></tr></table>",
        workbook(HEADINGS, ROW),
    ],
)
def test_a_table_is_read_from_whatever_it_was_exported_as(tmp_path, content):
    found = read(tmp_path, content)

    assert (found.headings, found.rows) == (HEADINGS, (ROW,))


def test_a_title_above_the_headings_is_left_out(tmp_path):
    content = workbook(("2025年项目支出绩效目标表",), (), HEADINGS, ROW)

    assert read(tmp_path, content).headings == HEADINGS


def test_a_merged_cell_counts_for_all_its_rows(tmp_path):
    lines = (("项目名称", "三级指标"), ("", "人数"), ("", "就业率"))

    rows = read(tmp_path, workbook(*lines, merged="A2:A3")).rows

    assert rows == (("培训补助", "人数"), ("培训补助", "就业率"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "refused.unreadable"),
        (b"PK\x03\x04", "refused.unreadable"),
        (b"\x89PNG\r\n\x1a\n", "refused.unreadable"),
        ("项目名称,预算数\n".encode(), "refused.no-table"),
        ("只有一列\n培训补助\n".encode(), "refused.no-table"),
    ],
)
def test_a_file_without_a_table_says_so(tmp_path, content, why):
    with pytest.raises(BadTable) as refusal:
        read(tmp_path, content)

    assert refusal.value.why == why


def test_a_table_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "MOST_ROWS", 1)

    with pytest.raises(BadTable) as refusal:
        read(tmp_path, "项目名称,预算数\n培训补助,80\n".encode())

    assert refusal.value.why == "refused.too-large"


def test_headings_are_known_under_many_names():
    columns = guessed(("预算项目名称", "项目编码", "年初预算（万元）", "指标分值", "备注"))

    assert [column.field for column in columns] == [
        Field.PROJECT, Field.CODE, Field.INITIAL_BUDGET, Field.WEIGHT, None,
    ]  # fmt: skip


def test_no_field_is_guessed_twice():
    columns = guessed(("项目名称", "项目", "项目名称（全称）"))

    assert [column.field for column in columns] == [Field.PROJECT, None, None]
