"""Texts that print a form column by column: each heading with all its values below it."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

HEAD = """\
项目支出绩效自评表
(2023年度)
项目名称
乡村道路养护
主管部门
云溪县交通运输局
"""
MONEY = """\
项目资金 (万元)
年度资金总额
其他资金
年初预算数
80
20
全年执行数
76
20
分值
10
得分
9.5
"""
GOAL = """\
年度总体目标
预期目标
养好路。
实际完成情况
养护120公里。
"""
ROWS = """\
绩效指标
一级指标
产出指标
效益指标
二级指标
数量指标
社会效益指标
三级指标
养护里程
事故起数
群众出行
年度指标值
≥100公里
≤2起
改善
实际完成值
120公里
1起
已改善
分值
50
20
20
得分
50
20
18
偏差原因分析及改进措施
雨季停工
总分
100
97.5
"""
WHOLE = HEAD + MONEY + GOAL + ROWS


def only(text: str) -> Form:
    (found,) = forms(text)
    return found


def doubted(form: Form) -> set[str]:
    return {doubt.at for doubt in form.doubts}


def test_each_row_takes_its_value_from_every_column():
    rows = only(WHOLE).indicators

    assert [(row.name, row.target, row.actual, row.weight, row.score) for row in rows] == [
        ("养护里程", "≥100公里", "120公里", "50", "50"),
        ("事故起数", "≤2起", "1起", "20", "20"),
        ("群众出行", "改善", "已改善", "20", "18"),
    ]


def test_levels_are_left_out_and_everything_is_in_doubt():
    form = only(WHOLE)

    assert [row.level1 for row in form.indicators] == [None, None, None]
    assert {
        "project.name",
        "funds.lines[1].executed",
        "goal.expected",
        "indicators[0].level1",
        "indicators[2].score",
        "total.score",
    } <= doubted(form)


def test_a_reason_belongs_to_the_row_that_lost_points():
    assert [row.reason for row in only(WHOLE).indicators] == [None, None, "雨季停工"]


def test_lines_of_money_take_their_amounts_and_the_first_its_points():
    lines = only(WHOLE).funds.lines

    assert [
        (line.label, line.initial_budget, line.executed, line.weight, line.score) for line in lines
    ] == [("年度资金总额", "80", "76", "10", "9.5"), ("其他资金", "20", "20", None, None)]


def test_each_goal_stands_below_its_own_heading():
    goal = only(WHOLE).goal

    assert (goal.expected, goal.actual) == ("养好路。", "养护120公里。")


def test_operators_and_units_belong_to_the_rows_that_hold_a_number():
    text = WHOLE.replace("≥100公里\n≤2起\n", "指标性质\n≥\n≤\n定性\n指标值\n100\n2\n")
    rows = only(text.replace("改善\n实际", "改善\n度量单位\n公里\n起\n实际")).indicators

    assert [(row.target, row.unit) for row in rows] == [
        ("≥100公里", "公里"),
        ("≤2起", "起"),
        ("改善", None),
    ]


def test_a_column_with_too_few_values_is_left_out_and_in_doubt():
    form = only(WHOLE.replace("\n120公里\n", "\n"))

    assert [row.actual for row in form.indicators] == [None, None, None]
    assert "indicators[0].actual" in doubted(form)


def test_a_text_that_lost_a_name_is_not_read():
    assert forms(WHOLE.replace("\n养护里程\n", "\n")) == ()


def test_a_text_with_a_value_too_many_is_not_read():
    assert forms(WHOLE.replace("\n120公里\n", "\n120公里\n已完成\n")) == ()


def test_matters_take_their_texts_from_every_column():
    matters = "资金管理情况\n管理事项\n分配科学性\n下达及时性\n情况说明\n依据充分。\n按时下达。\n"
    found = only(HEAD + MONEY + matters + "存在问题和改进措施\n无。\n偏晚。\n" + GOAL + ROWS)

    assert [(text.label, text.text) for text in found.texts] == [
        ("分配科学性", "依据充分。"),
        ("分配科学性存在问题", "无。"),
        ("下达及时性", "按时下达。"),
        ("下达及时性存在问题", "偏晚。"),
    ]


def test_a_block_of_one_indicator_is_read():
    text = "一级指标\n产出指标\n二级指标\n数量指标\n三级指标\n养护里程\n年度指标值\n≥9公里\n实际完成值\n9公里\n"
    (row,) = only(HEAD + text).indicators

    assert (row.name, row.target, row.actual) == ("养护里程", "≥9公里", "9公里")
