"""Lines of a text into paragraphs and tables."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.model.document import Grid, Paragraph
from jiheng.readers.text import read_text


def texts(block: Grid) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in block.cells]


def test_tabs_make_rows_and_other_lines_are_paragraphs():
    title, table = read_text("自评表\n总分\t100\n\n结论\t好\n".encode())

    assert title == Paragraph(text="自评表", line=1)
    assert texts(table) == [(0, 0, "总分"), (0, 1, "100"), (1, 0, "结论"), (1, 1, "好")]
    assert [cell.line for cell in table.cells] == [2, 2, 4, 4]


def test_a_paragraph_ends_a_table():
    first, middle, second = read_text("总分\t100\n注：略\n总分\t90\n".encode())

    assert (texts(first)[1], middle.text, texts(second)[1]) == (
        (0, 1, "100"),
        "注：略",
        (0, 1, "90"),
    )


def test_a_markdown_rule_is_no_row_and_an_escaped_pipe_no_border():
    (table,) = read_text("| 目标 | 实际 |\n| --- | :-: |\n| A\\|B | ≥3 |\n".encode())

    assert texts(table) == [(0, 0, "目标"), (0, 1, "实际"), (1, 0, "A|B"), (1, 1, "≥3")]


def test_a_row_without_any_text_is_no_row():
    (table,) = read_text("总分\t100\n\t\t\n结论\t好\n".encode())

    assert [row for row, _, _ in texts(table)] == [0, 0, 1, 1]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\v"])
def test_only_line_ends_end_a_row(sign: str):
    (table,) = read_text(f"名称\t培训{sign}人数\t100\r\n总分\t90\r".encode())

    assert [row for row, _, _ in texts(table)] == [0, 0, 0, 1, 1]


def test_the_mark_of_a_new_page_is_no_text():
    (table,) = read_text("总分\t100\n\f结论\t好\n".encode())

    assert texts(table)[2] == (1, 0, "结论")


def test_a_row_with_more_cells_than_a_sheet_has_columns_is_refused():
    with pytest.raises(FormatError, match="一行有 20001 格，超过 16384 格"):
        read_text(b"\t" * 20_000)


def test_too_many_cells_are_refused():
    with pytest.raises(FormatError, match="单元格超过 500000 个"):
        read_text(b"1\t2\n" * 250_001)
