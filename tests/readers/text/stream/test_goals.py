"""Goals with one cell a line, their paragraphs on lines of their own."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

HEAD = "项目支出绩效自评表\n(2023年度)\n项目名称\n乡村道路养护\n"
ROWS = "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n产出指标\n数量指标\n养护里程\n100公里\n90公里\n"


def only(goal: str) -> Form:
    (found,) = forms(HEAD + goal + ROWS)
    return found


def test_paragraphs_go_to_the_heading_where_their_numbers_begin_anew():
    goal = only(
        "年度总体目标\n预期目标\n实际完成情况\n1. 养护道路100公里。\n2. 检测桥梁8座。\n3. 按期验收。\n"
        "1. 已养护90公里。\n2. 已检测8座。\n"
    ).goal

    assert goal.expected == "1. 养护道路100公里。\n2. 检测桥梁8座。\n3. 按期验收。"
    assert goal.actual == "1. 已养护90公里。\n2. 已检测8座。"


def test_paragraphs_that_no_number_divides_are_halved_in_doubt():
    read = only(
        "年度总体目标\n预期目标\n实际完成情况\n养护道路100公里。\n检测桥梁8座。\n"
        "已养护90公里。\n已检测8座。\n"
    )

    assert read.goal.actual == "已养护90公里。\n已检测8座。"
    assert {"goal.expected", "goal.actual"} <= {each.at for each in read.doubts}


def test_labels_inside_the_paragraphs_divide_them():
    goal = only(
        "年度总体目标\n年初设定目标: 1. 养护道路100公里。\n2. 检测桥梁8座。\n"
        "年度总体目标完成情况综述: 1. 已养护90公里。\n2. 已检测8座。\n"
    ).goal

    assert goal.expected == "1. 养护道路100公里。\n2. 检测桥梁8座。"
    assert goal.actual == "1. 已养护90公里。\n2. 已检测8座。"


def test_each_heading_above_its_own_text():
    goal = only("项目年度绩效目标\n养护道路100公里。\n目标实际完成情况\n已养护90公里。\n").goal

    assert (goal.expected, goal.actual) == ("养护道路100公里。", "已养护90公里。")


def test_a_block_named_like_one_of_its_columns():
    goal = only(
        "年度目标完成情况\n项目年度目标\n年度目标完成情况\n养护道路100公里。\n已养护90公里。\n"
    ).goal

    assert (goal.expected, goal.actual) == ("养护道路100公里。", "已养护90公里。")
