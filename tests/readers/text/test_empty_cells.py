"""One cell a line, where the empty cells left a line as well."""

from tests.readers.recognise.sheets import forms

TOP = """\
部门预算项目支出绩效自评表(2023年度) |
项目名称 |
乡村道路养护 |
绩效指标 |
一级指标 |
二级指标 |
三级指标 |
指标性质 |
指标值 |
度量单位 |
完成值 |
权重 |
得分 |
未完成原因分析 |
"""
ROWS = """\
产出指标 |
数量指标 |
养护里程 |
≥ |
100 |
公里 |
|
60 |
|
|
效益指标 |
社会效益指标 |
受益村庄 |
≥ |
12 |
个 |
|
30 |
|
|
合计 |
90 |
|
"""


def test_a_pipe_alone_is_an_empty_cell_where_pipes_end_the_cells():
    (form,) = forms(TOP + ROWS)

    assert [(row.target, row.actual, row.weight, row.score) for row in form.indicators] == [
        ("≥100公里", None, "60", None),
        ("≥12个", None, "30", None),
    ]


def test_a_blank_that_holds_a_place_is_an_empty_cell():
    lines = [line.removesuffix("|").strip() or "\xa0" for line in (TOP + ROWS).splitlines()]
    (form,) = forms("\n\n".join(lines))

    assert [(row.actual, row.weight, row.score) for row in form.indicators] == [
        (None, "60", None),
        (None, "30", None),
    ]


def test_rows_broken_at_every_empty_cell_are_one_stream():
    text = """\
2022年度项目支出绩效自评表 | 部门：云溪县公路站 |
|
| 项目名称 | 乡村道路养护 | 绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 产出指标 | 数量指标 | 养护里程 | ≥ | 100 | 公里 | 120 | 50 | 50 |
| 质量指标 | 路面合格率 | ≥ | 90 | % | 88% | 40 | 39 |
| 效益指标 | 社会效益 指标 |
|
|
|
| 总分 | 90 | 89 |
"""
    (form,) = forms(text)

    assert [(row.name, row.target, row.actual, row.score) for row in form.indicators] == [
        ("养护里程", "≥100公里", "120", "50"),
        ("路面合格率", "≥90%", "88%", "39"),
    ]


def test_the_menu_of_a_page_does_not_hide_a_form_without_pipes():
    menu = "首页 | 政务公开 | 互动交流\n打印 | 关闭 |\n"
    cells = "\n".join(line.removesuffix("|").strip() for line in TOP.splitlines())
    row = "\n产出指标\n数量指标\n养护里程\n≥\n100\n公里\n120\n90\n90\n"
    (form,) = forms(menu + cells + row)

    assert [(row.name, row.actual) for row in form.indicators] == [("养护里程", "120")]
