"""One cell a line, the rows numbered: 序号 heads a column that is no field."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

TOP = """\
2023年度山塘清淤项目绩效自评表
填报单位:云溪县水利局
序号
一级指标
二级指标
三级指标
指标说明
分值
评分
"""
ROWS = """\
1
决策(10)
项目立项
村民议事
议事记录完整,得2分;不完整扣1分
2
2
2
申报审批
申报材料齐全,得3分;缺一件扣1分
3
3
3
资金投入
预算安排
按人口足额安排,得5分
5
4
4
过程(20)
资金管理
账务管理
资金进专账,得8分
8
8
村民出工有记录,得2分
2
2
5
资金拨付
按进度拨付,得10分
10
9
"""


def read() -> Form:
    (form,) = forms(TOP + ROWS)
    return form


def test_the_number_of_the_next_row_is_no_points_of_the_one_above():
    assert [(row.weight, row.score) for row in read().indicators] == [
        ("2", "2"),
        ("3", "3"),
        ("5", "4"),
        ("8", "8"),
        ("10", "9"),
    ]


def test_one_rule_more_for_the_name_above_is_no_indicator():
    assert [row.name for row in read().indicators] == [
        "村民议事",
        "申报审批",
        "预算安排",
        "账务管理",
        "资金拨付",
    ]
