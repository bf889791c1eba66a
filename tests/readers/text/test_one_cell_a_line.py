"""A table copied so that each cell stands on a line of its own."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.model.form import Form
from jiheng.readers.text import read_text
from tests.readers.recognise.sheets import forms

FORM = """\
项目支出绩效自评表
(2023年度)
项目名称
乡村道路养护
主管部门
云溪县交通运输局
实施单位
云溪县公路站
项目资金(万元)
年初预算数
全年预算数
全年执行数
分值
执行率
得分
年度资金总额:
80
80
76
10
95%
9.5
其他资金:
0
0
0
-
-
-
年度总体目标
预期目标
实际完成情况
养好路。
养护120公里。
绩效指标
一级指标
二级指标
三级指标
年度指标值
实际完成值
分值
得分
未完成原因分析
产出指标
数量指标
养护里程
≥100公里
120公里
50
50
指标2:
质量指标
路面合格率
≥90%
88%
40
39.1
雨水冲刷，已列入下年计划
总分
100
98.6
自评结论
完成较好。
存在问题
无
注: 1. 得分不超过分值。
"""


def only(text: str) -> Form:
    (found,) = forms(text)
    return found


def test_the_cells_find_their_rows():
    read = only(FORM)

    assert [(row.level1, row.level2, row.name) for row in read.indicators] == [
        ("产出指标", "数量指标", "养护里程"),
        ("产出指标", "质量指标", "路面合格率"),
    ]
    assert [(row.actual, row.weight, row.score, row.reason) for row in read.indicators] == [
        ("120公里", "50", "50", None),
        ("88%", "40", "39.1", "雨水冲刷，已列入下年计划"),
    ]


def test_project_money_goal_and_total_are_read():
    read = only(FORM)

    assert (read.project.name, read.project.implementing_unit) == ("乡村道路养护", "云溪县公路站")
    assert [(line.label, line.executed, line.score) for line in read.funds.lines] == [
        ("年度资金总额", "76", "9.5"),
        ("其他资金", "0", None),
    ]
    assert (read.goal.expected, read.goal.actual) == ("养好路。", "养护120公里。")
    assert (read.total.weight, read.total.score) == ("100", "98.6")


def test_conclusion_texts_and_notes_follow():
    read = only(FORM)

    assert read.conclusion == "完成较好。"
    assert [(text.label, text.text) for text in read.texts] == [("存在问题", "无")]
    assert read.notes == ("得分不超过分值。",)


def test_an_empty_label_does_not_take_the_next_label_for_its_value():
    read = only(FORM.replace("云溪县交通运输局\n", ""))

    assert (read.project.department, read.project.implementing_unit) == (None, "云溪县公路站")


def test_a_goal_in_one_cell_with_its_label():
    goal = "年度总体目标\n预期目标\n实际完成情况\n养好路。\n养护120公里。\n"
    read = only(FORM.replace(goal, "年度总体目标\n年初设定目标: 养好路。\n养护120公里。\n"))

    assert (read.goal.expected, read.goal.actual) == ("养好路。", "养护120公里。")


def test_a_second_title_begins_a_second_form():
    assert [read.source.index for read in forms(FORM + FORM)] == [1, 2]


def test_a_list_of_lines_without_headings_is_prose():
    assert all(block.text for block in read_text("通知\n一级指标\n二级指标\n请填写。\n".encode()))


def test_a_form_of_more_lines_than_can_be_told_apart_is_refused_and_not_cut_short():
    with pytest.raises(FormatError, match="超过 5000 行的上限"):
        read_text(FORM.replace("养护里程", "养护里程\n甲" * 6_000).encode())


def test_a_title_right_after_a_table_begins_the_next_form():
    without_notes = FORM.replace("注: 1. 得分不超过分值。\n", "")

    assert [read.indicators[0].name for read in forms(without_notes * 2)] == ["养护里程"] * 2


def test_a_text_that_ends_with_its_headings_has_no_indicators():
    read = only(FORM.split("产出指标", maxsplit=1)[0])

    assert (read.project.name, read.indicators) == ("乡村道路养护", ())


def test_the_goal_may_have_a_row_for_each_text_below_a_whole_department():
    lines = FORM.replace("项目名称\n乡村道路养护\n主管部门\n", "部门名称\n")
    lines = lines.replace(
        "年度总体目标\n预期目标\n实际完成情况\n养好路。\n养护120公里。\n",
        "部门职能与目标\n年度绩效目标\n养好路。\n目标完成情况\n养护120公里。\n",
    )
    (form,) = forms(lines)

    assert form.project.department == "云溪县交通运输局"
    assert (form.goal.expected, form.goal.actual) == ("养好路。", "养护120公里。")


MONITORING = """\
项目支出绩效目标执行监控表
项目名称
乡村道路养护
项目资金(万元)
年初预算数
1-7月执行数
1-7月执行率
全年预计执行数
年度资金总额:
80
40
50%
80
绩效指标
一级指标
二级指标
三级指标
年度指标值
1-7月执行情况
全年预计完成情况
偏差原因分析
经费保障
人员保障
原因说明
产出指标
数量指标
养护里程
≥100公里
60公里
款项未到，养护停了一月；已催办。
路况
持续向好
持续向好
效益指标
社会效益指标
出行条件
明显改善
明显改善
备注
按月填报。
"""


def test_a_table_of_two_heading_rows_and_unknown_columns_finds_its_rows():
    read = only(MONITORING)

    assert [(row.level2, row.name, row.target, row.actual) for row in read.indicators] == [
        ("数量指标", "养护里程", "≥100公里", "60公里"),
        ("数量指标", "路况", "持续向好", "持续向好"),
        ("社会效益指标", "出行条件", "明显改善", "明显改善"),
    ]
    assert read.indicators[0].reason == "款项未到，养护停了一月；已催办。"
    assert [(text.label, text.text) for text in read.texts] == [("备注", "按月填报。")]


def test_a_money_heading_that_nobody_knows_is_a_column_all_the_same():
    (line,) = only(MONITORING).funds.lines

    assert (line.initial_budget, line.executed, line.rate) == ("80", "40", "50%")


GOALS = """\
项目支出绩效目标申报表
项目名称
乡村道路养护
项目资金(万元)
年度资金总额:
80
其中:财政拨款
其他资金
20
总体目标
中期目标
年度目标
养好360公里路。
养好120公里路。
绩效指标
一级指标
二级指标
三级指标
指标性质
指标方向
目标值
计量单位
产出指标
数量指标
养护里程
定量
≥
120
公里
质量指标
路况
定性
良好
注: 1. 指标按年填写。
"""


def test_labels_of_money_have_their_amounts_below_them():
    funds = only(GOALS).funds

    assert [(line.label, line.initial_budget) for line in funds.lines] == [
        ("年度资金总额", "80"),
        ("财政拨款", None),
        ("其他资金", "20"),
    ]


def test_goals_are_told_apart_by_the_order_of_their_headings():
    read = only(GOALS)

    assert read.goal.expected == "养好120公里路。"
    assert [text.text for text in read.texts] == ["养好360公里路。"]


def test_notes_end_a_table_without_total():
    read = only(GOALS)

    assert [(row.name, row.nature, row.target) for row in read.indicators] == [
        ("养护里程", "定量", "≥120公里"),
        ("路况", "定性", "良好"),
    ]
    assert read.notes == ("指标按年填写。",)


def test_remarks_beside_a_divided_heading_stand_right_of_its_parts():
    headings = "偏差原因分析\n备注\n经费保障\n原因说明\n"
    row = "≥100公里\n60公里\n120公里\n√\n款项未到，养护停了一月。\n按月填报。\n"
    text = MONITORING.replace("偏差原因分析\n经费保障\n人员保障\n原因说明\n", headings)
    read = only(text.replace("≥100公里\n60公里\n款项未到，养护停了一月；已催办。\n", row))

    assert read.indicators[0].reason == "款项未到，养护停了一月。"
