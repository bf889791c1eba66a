"""One cell a line, the headings over the indicators cut away."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

TEXT = """\
项目支出绩效自评表
(2023年度)
项目名称
山塘清淤
主管部门
云溪县水利局
项目资金
(万元)
年初预算数
全年预算数
全年执行数
分值
执行率
得分
年度资金总额
60
60
57
10
95%
9.5
时效
指标
完工时间
10月底前
10月底
20
20
效益指标
社会效益指标
蓄水能力
提升
已提升
40
38
满意度
指标
服务对象满意度指标
服务对象满意度
≥90%
93%
30
30
总分
100
97.5
"""


def read(text: str = TEXT) -> Form:
    (form,) = forms(text)
    return form


def test_rows_that_end_with_the_total_are_read_without_headings():
    assert [
        (row.level2, row.name, row.target, row.actual, row.weight, row.score)
        for row in read().indicators
    ] == [
        ("时效指标", "完工时间", "10月底前", "10月底", "20", "20"),
        ("社会效益指标", "蓄水能力", "提升", "已提升", "40", "38"),
        ("服务对象满意度指标", "服务对象满意度", "≥90%", "93%", "30", "30"),
    ]


def test_what_was_read_without_headings_is_in_doubt():
    doubted = {doubt.at for doubt in read().doubts}

    assert {"indicators[0].name", "indicators[1].target", "indicators[2].score"} <= doubted


def test_the_total_below_them_is_not_of_the_money():
    form = read()

    assert (form.total.score, len(form.funds.lines)) == ("97.5", 1)


def test_a_row_that_lacks_a_cell_leaves_all_unread():
    assert forms(TEXT.replace("提升\n已提升\n", "提升\n")) == ()
