"""Headings in two rows, the lower of any words; values of other times than the form's."""

import pytest

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, form, on_paper

MONITORING = [
    [("项目支出绩效目标执行监控表", 1, 13)],
    [("项目名称", 1, 2), ("乡村道路养护", 1, 11)],
    [
        ("项目资金(万元)", 2, 2),
        ("", 1, 2),
        ("年初预算数", 1, 3),
        ("1~7月执行数", 1, 3),
        ("1~7月执行率", 1, 3),
    ],
    [("年度资金总额：", 1, 2), ("80", 1, 3), ("40", 1, 3), ("50%", 1, 3)],
    [
        ("绩效指标", 3, 1),
        ("一级指标", 2, 1),
        ("二级指标", 2, 1),
        ("三级指标", 2, 1),
        ("年度指标值", 2, 1),
        ("1-7月执行情况", 2, 1),
        ("全年预计完成情况", 2, 1),
        ("偏差原因分析", 1, 3),
        ("完成目标可能性", 1, 2),
        ("备注", 2, 1),
    ],
    [("经费", 1, 1), ("人员", 1, 1), ("原因说明", 1, 1), ("确定能", 1, 1), ("有可能", 1, 1)],
    [
        ("产出指标", 1, 1),
        ("数量指标", 1, 1),
        ("养护里程", 1, 1),
        ("≥100公里", 1, 1),
        ("60公里", 1, 1),
        ("120公里", 1, 1),
        ("√", 1, 1),
        ("", 1, 1),
        ("款项未到", 1, 1),
        ("√", 1, 1),
        ("", 1, 1),
        ("按月", 1, 1),
    ],
]


def test_a_monitoring_table_is_read_below_both_rows_of_its_headings():
    (read,) = recognise(on_paper(MONITORING))
    (row,) = read.indicators

    assert (read.kind, read.doubts) == ("monitoring", ())
    assert (row.level1, row.level2, row.name) == ("产出指标", "数量指标", "养护里程")
    assert (row.target, row.actual, row.reason) == ("≥100公里", "60公里", "款项未到")


def test_months_in_the_headings_of_money_say_when_and_not_what():
    (read,) = recognise(on_paper(MONITORING))
    (line,) = read.funds.lines

    assert (line.initial_budget, line.executed, line.rate) == ("80", "40", "50%")


def test_the_value_of_last_year_stands_beside_the_target_under_one_heading():
    columns = (
        "| 一级指标 | 二级指标 | 三级指标 | 指标值 | | 指标标准或依据 |\n"
        "| | | | 上年实际实现值 | 预期当年实现值 | |\n"
    )
    rows = (
        "| 产出指标 | 数量指标 | 养护里程 | 110公里 | ≥120公里 | 公路养护规范 |\n"
        "| | 质量指标 | 路况 | | 良好 | |"
    )
    first, second = form(rows, columns=columns).indicators

    assert (first.target, first.actual, first.method) == ("≥120公里", None, "公路养护规范")
    assert (second.name, second.target, second.method) == ("路况", "良好", None)


@pytest.mark.parametrize("heading", ["全年预计完成值", "上年实际完成值", "预计完成情况"])
def test_a_value_of_another_time_is_no_field_of_the_form(heading):
    columns = COLUMNS.replace("| 实际完成值 |", f"| {heading} | 年内完成情况 |")
    (row,) = form(
        "| 产出指标 | 数量指标 | 养护里程 | ≥100公里 | 90公里 | 120公里 | 90 | 88 | |",
        columns=columns,
    ).indicators

    assert (row.target, row.actual, row.weight) == ("≥100公里", "120公里", "90")


def test_a_name_in_two_cells_under_a_wide_heading_is_no_second_row_of_headings():
    rows = [
        [("项目支出绩效自评表", 1, 9)],
        [("项目名称", 1, 2), ("乡村道路养护", 1, 7)],
        [
            ("二级指标", 1, 2),
            ("三级指标", 1, 2),
            ("年度指标值", 1, 2),
            ("实际完成值", 1, 2),
            ("得分", 1, 1),
        ],
        [("", 1, 2), ("养护", 1, 1), ("里程", 1, 1), ("", 1, 5)],
    ]
    (read,) = recognise(on_paper(rows))

    assert len(read.indicators) == 1


def test_a_heading_that_is_printed_twice_keeps_its_second_column_to_itself():
    columns = COLUMNS.replace("| 得分 |", "| 得分 | 得分 |")
    rows = (
        "| 产出指标 | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 88 | 87 | 雨季停工 |\n"
        "| | 质量指标 | 合格率 | ≥95% | 96% | 10 | 10 | 10 | |"
    )
    read = form(rows, columns=columns)

    assert [(row.weight, row.score, row.reason) for row in read.indicators] == [
        ("90", "88", "雨季停工"),
        ("10", "10", None),
    ]
    assert read.doubts == ()
