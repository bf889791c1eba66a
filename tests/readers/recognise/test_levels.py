"""First and second levels: filled down, given their meaning, moved back where they slid."""

from tests.readers.recognise.sheets import form

SLID = """
| 产出指标({points}分) | 数量指标 | 系统数量 | 3套 | 3套 | 20 | 20 | |
| | 质量指标 | 采购规范性 | 合格 | 合格 | 10 | 10 | |
| | 时效指标 | 验收合格率 | ≥95% | 96% | 10 | 10 | |
| | | 故障排除时效 | ≤3小时 | 2小时 | 5 | 5 | |
| 效益指标(30分) | | 成本控制率 | ≤100% | 98% | 5 | 5 | |
| | 社会效益指标 | 办事效率 | 提升 | 提升 | 30 | 30 | |
"""


def test_levels_are_filled_down():
    rows = (
        "| 产出指标(50分) | 数量指标 | 甲 | 1个 | 1个 | 5 | 5 | |\n| | | 乙 | 1个 | 1个 | 5 | 5 | |"
    )

    second = form(rows).indicators[1]

    assert (second.level1, second.level1_points, second.level2) == ("产出指标", "50", "数量指标")


def test_labels_lose_blanks_and_points():
    row = form("| 产出 指标 (40 分) | 数 量 指 标 | 甲 | 1个 | 1个 | 5 | 5 | |").indicators[0]

    assert (row.level1, row.level1_points, row.level2) == ("产出指标", "40", "数量指标")


def test_a_heading_that_stands_in_for_another_keeps_its_printed_word():
    row = form("| 绩效指标(40分) | 经济效益指标 | 甲 | 提高 | 提高 | 5 | 5 | |").indicators[0]

    assert (row.level1, row.level1_printed, row.level1_points) == ("效益指标", "绩效指标", "40")


def test_the_vertical_label_beside_the_levels_is_no_level():
    row = form("| 绩效指标 | 产出指标 | 数量指标 | 甲 | 1个 | 1个 | 5 | 5 | |").indicators[0]

    assert (row.level1, row.level1_printed) == ("产出指标", "产出指标")


def test_a_first_level_one_row_early_is_settled_by_the_points_of_its_heading():
    read = form(SLID.format(points=50))

    assert [row.level1 for row in read.indicators] == ["产出指标"] * 5 + ["效益指标"]
    assert "indicators[4].level1" not in [doubt.at for doubt in read.doubts]


def test_without_points_that_agree_the_moved_label_is_in_doubt():
    read = form(SLID.format(points=44))

    assert read.indicators[4].level1 == "产出指标"
    assert "indicators[4].level1" in [doubt.at for doubt in read.doubts]


def test_points_that_agree_as_printed_keep_the_label_where_it_is():
    rows = SLID.format(points=45).replace("| 效益指标(30分)", "| 效益指标(35分)")

    assert form(rows).indicators[4].level1 == "效益指标"


def test_a_second_level_that_slid_goes_by_what_the_name_says_and_is_in_doubt():
    read = form(SLID.format(points=50))

    assert read.indicators[2].level2 == "质量指标"
    assert [doubt.candidates for doubt in read.doubts if doubt.at == "indicators[2].level2"] == [
        ("质量指标", "时效指标")
    ]


def test_an_odd_name_under_a_level_in_its_place_stays_there():
    rows = "| 产出指标(50分) | 成本指标 | 网上经办率 | ≥90% | 95% | 50 | 50 | |"

    assert form(rows).indicators[0].level2 == "成本指标"


EARLY = """
| 产出指标{output} | 数量指标 | 养护里程 | 30公里 | 30公里 | 30 | 30 | |
| | 质量指标 | 清障次数 | 5次 | 5次 | 10 | 10 | |
| | | 路面合格率 | ≥90% | 95% | 10 | 10 | |
| 效益指标{benefit} | 社会效益指标 | 护栏完好率 | 90% | 90% | 10 | 10 | |
| | | 受益群众生活 | 改善 | 改善 | 30 | 30 | |
| 满意度指标(10分) | 满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 | |
"""


def test_a_first_level_goes_back_with_its_second_level_where_the_sums_agree():
    read = form(EARLY.format(output="(60分)", benefit="(30分)"))

    assert [row.level1_points for row in read.indicators] == ["60"] * 4 + ["30", "10"]
    assert read.indicators[3].level2 == "质量指标"
    assert "indicators[3].level1" not in {doubt.at for doubt in read.doubts}


def test_where_one_label_slid_another_goes_by_its_name_and_is_in_doubt():
    read = form(EARLY.format(output="(60分)", benefit="(30分)"))

    assert read.indicators[1].level2 == "数量指标"
    assert [(doubt.at, doubt.candidates) for doubt in read.doubts] == [
        ("indicators[1].level2", ("数量指标", "质量指标"))
    ]


def test_without_points_names_move_a_label_and_every_field_of_it_is_in_doubt():
    read = form(EARLY.format(output="", benefit=""))

    assert read.indicators[3].level1 == "产出指标"
    assert {
        "indicators[3].level1",
        "indicators[3].level1_printed",
        "indicators[3].level1_points",
        "indicators[3].level2",
    } <= {doubt.at for doubt in read.doubts}


def test_one_odd_name_alone_moves_no_label_but_is_in_doubt():
    rows = """
| 产出指标 | 数量指标 | 养护里程 | 30公里 | 30公里 | 30 | 30 | |
| | 质量指标 | 清障次数 | 5次 | 5次 | 10 | 10 | |
| | | 路面合格率 | ≥90% | 95% | 10 | 10 | |
"""

    read = form(rows)

    assert read.indicators[1].level2 == "质量指标"
    assert [doubt.candidates for doubt in read.doubts] == [("数量指标", "质量指标")]


def test_where_one_name_speaks_for_the_label_above_every_other_label_is_in_doubt():
    rows = """
| 产出指标 | 数量指标 | 养护里程 | 30公里 | 30公里 | 30 | 30 | |
| | 质量指标 | 清障次数 | 5次 | 5次 | 10 | 10 | |
| | | 路面合格率 | ≥90% | 95% | 10 | 10 | |
| | 时效指标 | 巡查完成率 | 95% | 95% | 10 | 10 | |
| | | 完工时间 | 6月 | 6月 | 10 | 10 | |
"""

    doubts = {doubt.at: doubt.candidates for doubt in form(rows).doubts}

    assert doubts["indicators[3].level2"] == ("质量指标", "时效指标")


def test_a_satisfaction_label_above_another_indicator_is_in_doubt():
    rows = """
| 效益指标 | 社会效益指标 | 事故起数 | 0起 | 0起 | 13 | 13 | |
| | 生态效益指标 | 绿化里程 | 3公里 | 3公里 | 13 | 13 | |
| 满意度指标 | 满意度指标 | 巡查路段 | 3段 | 3段 | 13 | 13 | |
| | | 群众满意度 | ≥90% | 95% | 10 | 10 | |
"""

    doubts = {doubt.at: doubt.candidates for doubt in form(rows).doubts}

    assert doubts["indicators[2].level1"] == ("效益指标", "满意度指标")
