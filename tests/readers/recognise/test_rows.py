"""Rows of indicators: cells go to columns in order, whatever their places."""

import pytest

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, HEAD, cells, form, forms, on_paper

ONE = "| 产出指标(90分) | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |"


LEVELS = ("level1", "level1_printed")


def test_cells_that_slid_to_the_right_are_read_all_the_same():
    (row,) = form(
        "| | | 产出指标(90分) | | 数量指标 | 养护里程 | | ≥100公里 | 120公里 | 90 | 90 | |"
    ).indicators

    assert (row.level2, row.name, row.target, row.actual) == (
        "数量指标",
        "养护里程",
        "≥100公里",
        "120公里",
    )
    assert (row.weight, row.score, row.reason) == ("90", "90", None)


def test_a_reason_is_told_from_a_method():
    columns = "| 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 全年实际值(B) | 得分计算方法 | 得分 | 未完成原因分析 |\n"
    rows = "| 产出指标 | 数量指标 | 养护里程 | 20 | ≥100公里 | 95公里 | 未达到的按B/A×该指标分值记分 | 19 | 雨季停工，已列入下年计划 |"

    (row,) = form(rows, columns=columns).indicators

    assert (row.method, row.reason) == ("未达到的按B/A×该指标分值记分", "雨季停工，已列入下年计划")


def test_a_row_without_weight_and_score_is_still_an_indicator():
    first, second = form(ONE + "\n| | | 养护单价 | 75元/米 | 75元/米 | | | |").indicators

    assert (second.name, second.target, second.weight, second.score) == (
        "养护单价",
        "75元/米",
        None,
        None,
    )
    assert first.level2 == second.level2


def test_rows_without_a_name_are_no_indicators():
    rows = ONE + "\n| | | 指标2: | | | | | |\n| | | ..... | | | | | |\n| | | …… | | | | | |"

    assert [row.name for row in form(rows).indicators] == ["养护里程"]


def test_a_dash_is_blank_and_a_zero_is_zero():
    (row,) = form("| 产出指标 | 数量指标 | 安全事故 | 0起 | 0起 | 10 | 0 | — |").indicators

    assert (row.score, row.reason) == ("0", None)


def test_an_operator_and_a_unit_of_their_own_cells_join_the_target():
    columns = "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析 |\n"

    (row,) = form(
        "| 产出指标 | 数量指标 | 培训人次 | ≧ | 735 | 人次 | 800 | 20 | 20 | |", columns=columns
    ).indicators

    assert (row.target, row.unit, row.nature, row.actual) == ("≧735人次", "人次", "≧", "800")


def test_a_cell_too_many_is_in_doubt():
    read = form("| 产出指标 | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | 88 | |")

    assert [doubt.reason for doubt in read.doubts] == ["surplus-cell"]


def test_under_a_heading_that_is_no_known_one_every_level_is_in_doubt():
    rows = """
    | 成本指标(10分) | 经济成本指标 | 项目支出总额 | ≤76万元 | 76万元 | 10 | 10 | |
    | 1产出指标 | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 40 | 40 | |
    | | 质量指标 | 验收合格率 | 100% | 100% | 30 | 30 | |
    | 满意度指标(10分) | 满意度指标 | 村民满意度 | ≥90% | 95% | 10 | 10 | |"""

    doubted = {doubt.at for doubt in form(rows).doubts}

    assert {f"indicators[{row}].{level}" for row in (1, 2) for level in LEVELS} <= doubted
    assert not {f"indicators[{row}].{level}" for row in (0, 3) for level in LEVELS} & doubted


def test_a_heading_row_repeated_after_a_page_break_is_no_indicator():
    rows = (
        ONE
        + "\n| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |"
    )
    rows += "\n| | 时效指标 | 完成时间 | 11月底前 | 10月 | 5 | 5 | |"

    assert [row.name for row in form(rows).indicators] == ["养护里程", "完成时间"]


def test_a_second_title_begins_a_second_form():
    one = HEAD + COLUMNS + ONE + "\n"

    assert [read.source.index for read in forms(one + "\n" + one)] == [1, 2]


def test_a_second_project_begins_a_second_form_even_without_title():
    untitled = "\n".join(HEAD.splitlines()[2:]) + "\n" + COLUMNS + ONE + "\n"

    assert len(forms(untitled + untitled)) == 2


def test_a_method_merged_over_two_rows_holds_for_both():
    head = [
        (text, 1, 1)
        for text in (
            "一级指标",
            "二级指标",
            "三级指标",
            "指标值",
            "全年实际值",
            "得分计算方法",
            "分值",
            "得分",
        )
    ]
    document = on_paper(
        [
            head,
            [
                ("产出指标", 2, 1),
                ("数量指标", 2, 1),
                ("甲", 1, 1),
                ("≥1个", 1, 1),
                ("1个", 1, 1),
                ("按比例记分，得满分", 2, 1),
                ("5", 1, 1),
                ("5", 1, 1),
            ],
            [("乙", 1, 1), ("≥2个", 1, 1), ("2个", 1, 1), ("6", 1, 1), ("6", 1, 1)],
        ]
    )

    (read,) = recognise(document)

    assert [row.method for row in read.indicators] == ["按比例记分，得满分"] * 2
    assert read.cells["indicators[1].method"].row == 1
    assert [row.level2 for row in read.indicators] == ["数量指标"] * 2


def test_on_paper_a_single_number_belongs_to_the_column_it_stands_in():
    head = [
        (text, 1, 1)
        for text in ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
    ]
    row = [(text, 1, 1) for text in ("产出指标", "数量指标", "甲", "≥1个", "1个", "", "5")]

    (read,) = recognise(on_paper([head, row]))

    assert (read.indicators[0].weight, read.indicators[0].score) == (None, "5")


GUYUAN = "| 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 全年实际值(B) | 得分计算方法 | 得分 | 未完成原因分析 |\n"


@pytest.mark.parametrize(
    "method", ["达到目标值计满分，未达到按比例计分", "完成率×分值", "定量指标", "根据完成情况打分"]
)
@pytest.mark.parametrize(("target", "actual"), [("", "326公里"), ("≥300公里", "")])
def test_a_blank_value_beside_a_method_stays_blank(method, target, actual):
    head = [(text.strip(), 1, 1) for text in GUYUAN.strip().strip("|").split("|")]
    texts = ["产出指标", "数量指标", "养护里程", "10", target, actual, method, "10", ""]

    (read,) = recognise(on_paper([head, [(text, 1, 1) for text in texts]]))
    (row,) = read.indicators

    assert (row.target or "", row.actual or "", row.method) == (target, actual, method)


def test_a_blank_weight_between_bare_numbers_stays_blank():
    (row,) = form("| 产出指标 | 数量指标 | 养护里程 | 30 | 28 | | 18 | |").indicators

    assert (row.target, row.actual, row.weight, row.score) == ("30", "28", None, "18")


def test_a_score_below_zero_is_a_score():
    (row,) = form("| 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 28公里 | 10 | -5 | |").indicators

    assert row.score == "-5"


def test_when_many_rows_fit_badly_none_is_trusted():
    odd = "| 产出指标 | 数量指标 | 里程{} | ≥100公里 | 120公里 | 10 | 10 | 9 | 8 | 7 |"
    rows = (
        "\n".join(odd.format(number) for number in range(4))
        + "\n| | | 单价 | 75元/米 | 75元/米 | 5 | 5 | |"
    )

    read = form(rows)

    assert "indicators[4].score" in {doubt.at for doubt in read.doubts}


def test_the_number_of_a_page_is_no_part_of_a_name():
    (row,) = form("| 产出指标 | 数量指标 | 更新渡船— 3 —数量 | 3艘 | 3艘 | 10 | 10 | |").indicators

    assert row.name == "更新渡船数量"


@pytest.mark.parametrize("mark", ["— 3 —", "- 3 -", "第 3 页 共 5 页"])
def test_the_number_of_a_page_is_neither_an_indicator_nor_a_note(mark: str):
    rows = f"{ONE}\n| | | {mark} | | | | | |\n| | | 养护单价 | 75元/米 | 75元/米 | 5 | 5 | |"

    read = form(rows, tail=f"注：1. 按比例计分。\n{mark}\n2. 不重复加分。\n")

    assert [row.name for row in read.indicators] == ["养护里程", "养护单价"]
    assert read.notes == ("按比例计分。", "不重复加分。")


def test_an_adjusted_target_stays_under_its_heading_when_the_actual_value_was_left_blank():
    document = on_paper(
        [
            cells("一级指标", "二级指标", "指标名称", "年初指标值", "调整指标值", "全年完成值", "指标权重", "指标得分"),
            cells("产出指标", "数量指标", "养护里程", "≥100公里", "≥120公里", "125公里", "50", "50"),
            cells("", "", "巡查次数", "≥12次", "≥10次", "", "40", "40"),
        ]
    )  # fmt: skip
    (found,) = recognise(document)
    row = found.indicators[1]

    assert (row.target, row.adjusted_target, row.actual) == ("≥12次", "≥10次", None)
