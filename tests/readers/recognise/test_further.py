"""Texts with labels, wherever a form has them."""

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import COLUMNS, HEAD, cells, form, on_paper

ROW = "| 产出指标(90分) | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |"
MATTERS = """\
| 资金管理情况 | 管理事项 | | 情况说明 | | 存在问题和改进措施 | | |
| | 分配科学性 | | 按因素法分配。 | | 无 | | |
| | 公开情况 | | 已在网站公示。 | | 公示晚于时限。 | | |
"""


def texts(read):
    return [(text.label, text.text) for text in read.texts]


def test_each_matter_has_a_text_for_each_heading():
    assert texts(form(ROW, head=HEAD + MATTERS)) == [
        ("分配科学性", "按因素法分配。"),
        ("分配科学性存在问题", "无"),
        ("公开情况", "已在网站公示。"),
        ("公开情况存在问题", "公示晚于时限。"),
    ]


def test_a_matter_left_blank_under_one_heading_keeps_the_other():
    head = HEAD + MATTERS.replace("已在网站公示。", "")

    assert texts(form(ROW, head=head))[2:] == [
        ("公开情况", None),
        ("公开情况存在问题", "公示晚于时限。"),
    ]


def test_matters_whose_rows_lost_their_first_cells_are_read_in_order():
    head = HEAD + MATTERS.replace("| | 公开情况 | | 已", "| 公开情况 | 已")

    assert texts(form(ROW, head=head))[2:] == [
        ("公开情况", "已在网站公示。"),
        ("公开情况存在问题", "公示晚于时限。"),
    ]


def test_a_matter_with_one_text_too_few_in_a_row_without_columns_is_in_doubt():
    head = HEAD + MATTERS.replace("| | 公开情况 | | 已在网站公示。 | ", "| 公开情况 | ")
    read = form(ROW, head=head)

    assert [doubt.at for doubt in read.doubts] == [
        "texts[2].label",
        "texts[2].text",
        "texts[3].label",
        "texts[3].text",
    ]


def test_a_known_matter_glued_to_its_text_is_told_from_it_in_doubt():
    head = HEAD + MATTERS.replace("分配科学性 | | 按", "分配科学性按")
    read = form(ROW, head=head)

    assert texts(read)[:2] == [("分配科学性", "按因素法分配。"), ("分配科学性存在问题", "无")]
    assert {doubt.at for doubt in read.doubts} >= {"texts[0].text", "texts[1].text"}


def test_the_goal_below_the_matters_is_no_matter():
    goal = "| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |\n| | 养好路。 | | | 养护120公里。 | | | |\n"
    read = form(ROW, head=HEAD + MATTERS + goal)

    assert (read.goal.expected, len(read.texts)) == ("养好路。", 4)


def test_the_adjusted_goal_is_a_text_beside_the_first_one():
    goal = (
        "| 当年绩效目标 | 年初绩效目标 | | 全年(调整)绩效目标 | | 全年目标实际完成情况 | | |\n"
        "| | 养护150公里。 | | 养护120公里。 | | 已养护120公里。 | | |\n"
    )
    read = form(ROW, head=HEAD + goal)

    assert (read.goal.expected, read.goal.actual) == ("养护150公里。", "已养护120公里。")
    assert texts(read) == [("全年(调整)绩效目标", "养护120公里。")]


def test_an_adjusted_goal_alone_is_the_goal():
    goal = (
        "| 当年绩效目标 | 全年(调整)绩效目标 | | | 全年目标实际完成情况 | | | |\n"
        "| | 养护120公里。 | | | 已养护120公里。 | | | |\n"
    )
    read = form(ROW, head=HEAD + goal)

    assert (read.goal.expected, texts(read)) == ("养护120公里。", [])


def test_a_labelled_text_may_stand_beside_another_label():
    head = HEAD.replace("乡村道路养护 | | | | | |", "乡村道路养护 | | 项目类别 | 常年性项目 | | |")
    read = form(ROW, head=head)

    assert read.project.name == "乡村道路养护"
    assert texts(read) == [("项目类别", "常年性项目")]


def test_texts_come_in_the_order_of_the_form():
    head = HEAD.replace("| 主管部门", "| 项目类别 | | 常年性项目 | | | | | |\n| 主管部门")
    read = form(ROW, head=head + MATTERS, tail="| 存在问题 | 无 |\n")

    assert [text.label for text in read.texts] == [
        "项目类别",
        "分配科学性",
        "分配科学性存在问题",
        "公开情况",
        "公开情况存在问题",
        "存在问题",
    ]
    assert read.cells["texts[5].text"].text == "无"


def test_what_stands_in_a_column_that_nobody_knows_is_a_text():
    rows = [
        cells("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "佐证材料", "分值"),
        cells("产出指标", "数量指标", "养护里程", "≥100公里", "120公里", "验收单", "50"),
        cells("产出指标", "质量指标", "验收合格率", "≥95%", "98%", "", "40"),
        cells("产出指标", "时效指标", "完成时间", "11月底前", "10月", "竣工报告", "10"),
    ]

    (read,) = recognise(on_paper(rows))

    assert texts(read) == [("佐证材料", "养护里程：验收单\n完成时间：竣工报告")]
    assert read.doubts == ()


def test_what_only_came_to_stand_in_such_a_column_is_in_doubt():
    columns = COLUMNS.replace("| 分值 |", "| 佐证材料 | 分值 |")
    row = ROW.replace("| 120公里 | 90", "| | 120公里 | 验收单 | 90")
    read = form(row, columns=columns)

    assert "surplus-cell" in {doubt.reason for doubt in read.doubts}
    assert read.texts == ()
