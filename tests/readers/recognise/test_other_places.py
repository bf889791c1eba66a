"""Headings, levels and totals as forms of other places print them."""

import pytest

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, HEAD, cells, form, forms, on_paper

ROW = "| 产出指标 | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 88 | |"


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("年度指标值", "年初目标值(A"),
        ("实际完成值", "实际完成值B)"),
        ("一级指标", "评价指标"),
        ("二级指标", "评价内容"),
    ],
)
def test_a_heading_that_lost_half_a_bracket_or_is_worded_otherwise_is_known(usual, other):
    (row,) = form(ROW, columns=COLUMNS.replace(usual, other)).indicators

    assert (row.level2, row.target, row.actual) == ("数量指标", "≥100公里", "120公里")


def test_the_value_of_an_earlier_year_is_not_what_was_reached():
    (found,) = forms(
        "项目支出绩效目标表\n(2024年度)\n"
        "| 项目名称 | 河道保洁 | | | |\n"
        "| 一级指标 | 二级指标 | 三级指标 | 2023年实际实现值 | 预期2024年实现值 |\n"
        "| 产出指标 | 数量指标 | 保洁河段 | | 12段 |\n"
        "| | 质量指标 | 水质达标率 | | 95% |\n"
    )

    assert [(row.target, row.actual) for row in found.indicators] == [
        ("12段", None),
        ("95%", None),
    ]


def test_yes_and_no_are_values_where_they_stand_below_values():
    (row,) = form("| 产出指标 | 质量指标 | 是否通过验收 | 是 | 是 | 90 | 90 | |").indicators

    assert (row.target, row.actual) == ("是", "是")


def test_a_second_level_that_no_list_knows_is_told_by_its_last_word():
    lines = """项目支出绩效自评表
项目名称
校舍维修
一级指标
二级指标
三级指标
年度指标值
实际完成值
产出指标
数量指标
维修教室
≥20间
22间
满意度指标
师生评价指标
教师满意度
≥95%
97%
师生评价指标
学生满意度
≥95%
96%
"""
    (found,) = forms(lines)

    assert [(row.level2, row.name) for row in found.indicators] == [
        ("数量指标", "维修教室"),
        ("师生评价指标", "教师满意度"),
        ("师生评价指标", "学生满意度"),
    ]


def test_a_value_that_tells_of_indicators_is_no_level():
    (row,) = form("| 产出指标 | 质量指标 | 路面质量 | 达标 | 达成预期指标 | 90 | 90 | |").indicators

    assert (row.level2, row.actual) == ("质量指标", "达成预期指标")


def test_the_goals_are_a_second_level_below_decisions():
    lines = """项目支出绩效自评表
项目名称
校舍维修
一级指标
二级指标
三级指标
年度指标值
实际完成值
决策
项目立项
立项程序规范性
规范
规范
绩效目标
绩效指标明确性
明确
明确
资金投入
预算编制科学性
科学
科学
"""
    (found,) = forms(lines)

    assert [(row.level2, row.name) for row in found.indicators] == [
        ("项目立项", "立项程序规范性"),
        ("绩效目标", "绩效指标明确性"),
        ("资金投入", "预算编制科学性"),
    ]


def test_an_amount_with_a_remark_in_brackets_is_kept():
    head = HEAD.replace("| 80 | 80 | 76 |", "| 80（其中：桥梁30万元，涵洞5万元） | 80 | 76 |")
    (line,) = form(ROW, head=head).funds.lines

    assert line.initial_budget == "80（其中：桥梁30万元，涵洞5万元）"
    assert (line.adjusted_budget, line.executed) == ("80", "76")


def test_a_lone_total_is_the_weight_where_only_the_weights_add_up_to_it():
    found = form(ROW, tail="| 总分 | 100 |\n")

    assert (found.total.weight, found.total.score) == ("100", None)
    assert {"total.weight", "total.score"} <= {doubt.at for doubt in found.doubts}


def test_a_lone_total_that_nothing_adds_up_to_is_the_score():
    found = form(ROW, tail="| 总分 | 96 |\n")

    assert (found.total.weight, found.total.score) == (None, "96")


def test_a_lone_total_on_paper_stands_where_it_stands():
    (found,) = recognise(
        on_paper(
            [
                cells(("项目支出绩效自评表", 1, 8)),
                cells(("项目名称", 1, 2), ("乡村道路养护", 1, 6)),
                cells(*COLUMNS.strip(" |\n").split(" | ")),
                cells("产出指标", "数量指标", "养护里程", "≥100公里", "120公里", "100", "88", ""),
                cells(("总分", 1, 5), "", "100", ""),
            ]
        )
    )

    assert (found.total.weight, found.total.score) == (None, "100")


def test_several_goals_stand_beside_their_indicators():
    (found,) = forms(
        "项目支出绩效自评表\n| 项目名称 | 长江禁捕 | | | | | |\n"
        "| | 一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分 |\n"
        "| 年度绩效目标1(45分) | 产出指标 | 数量指标 | 执法次数 | ≥24次 | 31次 | 45 |\n"
        "| 年度绩效目标2(35分) | 产出指标 | 数量指标 | 放流数量 | ≥120万尾 | 126.8万尾 | 20 |\n"
        "| | 效益指标 | 社会效益指标 | 转产就业率 | 100% | 100% | 15 |\n"
        "| 总分 | | | | | | 80 |\n"
    )

    assert [(row.goal, row.level1, row.name) for row in found.indicators] == [
        (0, "产出指标", "执法次数"),
        (1, "产出指标", "放流数量"),
        (1, "效益指标", "转产就业率"),
    ]


def test_full_points_and_marks_are_weight_and_score():
    (row,) = form(ROW, columns=COLUMNS.replace("分值", "满分").replace("得分", "评分")).indicators

    assert (row.weight, row.score) == ("90", "88")
