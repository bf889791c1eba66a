"""Pages that break the text of narrow cells: one heading over several lines."""

from jiheng.readers.text.folding import folded
from tests.readers.recognise.sheets import forms

TOP = """\
项目支出绩效自评表
项目名称
乡村道路养护
主管
部门
云溪县交通运输局
绩效
指标
"""
HEADINGS = """\
一级
指标
二级指标
三级指标
年度
指标值
实际
完成值
分值
得分
"""


def read(rows: str):
    (found,) = forms(f"{TOP}{HEADINGS}{rows}总分\n90\n90\n")
    return found


def test_a_heading_over_two_lines_heads_its_column():
    (row,) = read("产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n90\n90\n").indicators

    assert (row.target, row.actual) == ("≥100公里", "120公里")


def test_a_label_over_two_lines_is_one_label():
    form = read("产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n90\n90\n")

    assert form.project.department == "云溪县交通运输局"


def test_the_rest_of_a_level_is_no_indicator():
    rows = "效益指标\n社会效益\n指标\n出行更方便\n是\n是\n40\n40\n满意度\n指标\n满意度指标\n村民满意度\n≥90%\n95%\n50\n50\n"
    form = read(rows)

    assert [(row.level1, row.level2, row.name) for row in form.indicators] == [
        ("效益指标", "社会效益指标", "出行更方便"),
        ("满意度指标", "满意度指标", "村民满意度"),
    ]


def test_points_below_a_level_belong_to_it():
    (row,) = read("产出指标\n(90分)\n数量指标\n养护里程\n≥100公里\n120公里\n90\n90\n").indicators

    assert (row.level1, row.level1_points) == ("产出指标", "90")


def test_a_dash_above_a_label_is_a_cell_of_its_own():
    lines = [(7, "-"), (8, "其他资金:")]

    assert folded(lines) == lines
