"""What of a row is in doubt: fields that another of its cells fits as well."""

import pytest

from jiheng.model.form import Form
from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import cells, form, on_paper

HEADINGS = cells(
    "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "原因"
)
APART = "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 原因 |\n"


def on_sheet(*rows: tuple[str, ...]) -> Form:
    (found,) = recognise(on_paper([HEADINGS, *(cells(*row) for row in rows)]))
    return found


def test_a_row_moved_to_the_right_is_read_by_what_its_cells_hold():
    read = on_sheet(("产出指标", "数量指标", "养护里程", "", "≥30公里", "28公里", "10", "9"))

    (row,) = read.indicators

    assert (row.target, row.actual, row.weight, row.score) == ("≥30公里", "28公里", "10", "9")
    assert read.doubts == ()


def test_words_moved_to_the_right_are_read_where_they_belong():
    head = cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "原因")
    row = cells("产出指标", "质量指标", "路容路貌", "", "明显改善", "已明显改善")

    (read,) = recognise(on_paper([head, row]))
    (found,) = read.indicators

    assert (found.target, found.actual, found.reason) == ("明显改善", "已明显改善", None)


def test_among_moved_rows_a_blank_target_in_place_is_in_doubt():
    moved = ("产出指标", "数量指标", "养护里程", "", "≥30公里", "28公里", "10", "9")
    blank = ("", "质量指标", "路容路貌", "", "明显改善", "20", "20", "")

    alone, beside = on_sheet(blank), on_sheet(moved, blank)

    assert alone.doubts == ()
    assert {"indicators[1].target", "indicators[1].actual"} <= {doubt.at for doubt in beside.doubts}


def test_one_number_too_few_leaves_weight_and_score_in_doubt():
    read = form("| 产出指标 | 数量指标 | | 养护里程 | ≥30公里 | 28公里 | 10 | | |")

    doubts = {doubt.at: doubt.candidates for doubt in read.doubts}

    assert doubts == {"indicators[0].weight": ("10",), "indicators[0].score": ("10",)}


def test_a_row_in_place_is_in_no_doubt():
    read = on_sheet(("产出指标", "数量指标", "养护里程", "≥30公里", "28公里", "", "9", ""))

    assert (read.indicators[0].weight, read.indicators[0].score) == (None, "9")
    assert read.doubts == ()


def test_an_operator_and_a_unit_tell_where_a_moved_row_belongs():
    row = "| 产出指标 | 数量指标 | 养护里程 | | ≥ | 30 | 公里 | 28 | 10 | 9 |"

    (read,) = form(row, columns=APART).indicators

    assert (read.nature, read.target, read.unit) == ("≥", "≥30公里", "公里")
    assert (read.actual, read.weight, read.score) == ("28", "10", "9")


def test_the_nature_of_an_indicator_is_no_target():
    row = "| 产出指标 | 质量指标 | 完工时间 | | 定性 | 5月30日前 | | 5月26日 | 10 | 9 |"

    (read,) = form(row, columns=APART).indicators

    assert (read.nature, read.target, read.unit) == ("定性", "5月30日前", None)


ADJUSTED = "| 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 得分系数(%) | 指标权重(分) | 指标得分(分) |\n"


def test_a_blank_weight_stays_blank_where_the_rows_of_a_text_keep_to_their_columns():
    rows = """
| 养护里程 | 公里 | ≥ | 30 | ≥30公里 | 28 | 93 | 10 | 9 |
| 清障次数 | 次 | ≥ | 5 | ≥5次 | 5 | 100 | | 10 |
| 培训人次 | 人次 | ≥ | 8 | ≥8人次 | 8 | 100 | 10 | 10 |
"""

    read = form(rows, columns=ADJUSTED)
    row = read.indicators[1]

    assert (row.adjusted_target, row.actual, row.coefficient) == ("≥5次", "5", "100")
    assert (row.weight, row.score) == (None, "10")


def test_a_method_merged_over_rows_stays_under_its_heading_when_a_row_moves():
    head = cells(
        "一级指标", "二级指标", "三级指标", "分值", "指标值", "实际值", "计算方法", "得分", "原因"
    )
    method = ("达到目标值得满分，没有达到的按完成比例记分", 2, 1)
    moved = cells("产出指标", "数量指标", "养护里程", "", "10", "≥30公里", method, "28公里", "9")
    below = cells("", "", "清障次数", "10", "≥5次", "4次", "8")

    (read,) = recognise(on_paper([head, moved, below]))
    row = read.indicators[0]

    assert (row.weight, row.target, row.actual, row.score) == ("10", "≥30公里", "28公里", "9")
    assert [row.method for row in read.indicators] == [method[0]] * 2


SLID = """
| 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 28公里 | 60 | 58 | |
| 产出指标 | 质量指标 | | 路面合格率 | ≥90% | 95% | 30 | |
"""


@pytest.mark.parametrize(
    ("total", "points"), [("97.5", (None, "30")), ("67.5", ("30", None)), ("", ("30", None))]
)
def test_a_lone_number_is_a_score_where_only_that_adds_up_to_the_total(total: str, points):
    read = form(SLID, tail=f"| 总分 | | | | | 100 | {total} | |\n")

    assert (read.indicators[1].weight, read.indicators[1].score) == points
    assert "indicators[1].score" in {doubt.at for doubt in read.doubts}


def test_a_row_that_hardly_fits_puts_the_value_left_empty_in_doubt_too():
    columns = "| 年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n"

    read = form("| 产 | 数量指标 | 指标1:清淤山塘 | | 已清淤 | 15 | 15 | |", columns=columns)

    open_ = {doubt.at for doubt in read.doubts}
    assert {"indicators[0].target", "indicators[0].actual"} <= open_
