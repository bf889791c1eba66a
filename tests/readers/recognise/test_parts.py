"""Head, money, goal, total and what follows."""

import pytest

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, HEAD, cells, form, forms, on_paper

ROW = "| 产出指标(90分) | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |"


def test_the_department_s_code_is_taken_from_its_brackets():
    project = form(ROW).project

    assert (project.department, project.department_code) == ("云溪县交通运输局", "301")
    assert (project.name, project.implementing_unit) == ("乡村道路养护", "云溪县公路站")


def test_title_and_year_come_from_the_lines_above():
    read = form(ROW)

    assert (read.title, read.year, read.kind) == ("项目支出绩效自评表", 2023, "self-evaluation")


def test_a_line_of_its_own_tells_the_year_before_the_title():
    read = form(ROW, head=HEAD.replace("项目支出绩效自评表", "2022年度项目支出绩效自评表", 1))

    assert (read.title, read.year) == ("2022年度项目支出绩效自评表", 2023)


def test_unit_date_and_contact_come_from_labelled_lines():
    head = "单位(盖章): 云溪县公路站    填报日期: 2024年1月12日\n" + HEAD
    read = forms(
        head + COLUMNS + ROW + "\n| 总分 | | | | | 100 | 99.5 | |\n联系人: 赵清   联系电话: 000\n"
    )[0]

    assert (read.reporting_unit, read.filled_on, read.contact) == (
        "云溪县公路站",
        "2024-01-12",
        "赵清",
    )


def test_a_signing_line_that_was_left_blank_has_a_place():
    head = "单位(盖章):             填报日期:\n" + HEAD
    read = forms(
        head + COLUMNS + ROW + "\n| 总分 | | | | | 100 | 99.5 | |\n联系人:    联系电话: 000\n"
    )[0]

    assert (read.reporting_unit, read.filled_on, read.contact) == (None, None, None)
    assert {"reporting_unit", "filled_on", "contact"} <= read.cells.keys()


def test_a_blank_cell_after_its_label_has_a_place():
    row = "| 单位 | | 填报日期 | 2024-01-12 |\n"
    read = form(ROW, head="项目支出绩效自评表\n" + row + HEAD)

    assert (read.reporting_unit, read.filled_on) == (None, "2024-01-12")
    assert "reporting_unit" in read.cells


def test_a_signing_line_that_the_form_lacks_has_no_place():
    assert form(ROW).cells.keys().isdisjoint({"reporting_unit", "filled_on", "contact"})


def test_money_in_yuan_or_ten_thousand_yuan_is_told_apart():
    assert form(ROW).funds.unit == "万元"
    assert form(ROW, head=HEAD.replace("(万元)", "(元)")).funds.unit == "元"
    assert form(ROW, head="单位：万元\n" + HEAD.replace("(万元)", "")).funds.unit == "万元"


def test_a_blank_weight_in_the_money_line_leaves_rate_and_score_where_they_belong():
    (line,) = form(ROW, head=HEAD.replace("| 10 | 95% |", "| | 95% |")).funds.lines

    assert (line.executed, line.weight, line.rate, line.score) == ("76", None, "95%", "9.5")


def test_a_money_line_with_a_zero_too_many_keeps_what_is_certain():
    head = HEAD + "| 其他: | 0 | 0 | 0 | 0 | - | - | - |\n"
    read = form(ROW, head=head)
    other = read.funds.lines[1]

    assert (other.label, other.initial_budget, other.adjusted_budget, other.executed) == (
        "其他",
        "0",
        "0",
        "0",
    )
    assert (other.weight, other.rate, other.score) == (None, None, None)
    assert [doubt.reason for doubt in read.doubts] == ["surplus-cell"]


def test_parts_of_a_money_line_name_it():
    head = (
        HEAD
        + "| | 财政拨款: | 80 | 80 | 76 | - | - | - |\n| | -----其中:上级补助: | 5 | 5 | 5 | - | - | - |\n"
    )

    assert [(line.label, line.of) for line in form(ROW, head=head).funds.lines] == [
        ("年度资金总额", None),
        ("财政拨款", None),
        ("上级补助", "财政拨款"),
    ]


@pytest.mark.parametrize(
    "goal",
    [
        "| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |\n| | 养好路。 | | | 养护120公里。 | | | |\n",
        "| 年度总体目标 | 年初设定目标: 养好路。 | | | 年度总体目标完成情况综述: 养护120公里。 | | | |\n",
        "| 年度总体目标 | 养好路。 | | | 年度总体目标完成情况综述: 养护120公里。 | | | |\n",
    ],
)
def test_the_goal_reads_from_headings_above_or_labels_inside(goal):
    read = form(ROW, head=HEAD + goal).goal

    assert (read.expected, read.actual) == ("养好路。", "养护120公里。")


def test_a_total_with_weight_score_and_grade():
    total = form(ROW, tail="| 总 分 | | | | | 100 | 99.5 | 优 |\n").total

    assert (total.weight, total.score, total.grade) == ("100", "99.5", "优")


def test_a_total_reads_its_numbers_in_the_order_of_the_columns():
    columns = COLUMNS.replace("分值 | 得分", "得分 | 分值")

    total = form(ROW, tail="| 总 分 | | | | | 99.5 | 100 | |\n", columns=columns).total

    assert (total.weight, total.score) == ("100", "99.5")


def test_the_lower_half_of_a_form_leaves_nothing_to_the_form_below_it():
    scrap = f"{ROW}\n| 总 分 | | | | | 100 | 99.5 | |\n注：1. 按比例计分。\n联系人: 赵清\n\n"

    read = form(ROW, head=scrap + HEAD)

    assert (read.title, read.year, read.contact) == ("项目支出绩效自评表", 2023, None)
    assert (read.notes, read.total.score) == ((), None)


def test_a_money_line_that_slid_to_the_right_is_read_from_its_budget():
    money = cells("项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    whole = cells("年度资金总额", "80", "80", "76", "10", "95%", "9.5")
    part = cells("其他资金", "", "20", "20", "16", "", "")
    columns = cells("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分")
    row = cells("产出指标", "数量指标", "养护里程", "≥100公里", "120公里", "90", "90")

    (read,) = recognise(on_paper([money, whole, part, columns, row]))
    line = read.funds.lines[1]

    assert (line.initial_budget, line.adjusted_budget, line.executed) == ("20", "20", "16")
    assert line.weight is None


def test_a_single_number_beside_the_total_is_the_score():
    total = form(ROW, tail="| <b>总分</b> | | | | | | 99.5 | |\n").total

    assert (total.weight, total.score) == (None, "99.5")


def test_conclusion_and_further_texts_follow_the_total():
    read = form(
        ROW,
        tail="| 总分 | 100 | 99.5 |\n| 自评结论 | 完成较好。 |\n| 存在问题 | 无 |\n| 改进措施 | |\n",
    )

    assert read.conclusion == "完成较好。"
    assert [(text.label, text.text) for text in read.texts] == [
        ("存在问题", "无"),
        ("改进措施", None),
    ]


def test_notes_are_one_string_each():
    tail = "| 总分 | 100 | 99.5 |\n\n注: 1. 得分不超过分值。\n 2. 正向指标 (即≥\\*\\*) 按比例。\n"

    assert form(ROW, tail=tail).notes == ("得分不超过分值。", "正向指标 (即≥**) 按比例。")


def test_a_document_without_a_form_gives_none():
    assert forms("关于召开会议的通知\n\n| 时间 | 地点 |\n| 上午 | 三楼 |\n") == ()


@pytest.mark.parametrize("label", ["总得分", "得分合计", "自评总分", "合计"])
def test_the_total_has_many_names(label):
    read = form(ROW, tail=f"| {label} | | | | | 100 | 99.5 | |\n")

    assert (read.total.score, len(read.indicators)) == ("99.5", 1)


@pytest.mark.parametrize("text", ["99.1（优）", "99.1分(优)", "99.1 优"])
def test_score_and_grade_in_one_cell_are_told_apart(text):
    total = form(ROW, tail=f"| 总分 | | | | | | {text} | |\n").total

    assert (total.score, total.grade) == ("99.1", "优")
