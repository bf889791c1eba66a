"""Tables of goals: budgets without heading row, operators apart, goals of several years."""

import pytest

from tests.readers.recognise.sheets import form, forms

HEAD = """\
项目支出绩效目标申报表
(2024年度)
| 项目名称 | 乡村道路养护 | | | |
| 主管部门 | [301]云溪县交通运输局 | | 实施单位 | 云溪县公路站 |
"""
MONEY = """\
| 项目资金(万元) | 年度资金总额: | | 80.5 | |
| | 其中:财政拨款 | | 60 | |
| | 其他资金 | | | |
"""
GOAL = """\
| 总体目标 | 年度目标 | | | |
| | 养好120公里路。 | | | |
"""
COLUMNS = "| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |\n"
ROWS = "| | 产出指标 | 数量指标 | 养护里程 | ≥120公里 |"


def test_amounts_stand_beside_the_labels_of_their_lines():
    funds = form(ROWS, head=HEAD + MONEY + GOAL, columns=COLUMNS).funds

    assert funds.unit == "万元"
    assert [(line.label, line.initial_budget) for line in funds.lines] == [
        ("年度资金总额", "80.5"),
        ("财政拨款", "60"),
        ("其他资金", None),
    ]


def test_each_label_and_amount_has_its_place():
    cells = form(ROWS, head=HEAD + MONEY + GOAL, columns=COLUMNS).cells

    assert (cells["funds.lines[0].label"].row, cells["funds.lines[0].label"].column) == (2, 1)
    assert cells["funds.lines[1].initial_budget"].text == "60"
    assert cells["funds.lines[2].initial_budget"].text == ""


@pytest.mark.parametrize(
    "money",
    [
        "| 资金总额: | 80 | 财政拨款: | 60 | 其他资金 | 20 |\n",
        "| 项目资金申请(万元) | 资金总额：80 | 财政拨款：60 | 其他资金：20 | |\n",
        "| 项目资金 | 资金总额： | 80万元 |\n| 财政拨款： | 60万元 | 其他资金： | 20万元 |\n",
    ],
)
def test_several_labels_of_money_stand_in_one_row(money):
    lines = form(ROWS, head=HEAD + money + GOAL, columns=COLUMNS).funds.lines

    assert [line.label for line in lines] == ["资金总额", "财政拨款", "其他资金"]
    assert [(line.initial_budget or "").removesuffix("万元") for line in lines] == [
        "80",
        "60",
        "20",
    ]


def test_the_money_of_the_whole_period_comes_before_that_of_the_year():
    money = (
        "| 项目资金(万元) | 中期资金总额: | 240 | 年度资金总额: | 80 |\n"
        "| | 其中:财政拨款 | 200 | 其中:财政拨款 | 60 |\n"
    )
    lines = form(ROWS, head=HEAD + money + GOAL, columns=COLUMNS).funds.lines

    assert [(line.label, line.initial_budget) for line in lines] == [
        ("中期资金总额", "240"),
        ("财政拨款", "200"),
        ("年度资金总额", "80"),
        ("财政拨款", "60"),
    ]


def test_a_word_of_the_money_block_with_prose_beside_it_is_no_amount():
    head = HEAD + "| 其他 | 按季度拨付 | | | |\n" + GOAL

    assert form(ROWS, head=head, columns=COLUMNS).funds.lines == ()


def test_labelled_amounts_do_not_hide_a_heading_row_below():
    head = (
        HEAD
        + "| 项目资金(万元) | 年度资金总额 | 80 | | |\n"
        + "| 项目资金(万元) | | 年初预算数 | 全年预算数 | 全年执行数 |\n"
        + "| | 年度资金总额 | 80 | 85 | 76 |\n"
    )
    (line,) = form(ROWS, head=head, columns=COLUMNS).funds.lines

    assert (line.initial_budget, line.adjusted_budget, line.executed) == ("80", "85", "76")


def test_the_goal_of_the_whole_period_is_a_text_beside_that_of_the_year():
    goal = (
        "| 总体目标 | 中期目标(2024年—2026年) | | 年度目标 | |\n"
        "| | 养好360公里路。 | | 养好120公里路。 | |\n"
    )
    read = form(ROWS, head=HEAD + goal, columns=COLUMNS)

    assert read.goal.expected == "养好120公里路。"
    assert [text.text for text in read.texts] == ["养好360公里路。"]


def test_an_operator_beside_the_nature_joins_the_target():
    columns = "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位 |\n"
    rows = (
        "| 产出指标 | 数量指标 | 养护里程 | 定量 | ≥ | 120 | 公里 |\n"
        "| | 质量指标 | 路况 | 定性 | | 良好 | |"
    )
    first, second = form(rows, head=HEAD, columns=columns).indicators

    assert (first.nature, first.target, first.unit) == ("定量", "≥120公里", "公里")
    assert (second.nature, second.target, second.unit) == ("定性", "良好", None)


@pytest.mark.parametrize("heading", ["指标方向", "计算符号", "运算符号"])
def test_a_lone_column_of_operators_is_the_nature(heading):
    columns = f"| 一级指标 | 二级指标 | 三级指标 | {heading} | 目标值 | 计量单位 |\n"
    (row,) = form(
        "| 产出指标 | 数量指标 | 养护里程 | 大于等于 | 120 | 公里 |", head=HEAD, columns=columns
    ).indicators

    assert (row.nature, row.target) == ("大于等于", "大于等于120公里")


def test_a_direction_in_words_is_no_operator():
    columns = "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位 |\n"
    (row,) = form(
        "| 产出指标 | 数量指标 | 养护里程 | ≥ | 正向 | 120 | 公里 |", head=HEAD, columns=columns
    ).indicators

    assert row.target == "≥120公里"


def test_a_unit_and_its_project_are_named_by_two_rows_of_one_form():
    text = (
        "项目支出绩效目标表\n| 单位名称 | 云溪县公路站 | | | |\n| 项目名称 | 道路养护 | | | |\n"
        + COLUMNS
        + ROWS
    )
    (read,) = forms(text)

    assert (read.kind, read.project.name, read.project.department) == (
        "goal-table",
        "道路养护",
        "云溪县公路站",
    )


def test_of_goals_side_by_side_the_year_s_are_read_and_not_those_of_the_whole_period():
    columns = (
        "| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 |\n"
    )
    rows = (
        "| | 产出指标 | 数量指标 | 养护里程 | 360公里 | 数量指标 | 养护里程 | 120公里 |\n"
        "| | | | 修补坑槽 | 90处 | | 修补坑槽 | 30处 |\n"
        "| | | 质量指标 | 合格率 | 95% | 质量指标 | 合格率 | 98% |"
    )
    read = form(rows, head=HEAD, columns=columns)

    assert [(row.level2, row.name, row.target) for row in read.indicators] == [
        ("数量指标", "养护里程", "120公里"),
        ("数量指标", "修补坑槽", "30处"),
        ("质量指标", "合格率", "98%"),
    ]
