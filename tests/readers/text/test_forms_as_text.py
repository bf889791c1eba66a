"""Whole forms typed as text: the rarer ways in which a part is filled in."""

import pytest

from tests.readers.recognise.sheets import COLUMNS, HEAD, form, forms

ROW = "| 产出指标(90分) | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |"
TITLED = "| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |\n"


def test_a_goal_without_any_text_is_empty_and_has_a_place():
    read = form(ROW, head=HEAD + TITLED)

    assert (read.goal.expected, read.goal.actual) == (None, None)
    assert read.cells["goal.expected"].column == 1
    assert read.cells["goal.actual"].column == 4


def test_a_goal_alone_belongs_to_the_heading_above_it():
    expected = form(ROW, head=HEAD + TITLED + "| | 养好路。 | | | | | | |\n")
    actual = form(ROW, head=HEAD + TITLED + "| | | | | 养护120公里。 | | | |\n")

    assert (expected.goal.expected, expected.goal.actual) == ("养好路。", None)
    assert (actual.goal.expected, actual.goal.actual) == (None, "养护120公里。")


def test_two_goals_without_labels_are_expected_and_actual_in_this_order():
    read = form(ROW, head=HEAD + "| 年度总体目标 | 养好路。 | | | 养护120公里。 | | | |\n")

    assert (read.goal.expected, read.goal.actual) == ("养好路。", "养护120公里。")


def test_a_third_text_beside_the_goal_is_left_alone():
    read = form(ROW, head=HEAD + "| 年度总体目标 | 养好路。 | 养护120公里。 | 附件三 | | | | |\n")

    assert (read.goal.expected, read.goal.actual) == ("养好路。", "养护120公里。")


@pytest.mark.parametrize("date", ["2024年13月1日", "2024-1-32", "2024年", ""])
def test_a_date_that_cannot_be_is_no_date(date: str):
    assert forms(f"填报日期: {date}\n{HEAD}{COLUMNS}{ROW}\n")[0].filled_on is None


def test_a_label_followed_by_a_label_has_no_value_but_a_place():
    head = HEAD.replace("云溪县公路站", "").replace("| | 乡村道路养护 |", "| | |")
    read = form(ROW, head=head)

    assert (read.project.name, read.project.implementing_unit) == (None, None)
    assert read.cells["project.implementing_unit"].text == ""


def test_who_filed_and_when_may_stand_in_cells():
    row = "| 单位 | 云溪县公路站 | 填报日期 | 2024-01-12 |\n"
    read = form(ROW, head="项目支出绩效自评表\n" + row + HEAD)

    assert (read.reporting_unit, read.filled_on) == ("云溪县公路站", "2024-01-12")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("部门整体支出绩效自评表", "department"),
        ("转移支付绩效自评表", "transfer"),
        ("项目支出绩效自评表", "self-evaluation"),
    ],
)
def test_the_title_tells_the_kind_of_form(title: str, kind: str):
    assert form(ROW, head=HEAD.replace("项目支出绩效自评表", title)).kind == kind


def test_a_vertical_label_in_place_of_a_first_level_is_taken_for_one():
    rows = ROW + "\n| 绩效指标 | 社会效益指标 | 出行便利 | 改善 | 改善 | 10 | 10 | |"

    assert [row.level1 for row in form(rows).indicators] == ["产出指标", "效益指标"]


def test_a_stand_in_over_unknown_second_levels_keeps_its_word():
    rows = "| 绩效指标(90分) | 其他 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |"

    assert form(rows).indicators[0].level1 == "绩效指标"


def test_a_conclusion_without_a_total_ends_the_indicators():
    read = form(ROW + "\n| 自评结论 | 完成较好。 | | | | | | |\n| 存在问题 | 无 | | | | | | |")

    assert [row.name for row in read.indicators] == ["养护里程"]
    assert (read.conclusion, [text.label for text in read.texts]) == ("完成较好。", ["存在问题"])


def test_a_note_may_begin_below_its_label():
    tail = "| 总分 | | | | | 100 | 99.5 | |\n\n注:\n1. 得分不超过分值。\n（2）定性指标分三档。\n"

    assert form(ROW, tail=tail).notes == ("得分不超过分值。", "定性指标分三档。")
