"""Forms whose headings and labels are worded, stacked or repeated in other ways."""

import pytest
from msgspec.structs import replace

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, HEAD, cells, form, forms, on_paper

ROW = "| 产出指标(90分) | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 88 | 雨季停工 |"


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("年度指标值", "预期指标值"),
        ("年度指标值", "年初设定指标值"),
        ("实际完成值", "年度实际完成值"),
        ("实际完成值", "全年完成情况"),
        ("偏差原因分析及改进措施", "偏差原因及整改措施"),
        ("| 分值 |", "| 标准分值 |"),
        ("| 得分 |", "| 自评分 |"),
        ("三级指标", "三级指标名称"),
    ],
)
def test_a_heading_of_other_wording_is_known_by_its_stem(usual, other):
    (row,) = form(ROW, columns=COLUMNS.replace(usual, other)).indicators

    assert (row.name, row.target, row.actual) == ("养护里程", "≥100公里", "120公里")
    assert (row.weight, row.score, row.reason) == ("90", "88", "雨季停工")


@pytest.mark.parametrize("heading", ["实际执行数", "支出数", "全年实际支出"])
def test_money_headings_of_other_wording_keep_their_column(heading):
    (line,) = form(ROW, head=HEAD.replace("全年执行数(B)", heading)).funds.lines

    assert (line.initial_budget, line.adjusted_budget, line.executed) == ("80", "80", "76")


def test_a_column_that_nobody_knows_keeps_its_values_to_itself():
    columns = COLUMNS.replace("| 分值 |", "| 佐证材料 | 分值 |")
    (row,) = form(ROW.replace("| 90 | 88", "| 台账 | 90 | 88"), columns=columns).indicators

    assert (row.actual, row.weight, row.score) == ("120公里", "90", "88")


@pytest.mark.parametrize("label", ["年度总金额", "1.年度资金总额", "预算资金总额", "合计"])
def test_the_first_money_line_is_the_total_whatever_it_is_called(label):
    head = (
        HEAD.replace("年度资金总额:", label)
        + "| | 其中：财政拨款资金 | 80 | 80 | 76 | - | - | - |\n"
    )
    total, part = form(ROW, head=head).funds.lines

    assert (total.executed, total.score) == ("76", "9.5")
    assert (part.label, part.executed, part.score) == ("财政拨款资金", "76", None)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("产出(90分)", "产出指标"),
        ("一、产出指标(90分)", "产出指标"),
        ("项目产出(90分)", "产出指标"),
    ],
)
def test_level_1_has_shorter_and_longer_spellings(printed, meant):
    (row,) = form(ROW.replace("产出指标(90分)", printed)).indicators

    assert (row.level1, row.level1_points) == (meant, "90")


def test_two_heading_rows_are_one_header():
    rows = [
        cells(
            ("绩效指标", 1, 3),
            ("年度指标值", 1, 3),
            ("实际完成值", 2, 1),
            ("分值", 2, 1),
            ("得分", 2, 1),
        ),
        cells("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"),
        cells("产出指标", "数量指标", "培训人次", "≥", "735", "人次", "800", "90", "90"),
    ]

    (read,) = recognise(on_paper(rows))
    (row,) = read.indicators

    assert (row.target, row.unit, row.actual) == ("≥735人次", "人次", "800")
    assert (row.weight, row.score) == ("90", "90")


def test_level_headings_below_a_common_one_are_found():
    rows = [
        cells(
            ("绩效指标", 1, 3),
            ("年度指标值", 2, 1),
            ("实际完成值", 2, 1),
            ("分值", 2, 1),
            ("得分", 2, 1),
        ),
        cells("一级指标", "二级指标", "三级指标"),
        cells("产出指标", "数量指标", "培训人次", "≥735人次", "800人次", "90", "88"),
    ]

    (read,) = recognise(on_paper(rows))

    assert [(row.name, row.target, row.score) for row in read.indicators] == [
        ("培训人次", "≥735人次", "88")
    ]


def test_a_value_heading_split_below_level_headings_is_found():
    rows = [
        cells(
            ("一级指标", 2, 1),
            ("二级指标", 2, 1),
            ("三级指标", 2, 1),
            ("年度指标值", 1, 3),
            ("实际完成值", 2, 1),
            ("分值", 2, 1),
            ("得分", 2, 1),
        ),
        cells("指标性质", "指标值", "度量单位"),
        cells("产出指标", "数量指标", "培训人次", "≥", "735", "人次", "800", "90", "88"),
    ]

    (read,) = recognise(on_paper(rows))

    assert [(row.name, row.target, row.score) for row in read.indicators] == [
        ("培训人次", "≥735人次", "88")
    ]


def test_a_title_repeated_on_the_next_page_begins_no_form():
    page = "\n项目支出绩效自评表\n(2023年度)\n" + COLUMNS
    rows = (
        "| | 时效指标 | 完成时间 | 11月底前 | 10月 | 5 | 5 | |\n| 总分 | | | | | 100 | 99.5 | |\n"
    )

    (read,) = forms(HEAD + COLUMNS + ROW + "\n" + page + rows)

    assert [row.name for row in read.indicators] == ["养护里程", "完成时间"]
    assert read.total.score == "99.5"


def test_goal_headings_of_other_wording_are_no_goals():
    goal = "| 年度总体目标 | 年初预期目标 | | | 全年完成情况 | | | |\n| | 养好路。 | | | 养护120公里。 | | | |\n"
    read = form(ROW, head=HEAD + goal).goal

    assert (read.expected, read.actual) == ("养好路。", "养护120公里。")


def test_a_year_in_chinese_numerals_is_a_year():
    assert form(ROW, head=HEAD.replace("(2023年度)", "(二〇二三年度)")).year == 2023


def test_a_formula_saved_without_its_result_is_in_doubt():
    rows = [
        cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        cells("产出指标", "数量指标", "培训人次", "≥735人次", "800人次", "90", ""),
    ]
    document = on_paper(rows)
    (grid,) = document.blocks
    last = replace(grid.cells[-1], confidence=0.5)
    document = replace(document, blocks=(replace(grid, cells=(*grid.cells[:-1], last)),))

    (read,) = recognise(document)

    assert [(doubt.at, doubt.reason) for doubt in read.doubts] == [
        ("indicators[0].score", "arithmetic")
    ]


def test_on_paper_a_second_level_of_unknown_wording_stays_in_its_column():
    rows = [
        cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        cells("效益指标", "环境效益", "校车尾气达标", "达标", "达标", "10", "10"),
    ]

    (read,) = recognise(on_paper(rows))

    assert [(row.level2, row.name, row.target) for row in read.indicators] == [
        ("环境效益", "校车尾气达标", "达标")
    ]


def test_the_label_column_of_the_money_block_is_no_budget():
    head = HEAD.replace(
        "| 项目资金(万元) | | 年初预算数 | 全年预算数(A) |",
        "| 预算执行情况 | 年度预算数(万元) | 年初预算 | 调整后预算数 |",
    )

    (line,) = form(ROW, head=head).funds.lines

    assert (line.initial_budget, line.adjusted_budget, line.executed) == ("80", "80", "76")


def test_of_two_headings_of_one_field_the_plainer_one_has_it():
    columns = "| 一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评分标准 | 自评得分 |\n"
    rows = "| 投入(20分) | 目标设定 | 目标合理性 | 20 | 符合规定计满分。 | 每缺一项扣2分。 | 18 |"

    (row,) = form(rows, columns=columns).indicators

    assert (row.method, row.weight, row.score) == ("每缺一项扣2分。", "20", "18")


def test_levels_of_any_words_are_known_by_their_columns_in_text_too():
    rows = """
| 决策(20分) | 项目立项 | 立项依据充分性 | 充分 | 充分 | 10 | 10 | |
| | | 立项程序规范性 | 规范 | 规范 | 10 | 10 | |
| 管理(80分) | 组织实施 | 制度健全性 | 健全 | 健全 | 80 | 80 | |
"""
    read = form(rows).indicators

    assert [(row.level1_printed, row.level1_points, row.level2, row.name) for row in read] == [
        ("决策", "20", "项目立项", "立项依据充分性"),
        ("决策", "20", "项目立项", "立项程序规范性"),
        ("管理", "80", "组织实施", "制度健全性"),
    ]


def test_cells_of_operator_and_unit_keep_their_columns_beside_blank_ones_in_text():
    columns = (
        "| 一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 度量单位 | 完成值 | 完成比例"
        " | 分值 | 得分 | 偏差原因 |\n"
    )
    rows = """
| 产出指标 | 数量指标 | 养护里程 | ≥ | 100 | 公里 | 120 | | 50 | 50 | |
| | 质量指标 | 路面状况 | 定性 | 良好 | | 良好 | | 40 | 40 | |
"""
    number, words = form(rows, columns=columns).indicators

    assert (number.target, number.unit, number.actual) == ("≥100公里", "公里", "120")
    assert (words.nature, words.target, words.actual) == ("定性", "良好", "良好")


def test_a_money_line_of_any_words_is_one_beside_the_block_s_upright_label():
    rows = [
        cells(("项目资金(万元)", 3, 1), "", "年初预算数", "全年预算数", "全年执行数", "执行率"),
        cells("年度资金总额", "80", "80", "76", "95%"),
        cells("对口帮扶", "", "", "", ""),
        cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"),
        cells("产出指标", "数量指标", "培训人次", "≥735人次", "800人次", "90"),
    ]

    (read,) = recognise(on_paper(rows))

    assert [line.label for line in read.funds.lines] == ["年度资金总额", "对口帮扶"]


def test_goals_in_rows_of_their_own_beside_a_label_of_any_words():
    goal = (
        "| 单位职责与目标 | 年度绩效目标 | | 养好路。 | | | | |\n"
        "| | 目标完成情况 | | 养护120公里。 | | | | |\n"
    )
    read = form(ROW, head=HEAD + goal).goal

    assert (read.expected, read.actual) == ("养好路。", "养护120公里。")


def test_notes_in_the_rows_of_a_sheet_without_total_are_no_indicators():
    rows = [
        cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        cells("产出指标", "数量指标", "培训人次", "≥735人次", "800人次", "90", "90"),
        cells(("注: 1. 得分不超过分值。", 1, 7)),
        cells(("2. 未完成的写明原因。", 1, 7)),
    ]

    (read,) = recognise(on_paper(rows))

    assert [row.name for row in read.indicators] == ["培训人次"]
    assert read.notes == ("得分不超过分值。", "未完成的写明原因。")


def test_points_beside_the_levels_are_theirs_and_no_weight():
    columns = "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 评价标准 | 得分 |\n"
    rows = """
| 投入 | 20 | 目标设定 | 12 | 目标合理性 | 5 | 合理得满分 | 4 |
| | | | | 目标明确性 | 7 | 明确得满分 | 7 |
| | | 预算配置 | 8 | 人员控制率 | 8 | 达标得满分 | 8 |
| 过程 | 80 | 预算执行 | 80 | 预算完成率 | 80 | 按比例计分 | 76 |
"""
    read = form(rows, columns=columns)

    assert [(row.level1_points, row.weight, row.score) for row in read.indicators] == [
        ("20", "5", "4"),
        ("20", "7", "7"),
        ("20", "8", "8"),
        ("80", "80", "76"),
    ]
    assert read.texts == ()
