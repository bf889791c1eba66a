"""Marks of pages in a text: they are no cells, and a row that one stands in is whole."""

from jiheng.model.form import Form
from jiheng.readers.text.page_marks import without_page_marks
from tests.readers.recognise.sheets import forms

TABBED = (
    "项目名称\t乡村消防\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t新建消防站\t≥3座\t3座\t45\t45\n{cut}\t≤2起\t1起\t45\t45\n总分\t\t\t\t\t90\t90\n"
)


def only(text: str) -> Form:
    (found,) = forms(text)
    return found


def test_a_name_that_goes_on_overleaf_is_one_with_its_row():
    read = only(TABBED.format(cut="\t质量指标\t较大以上火灾\n— 7 —\n\n事故起数"))

    assert [row.name for row in read.indicators] == ["新建消防站", "较大以上火灾事故起数"]


def test_a_mark_between_rows_parts_nothing():
    read = only(TABBED.format(cut="第 3 页 共 5 页\n\t质量指标\t火灾事故起数"))

    assert [(row.name, row.target) for row in read.indicators][1] == ("火灾事故起数", "≤2起")


def test_a_heading_above_a_mark_keeps_its_line():
    lines = list(enumerate(["绩效指标", "— 2 —", "产出指标\t合格率\t≥90%"], 1))

    assert without_page_marks(lines) == [lines[0], lines[2]]


def test_a_mark_among_cells_of_a_line_each_is_no_cell():
    read = only(
        "项目名称\n河道保洁\n一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n"
        "产出指标\n数量指标\n保洁里程\n≥9公里\n第 4 页 共 6 页\n9公里\n90\n90\n总分\n90\n90\n"
    )

    (row,) = read.indicators
    assert (row.target, row.actual, row.score) == ("≥9公里", "9公里", "90")
