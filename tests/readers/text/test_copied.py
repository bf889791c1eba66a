"""Tables copied from a browser, each cell on a line of its own behind a tab."""

from tests.readers.recognise.sheets import forms

COPIED = """项目支出绩效自评表

（2022年度）

项目名称

\t家庭教育指导

主管部门

\t桂源县妇联

一级指标

\t二级指标

\t三级指标

\t年度

指标值

\t实际

完成值

\t分值

\t得分

\t偏差原因分析

产出指标

\t数量指标

\t举办家庭教育

公益讲座

\t≥24场

\t26场

\t50

\t50

\t

质量指标

\t讲师持证率

\t≥80%

\t75%

\t40

\t37.5

\t新聘5名讲师尚未取得证书，

2023年组织考证

总分

\t90

\t87.5
"""

ROWS = (
    "项目支出绩效自评表（2022年度）\n项目名称\t两癌检查\n"
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t检查人数\t≥4000人\t4126人\t90\t90\n总分\t90\t90\n\n"
)


def test_cells_of_several_lines_are_whole():
    (read,) = forms(COPIED)

    assert [(row.name, row.target, row.actual, row.score) for row in read.indicators] == [
        ("举办家庭教育公益讲座", "≥24场", "26场", "50"),
        ("讲师持证率", "≥80%", "75%", "37.5"),
    ]


def test_below_a_form_of_whole_rows_nothing_is_lost():
    upper, lower = forms(ROWS + COPIED)

    assert (upper.project.name, lower.project.name) == ("两癌检查", "家庭教育指导")
    assert len(lower.indicators) == 2
