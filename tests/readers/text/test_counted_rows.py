"""Rows that an extractor padded to one number of pipes and broke over several lines."""

import pytest

from jiheng.readers.text import read_text
from tests.readers.recognise.sheets import forms

BROKEN_HEADING = """项目支出绩效自评表 | ||||||||
项目名称 | 云溪河堤养护 | |||||||
绩效指标 |
一级指标 | 二级指标 | 三级指标 | 年度 指标值 |
实际 完成值 |
分值 | 得分 | 偏差原因分析及改进措施 |
产出指标 | 数量指标 | 养护河堤长度 | ≥12公里 | 13公里 | 40 | 40 | ||
质量指标 | 养护合格率 | ≥95% | 98% | 20 | 20 | |||
效益指标 |
社会效益指标 | 险情起数 | ≤2起 | 1起 | 30 | 30 | ||
"""

ONE_CELL_A_LINE = """|
项目支出名称 |
||||||
|
本年度 绩效指标 |
一级指标 |
二级指标 |
三级指标 |
指标值及单位 |
绩效标准 |
|
|
产出指标 |
数量指标 |
清运车辆数 |
8辆 |
计划标准 |
||
|
清运半径 |
≥15公里 |
计划标准 |
||||
|
效益指标 |
经济效益指标 |
|
|
|
||
"""


def test_a_heading_broken_over_lines_heads_all_its_columns():
    (read,) = forms(BROKEN_HEADING)

    assert [
        (row.name, row.target, row.actual, row.weight, row.score) for row in read.indicators
    ] == [
        ("养护河堤长度", "≥12公里", "13公里", "40", "40"),
        ("养护合格率", "≥95%", "98%", "20", "20"),
        ("险情起数", "≤2起", "1起", "30", "30"),
    ]


def test_cells_in_lines_of_their_own_make_rows_by_their_pipes():
    (read,) = forms(ONE_CELL_A_LINE)

    assert [(row.level2, row.name, row.target) for row in read.indicators] == [
        ("数量指标", "清运车辆数", "8辆"),
        ("数量指标", "清运半径", "≥15公里"),
    ]


def test_rows_with_pipes_at_both_ends_are_left_as_they_are():
    text = (
        "| 一级指标 | 三级指标 | 指标值 | 分值 |\n"
        "| 产出指标 | 造价 | 3万元 | 20 |\n"
        "| 总分 | 100 |\n"
        "| 存在问题 | 无 |\n"
    )
    (grid,) = read_text(text.encode())

    assert [cell.text for cell in grid.cells if cell.column == 0] == [
        "一级指标",
        "产出指标",
        "总分",
        "存在问题",
    ]


@pytest.mark.parametrize("mark", [" ", "\t", " | "])
def test_a_row_of_headings_goes_on_in_the_next_line(mark):
    lines = [
        ["一级指标", "二级指标", "三级指标", "年度指标值"],
        ["实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "巡查次数", "≥12次", "14次", "40", "38"],
        ["质量指标", "记录完整率", "≥95%", "96%", "20", "20"],
        ["时效指标", "完成时间", "12月底前", "11月", "20", "20"],
    ]
    (read,) = forms("\n".join(mark.join(line) for line in lines) + "\n")

    assert [(row.actual, row.weight, row.score) for row in read.indicators] == [
        ("14次", "40", "38"),
        ("96%", "20", "20"),
        ("11月", "20", "20"),
    ]
