"""Tables whose lines do not end where their rows do."""

from jiheng.model.form import Form
from jiheng.readers.text import read_text
from tests.readers.recognise.sheets import forms

TITLE = "项目支出绩效自评表\n(2023年度)\n"
SCATTERED = """\
| 项目名称 |  | 校车补贴 |  |  |  |  |
|  |  | 主管部门 |  | 云溪县教育局 |  | 实施单位 | 云溪县校车队 |  |
|  |  | 项目资金(万元) |  |
| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |  | 年度资金总额 | 80 | 80 |
| 76 | 10 | 95% | 9.5 |  |
|  | 其他资金 | 0 | 0 | 0 | — | — | — |  | 绩效指标 | 一级指标 | 二级指标 |
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 未完成原因分析 |  | 产出指标 | 数量指标 |
| 校车数量 | ≥12辆 | 12辆 | 30 |
| 30 |  |  |  |  | 乘车学生人数 | ≥600人 | 580人 | 30 | 29 | 转学较多 |  |  |
| 质量指标 | 车辆年检合格率 | 100% | 100% | 10 | 10 |  |  | 满意度指标 |
| 服务对象满意度指标 | 家长满意度 | ≥90% | 96% | 20 |
| 20 |  | 总分 |  |  |  |  |  | 100 | 98.5 |  |
| 自评结论 |  | 完成较好。 |  |  |  |  |  |  |
"""
WITHOUT_EMPTY_CELLS = """\
| 项目名称 | 校车补贴 | 主管部门 |
| 云溪县教育局 | 实施单位 | 云溪县校车队 | 项目资金(万元) | 年初预算数 |
| 全年预算数 | 全年执行数 | 分值 | 执行率 |
| 得分 | 年度资金总额 | 80 | 80 | 76 | 10 | 95% |
| 9.5 | 其他资金 | 0 | 0 | 0 | — |
| — | — | 绩效指标 | 一级指标 | 二级指标 |
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 未完成原因分析 | 产出指标 | 数量指标 |
| 校车数量 | ≥12辆 | 12辆 |
| 30 | 30 | 乘车学生人数 | ≥600人 | 580人 | 30 | 29 |
| 转学较多 | 质量指标 | 车辆年检合格率 | 100% | 100% | 10 |
| 10 | 满意度指标 | 服务对象满意度指标 | 家长满意度 | ≥90% | 96% |
| 20 | 20 | 总分 | 100 | 98.5 | 自评结论 | 完成较好。 |
"""
SHORT_ROWS = """\
| 项目名称 | 校车补贴 |
| 主管部门 | 云溪县教育局 | 实施单位 | 云溪县校车队 |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 产出指标 | 数量指标 | 校车数量 | ≥12辆 | 12辆 | 30 | 30 |
| 乘车学生人数 | ≥600人 | 580人 | 30 | 29 |
| 质量指标 | 车辆年检合格率 | 100% | 100% | 10 | 10 |
| 总分 | 70 | 69 |
| 自评结论 | 完成较好。 |
"""
INDICATORS = [
    ("产出指标", "数量指标", "校车数量", "≥12辆", "12辆", "30", "30", None),
    ("产出指标", "数量指标", "乘车学生人数", "≥600人", "580人", "30", "29", "转学较多"),
    ("产出指标", "质量指标", "车辆年检合格率", "100%", "100%", "10", "10", None),
    ("满意度指标", "服务对象满意度指标", "家长满意度", "≥90%", "96%", "20", "20", None),
]


def only(text: str) -> Form:
    (found,) = forms(TITLE + text)
    return found


def indicators(form: Form) -> list[tuple[str | None, ...]]:
    fields = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")
    return [tuple(getattr(row, field) for field in fields) for row in form.indicators]


def test_rows_are_cut_anew_where_every_row_has_as_many_cells():
    read = only(SCATTERED)

    assert indicators(read) == INDICATORS
    assert (read.project.name, read.project.implementing_unit) == ("校车补贴", "云溪县校车队")
    assert [(line.label, line.executed) for line in read.funds.lines] == [
        ("年度资金总额", "76"),
        ("其他资金", "0"),
    ]
    assert (read.total.score, read.conclusion) == ("98.5", "完成较好。")


def test_rows_cut_by_their_width_are_not_in_doubt():
    assert only(SCATTERED).doubts == ()


def test_a_cell_keeps_the_line_that_it_stood_in():
    assert only(SCATTERED).cells["indicators[1].actual"].line == 11


def test_two_scattered_tables_with_prose_around_them_are_two_forms():
    text = f"通知\n{TITLE}{SCATTERED}\n联系人：柳岸\n\n{TITLE}{SCATTERED}"

    assert [len(form.indicators) for form in forms(text)] == [4, 4]


def test_without_its_empty_cells_a_scattered_table_is_read_cell_by_cell():
    assert indicators(only(WITHOUT_EMPTY_CELLS)) == INDICATORS


def test_a_table_read_cell_by_cell_is_in_doubt_in_every_field():
    doubted = {doubt.at for doubt in only(WITHOUT_EMPTY_CELLS).doubts}

    assert {"project.name", "indicators[1].actual", "indicators[3].score"} <= doubted


def test_rows_of_different_lengths_stay_rows_where_labels_begin_them():
    table = read_text(SHORT_ROWS.encode())[0]

    assert [cell.text for cell in table.cells if cell.column == 0] == [
        "项目名称",
        "主管部门",
        "绩效指标",
        "产出指标",
        "乘车学生人数",
        "质量指标",
        "总分",
        "自评结论",
    ]


def test_a_cell_that_goes_on_in_the_next_line_is_ended_by_its_pipe():
    (form,) = forms(
        "项目支出绩效目标表 |\n(2025年度) |\n项目名称 |\n河道保洁 |\n"
        "绩\n效\n指\n标 |\n一级\n指标 |\n二级指标 |\n三级指标 |\n指标值 |\n"
        "产出指标 |\n数量指标 |\n保洁\n河段 |\n12段 |\n质量指标 |\n水质达标率 |\n≥95% |\n"
    )

    assert [(row.level2, row.name, row.target) for row in form.indicators] == [
        ("数量指标", "保洁河段", "12段"),
        ("质量指标", "水质达标率", "≥95%"),
    ]
