"""Sheets exported with commas, semicolons or tabs are read as tables; prose is not."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from jiheng.corpus.generator import sample
from jiheng.formats.errors import FormatError
from jiheng.model.document import Grid, Paragraph
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.readers.text import read_text
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.seeds.test_formats import fields

SHEET = """项目名称,校车,,
一级指标,指标名称,年度指标值,实际完成值
产出指标,"车辆,购置",≥3辆,3辆
效益指标,群众满意度,≥90%,"95%
（问卷""甲""）"
"""


def table(data: bytes) -> Grid:
    (grid,) = read_text(data)
    assert isinstance(grid, Grid)
    return grid


def rows(grid: Grid) -> list[list[str]]:
    last = max(cell.row for cell in grid.cells)
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(last + 1)]


def exported(laid: LaidOut, separator: str) -> str:
    """Return a table as Excel exports it: each merged cell's text in its first place alone."""
    texts = {(cell.row, cell.column): cell.text for cell in laid.grid.cells}
    target = StringIO()
    csv.writer(target, delimiter=separator).writerows(
        [texts.get((row, column), "") for column in range(laid.columns)] for row in range(laid.rows)
    )
    return target.getvalue()


def test_cells_in_quotation_marks_hold_commas_lines_and_marks():
    assert rows(table(SHEET.encode())) == [
        ["项目名称", "校车", "", ""],
        ["一级指标", "指标名称", "年度指标值", "实际完成值"],
        ["产出指标", "车辆,购置", "≥3辆", "3辆"],
        ["效益指标", "群众满意度", "≥90%", '95%\v（问卷"甲"）'],
    ]


def test_a_row_tells_the_line_on_which_it_begins():
    lines = {cell.row: cell.line for cell in table((SHEET + "总分,,,100\n").encode()).cells}

    assert lines == {0: 1, 1: 2, 2: 3, 3: 4, 4: 6}


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_line_end_gives_the_same(codec: str, end: str):
    assert rows(table(SHEET.replace("\n", end).encode(codec))) == rows(table(SHEET.encode()))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_semicolons_and_tabs_part_cells_too(separator: str):
    text = SHEET.replace("车辆,购置", "车辆").replace(",", separator)

    assert rows(table(text.encode()))[3][3] == '95%\v（问卷"甲"）'


def test_a_first_line_may_name_the_separator():
    assert rows(table("sep=;\n甲;乙\n丙;丁\n".encode())) == [["甲", "乙"], ["丙", "丁"]]


def test_rows_of_a_few_cells_less_and_empty_rows_at_the_end_are_still_a_sheet():
    text = "项目名称,校车,,\n实施单位,甲,,\n主管部门,乙\n一级指标,二级指标,分值,得分\n产出指标,数量指标,10,10\n,,,\n,,,\n"

    assert rows(table(text.encode()))[2:] == [
        ["主管部门", "乙", "", ""],
        ["一级指标", "二级指标", "分值", "得分"],
        ["产出指标", "数量指标", "10", "10"],
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "项目名称,校车,是的\n本项目于一月开始,二月完成,三月验收\n其余,略,了\n",
        "一级指标,二级指标,分值\n这里不再说\n得分,自评,如下\n",
        "项目名称,实施单位,主管部门\n甲,乙\n丙,丁\n总分,得分\n",
        '项目名称,"校车,一级指标\n二级指标,三级指标,分值\n得分,甲,乙\n',
        "一,二\n三,四\n五,六\n",
    ],
    ids=[
        "no headings",
        "a line without commas",
        "rows of all lengths",
        "an open mark",
        "two cells",
    ],
)
def test_a_text_with_commas_stays_a_text(prose: str):
    assert all(isinstance(block, Paragraph) for block in read_text(prose.encode()))


def test_tabs_without_cells_over_several_lines_are_read_as_before():
    (grid,) = read_text("项目名称\t校车\t\n一级指标\t得分\t分值\n产出指标\t1\t2\n".encode())

    assert grid.ragged


def test_too_many_cells_are_refused():
    with pytest.raises(FormatError, match="单元格超过 500000 个"):
        read_text(b"sep=,\n" + b"1,2\n" * 250_001)


def test_too_many_cells_of_a_line_are_refused():
    with pytest.raises(FormatError, match="一行有 20001 格"):
        read_text(b"sep=,\n" + b"," * 20_000 + b"1\n")


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("layout_id", ["national-2020", "liupanshui-2023", "hunan-2020"])
def test_a_form_reads_the_same_as_from_its_workbook(layout_id: str, separator: str):
    laid = lay_out(next(sample(1, 5, layout_id)), load_layout(layout_id))
    files = (exported(laid, separator).encode("gb18030"), write_xlsx(laid))

    (from_text,), (from_sheet,) = (recognise(open_document(Path("自评表"), data)) for data in files)

    assert fields(from_text).indicators == fields(from_sheet).indicators
    assert fields(from_text).funds == fields(from_sheet).funds


def test_where_nothing_was_reached_what_stands_left_of_it_stays_there():
    text = (
        "项目名称,转播车,,,,,,\n"
        "一级指标,二级指标,三级指标,分值,评分标准,预期目标值,实际完成值,自评得分\n"
        "产出指标,数量指标,转播车改造,5,完成得5分，未完成不得分,1辆,,0\n"
        "产出指标,数量指标,播出条数,85,每少1%扣0.1分,≥2000条,2168条,85\n"
    )

    (found,) = recognise(open_document(Path("自评表.csv"), text.encode()))

    first = found.indicators[0]
    assert (first.target, first.actual, first.score) == ("1辆", None, "0")
