"""What came of the files of a run, as a worksheet and as a page."""

from io import BytesIO

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from jiheng.model.reading_report import FileLine, ReadingReport
from jiheng.writers.reading_report import write_reading_page, write_reading_sheet

REPORT = ReadingReport(
    files=(
        FileLine(path="水务局/一.docx", state="read", kind="docx", forms=2, seconds=0.0061),
        FileLine(
            path="水务局/二.txt", state="doubtful", kind="text", forms=1, doubts=3, seconds=0.004
        ),
        FileLine(
            path="=1+1<b>.pdf",
            state="refused",
            reason="=1+1<b>.pdf：文件设有打开密码，请去掉密码后重新保存。",
            seconds=0.5,
        ),
        FileLine(
            path="副本.docx", state="repeated", kind="docx", reason="与 一.docx 内容相同，只核一次"
        ),
        FileLine(path="照片.psd", state="skipped", reason="不是可读的格式"),
    )
)
SUMMARY = (
    "共 5 个文件：读出 1 个，有存疑 1 个，未能读取 1 个，重复 1 个，跳过 1 个；"
    "读出 3 张表，存疑 3 处，用处理器 0.5 秒"
)


def sheet_rows(language: str = "zh") -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(write_reading_sheet(REPORT, language)))
    return list(book.active.iter_rows(values_only=True))


def page() -> LexborHTMLParser:
    return LexborHTMLParser(write_reading_page(REPORT))


def test_the_worksheet_says_the_sums_and_then_a_row_a_file():
    summary, heads, *rows = sheet_rows()

    assert summary[0] == SUMMARY
    assert heads == ("序", "文件", "结果", "格式", "表数", "存疑", "秒", "说明")
    assert rows[1] == (2, "水务局/二.txt", "有存疑", "文本", 1, 3, 0.004, "")


def test_a_reason_stands_without_the_name_beside_it_and_a_name_is_no_formula():
    rows = sheet_rows()[2:]

    assert (rows[2][1], rows[2][7]) == ("=1+1<b>.pdf", "文件设有打开密码，请去掉密码后重新保存。")


def test_the_page_says_the_same_as_the_worksheet():
    cells = [[cell.text() for cell in row.css("td")] for row in page().css("tbody tr")]
    words = [[str(each) for each in row] for row in sheet_rows()[2:]]

    assert page().css_first("p").text() == SUMMARY
    assert [row[1:4] + row[7:] for row in cells] == [row[1:4] + row[7:] for row in words]


def test_a_name_is_no_markup():
    assert page().css_first("td b") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_report_gives_the_same_bytes(language):
    assert write_reading_sheet(REPORT, language) == write_reading_sheet(REPORT, language)


def test_the_page_speaks_english():
    text = write_reading_page(REPORT, "en")

    assert '<html lang="en">' in text
    assert "5 files: 1 read, 1 with doubts, 1 not readable" in text
