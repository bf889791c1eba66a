"""What of a row is in doubt: fields that another of its cells fits as well."""

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
    read = on_sheet(
        ("产出指标", "数量指标", "养护里程", "", "≥30公里", "28公里", "10", "9"),
        ("", "质量指标", "路容路貌", "", "明显改善", "已明显改善", "20", "20"),
    )

    row = read.indicators[1]

    assert (row.target, row.actual, row.reason) == ("明显改善", "已明显改善", None)


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


def test_a_blank_weight_stays_blank_where_the_rows_of_a_text_keep_to_their_columns():
    rows = """
| 产出指标 | 数量指标 | 养护里程 | ≥ | 30 | 公里 | 28 | 10 | 9 | |
| | | 清障次数 | ≥ | 5 | 次 | 5 | | 10 | |
| | | 培训人次 | ≥ | 8 | 人次 | 8 | 10 | 10 | |
"""

    read = form(rows, columns=APART)

    assert (read.indicators[1].weight, read.indicators[1].score) == (None, "10")
    assert read.doubts == ()


def test_a_method_merged_over_rows_stays_under_its_heading_when_a_row_moves():
    head = cells(
        "一级指标", "二级指标", "三级指标", "分值", "指标值", "实际值", "计算方法", "得分", "原因"
    )
    method = ("达到目标值得满分，没有达到的按完成比例记分", 2, 1)
    first = cells("产出指标", "数量指标", "养护里程", "10", "≥30公里", "30公里", method, "10", "")
    second = cells("", "", "清障次数", "", "10", "≥5次", "4次", "8")

    (read,) = recognise(on_paper([head, first, second]))
    row = read.indicators[1]

    assert (row.weight, row.target, row.actual, row.score) == ("10", "≥5次", "4次", "8")
    assert row.method == "达到目标值得满分，没有达到的按完成比例记分"
