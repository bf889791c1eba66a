"""Text run together in which blanks part the cells of a row, but not the rows."""

from tests.readers.recognise.sheets import forms

HEAD = "市级项目绩效自评表项目名称 河道保洁 主管部门 云溪县水务局 "
COLUMNS = "项目 类别 指标名称 目标值 权重 实际完成 值 自评分"


def test_a_blank_before_a_number_says_that_blanks_part_cells():
    (form,) = forms(
        f"{HEAD}{COLUMNS}资金使用合规性 合规 4 好 4制度健全性 健全 4 好 4"
        "河面保洁 整洁 6 整洁 6打捞及时 日产日清 6 日产日清 5"
    )

    assert [
        (row.name, row.target, row.weight, row.actual, row.score) for row in form.indicators
    ] == [
        ("资金使用合规性", "合规", "4", "好", "4"),
        ("制度健全性", "健全", "4", "好", "4"),
        ("河面保洁", "整洁", "6", "整洁", "6"),
        ("打捞及时", "日产日清", "6", "日产日清", "5"),
    ]


def test_a_heading_with_points_inside_the_rows_is_no_part_of_a_name():
    (form,) = forms(
        f"{HEAD}{COLUMNS}资金使用合规性 合规 4 好 4专款专用率 =100% 4 =100% 4"
        "产出目标(28 分)树木保存率 98% 4 98% 4效果目标(16 分)投诉处理率 =100% 4 =100% 4"
    )

    assert [row.name for row in form.indicators][2:] == ["树木保存率", "投诉处理率"]
