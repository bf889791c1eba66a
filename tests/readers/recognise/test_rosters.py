"""Tables with one row a project, such as the summary of a department's self-evaluations."""

from msgspec.structs import replace

from jiheng.readers.recognise import recognise
from tests.readers.recognise.sheets import cells, forms, on_paper

HEAD = """\
项目支出绩效自评结果汇总表
(2023年度)
单位：万元
"""
COLUMNS = "| 序号 | 项目名称 | 主管部门 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 | 备注 |\n"
ROWS = """\
| 1 | 乡村道路养护 | 云溪县交通运输局 | 80 | 90 | 85.5 | 95% | 96.5 | |
| 2 | 公交站亭更新 | 云溪县交通运输局 | 20 | 20 | 20 | 100% | 100分 | |
| 合计 | | | 100 | 110 | 105.5 | 95.91% | | |
"""


def summary(text: str = HEAD + COLUMNS + ROWS):
    (form,) = forms(text)
    return form


def test_each_project_is_a_line_of_money_and_the_sum_comes_last():
    lines = summary().funds.lines

    assert [(line.label, line.of, line.adjusted_budget, line.executed) for line in lines] == [
        ("乡村道路养护", "合计", "90", "85.5"),
        ("公交站亭更新", "合计", "20", "20"),
        ("合计", None, "110", "105.5"),
    ]


def test_scores_are_read_without_their_unit():
    assert [line.score for line in summary().funds.lines] == ["96.5", "100", None]


def test_title_year_unit_of_money_and_department_are_those_of_all_rows():
    form = summary()

    assert (form.kind, form.year, form.funds.unit) == ("summary", 2023, "万元")
    assert form.title == "项目支出绩效自评结果汇总表"
    assert form.project.department == "云溪县交通运输局"


def test_each_amount_has_its_place():
    cells = summary().cells

    assert cells["funds.lines[1].executed"].text == "20"
    assert cells["funds.lines[1].score"].text == "100分"


def test_the_unit_of_money_may_stand_in_a_heading():
    text = COLUMNS.replace("全年执行数", "全年执行数（元）") + ROWS

    assert summary(text).funds.unit == "元"


def test_headings_that_are_printed_again_are_no_project():
    first, *rest = ROWS.splitlines(keepends=True)

    assert len(summary(HEAD + COLUMNS + first + COLUMNS + "".join(rest)).funds.lines) == 3


def test_a_form_with_the_projects_name_beside_other_labels_is_no_summary():
    text = """\
项目支出绩效自评表
| 项目名称 | 乡村道路养护 | 实施单位 | 云溪县公路站 | 年度 | 2023 |
| 项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| 年度资金总额 | 80 | 90 | 85.5 | 10 | 95% | 9.5 |
"""

    assert [form.kind for form in forms(text)] == ["self-evaluation"]


def test_two_rows_of_headings_are_read_together():
    document = on_paper(
        [
            cells(
                ("序号", 2, 1), ("项目名称", 2, 1), ("项目资金（万元）", 1, 3), ("自评得分", 2, 1)
            ),
            cells("年初预算数", "全年预算数", "全年执行数"),
            cells("1", "乡村道路养护", "80", "90", "85.5", "96.5"),
        ]
    )
    (form,) = recognise(document)
    (line,) = form.funds.lines

    assert (line.label, line.initial_budget, line.executed, line.score) == (
        "乡村道路养护",
        "80",
        "85.5",
        "96.5",
    )
    assert form.funds.unit == "万元"


def test_a_money_block_below_the_name_of_the_one_project_is_no_such_table():
    above = on_paper(
        [
            cells("项目名称", ("乡村道路养护", 1, 2), "预算单位", "云溪县公路站"),
            cells(("项目资金", 2, 1), "", "年初预算数", "全年预算数", "全年执行数"),
            cells("年度资金总额", "80", "90", "85.5"),
        ]
    )
    below = on_paper(
        [
            cells("一级指标", "二级指标", "三级指标", "指标值", "完成值", "权重"),
            cells("产出指标", "数量指标", "养护里程", "20公里", "20公里", "90"),
        ]
    )

    (form,) = recognise(replace(above, blocks=(*above.blocks, *below.blocks)))
    assert [line.executed for line in form.funds.lines] == ["85.5"]
    assert form.project.name == "乡村道路养护"
    assert [row.name for row in form.indicators] == ["养护里程"]
