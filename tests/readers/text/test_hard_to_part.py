"""Forms that converters, spreadsheets and older input methods leave hard to part."""

import pytest

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

TRADITIONAL = """項目支出績效自評表
（2023年度）
項目名稱        公共文化場館免費開放補助
主管部門        梧溪縣文化廣電旅遊體育局        實施單位        梧溪縣文化館
項目資金（萬元）    年初預算數    全年預算數    全年執行數    分值    執行率    得分
年度資金總額        208.00        218.00        204.92        10      94.00%    9.4
一級指標      二級指標            三級指標              指標值       完成情況      權重    得分
產出指標      數量指標            免費開放場館數        5個          5個           40      40
              質量指標            場館設備完好率        ≥ 95%        96.5%         20      20
效益指標      社會效益指標        全年接待群眾人次      ≥28萬人次    31.4萬人次    20      20
滿意度指標    服務對象滿意度指標  群眾滿意度            ≥ 90%        94.1%         10      10
總分                                                                               100     99.4
"""

QUOTED = """附件1：
2023年度项目支出绩效自评表\t\t\t\t\t\t\t
项目名称\t\t基本公共卫生服务补助\t\t\t\t\t
"绩效
指标"\t一级指标\t二级指标\t三级指标\t"年度
指标值"\t"实际
完成值"\t分值\t得分
\t产出指标\t数量指标\t"健康档案
建档人数"\t≥3万人\t3.1万人\t50\t50
\t效益指标\t社会效益指标\t"“两病”
患者健康水平"\t提高\t提高\t40\t40
总分\t\t\t\t\t\t90\t90
注：由单位填写。
"""

TWO_LINES_OF_HEADINGS = """2023年度项目支出绩效自评表
项目名称 县乡道预防性养护工程
一级 二级 三级指标 分值 计量 目标值 实际 得分
指标 指标 单位 完成值
产出指标 数量指标 县乡道养护里程 20 公里 >=42 42.6 20
质量指标 养护工程验收合格率 30 % >=98 100 30
效益指标 社会效益指标 交通事故下降率 30 % >=8 11.5 30
满意度指标 服务对象满意度指标 群众出行满意度 10 % >=90 92.4 10
总分 90 90
"""

UNITS_BEFORE_TARGETS = """项目名称 县乡道预防性养护工程
一级指标 二级指标 三级指标 分值 计量单位 目标值 实际完成值 得分 未完成原因及改进措施
产出指标 数量指标 县乡道养护里程 20 公里 >=42 42.6 20 无
质量指标 养护工程验收合格率 30 % ≥98 100 30 无
效益指标 社会效益指标 交通事故下降率 30 % ≥8 11.5 30 无
满意度指标 服务对象满意度指标 群众出行满意度 10 % ≥90 92.4 10 无
总分 90 90
"""

TWO_ROWS_ON_A_LINE = """项目支出绩效自评表（2024年度）

| 项目名称 | 农村公路日常养护 | | | | | | |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 分值 | 得分 | 偏差原因分析 |
| 产出指标 | 数量指标 | 养护公路里程 | ≥1386公里 | 1386公里 | 20 | 20 | |
| | 质量指标 | 优良路率 | ≥85% | 87.2% | 20 | 20 | | | | | 验收合格率 | 100% | 100% | 10 | 10 | |
| 效益指标 | 社会效益指标 | 受益行政村数 | ≥96个 | 98个 | 40 | 40 | |
| 总分 | | | | | 90 | 90 | |
"""

SIGNS_APART = (
    "项目支出绩效自评表 （2021年度） 项目名称 高标准农田管护 主管部门 禾阳市农业局 "
    "一级指标 二级指标 三级指标 分值 年度指标值 实际完成值 得分 "
    "产出指标 数量指标 管护农田面积 15 ≥ 4.2万亩 4.2万亩 15 "
    "疏浚沟渠长度 25 ≥ 86公里 88.3公里 25 质量指标 设施完好率 10 ≥ 95% 96.5% 10 "
    "效益指标 经济效益指标 亩均粮食增产 30 ≥ 30公斤 32公斤 30 "
    "满意度指标 服务对象满意度指标 农户满意度 10 ≥ 90% 92% 10 总分 90 90"
)


def form_in(text: str) -> Form:
    (form,) = forms(text)
    return form


def said(text: str) -> list[tuple[str | None, ...]]:
    """Return name, target, actual value, weight and score of every indicator."""
    rows = form_in(text).indicators
    return [(row.name, row.target, row.actual, row.weight, row.score) for row in rows]


def test_a_form_in_traditional_characters_is_read_and_keeps_its_words():
    form = form_in(TRADITIONAL)

    assert (form.title, form.project.name) == ("項目支出績效自評表", "公共文化場館免費開放補助")
    assert (form.funds.unit, form.total and form.total.score) == ("万元", "99.4")
    assert [row.level1 for row in form.indicators][:2] == ["产出指标", "产出指标"]
    assert said(TRADITIONAL)[1:3] == [
        ("場館設備完好率", "≥95%", "96.5%", "20", "20"),
        ("全年接待群眾人次", "≥28萬人次", "31.4萬人次", "20", "20"),
    ]


def test_cells_over_several_lines_stay_whole_with_lines_of_prose_above_and_below():
    assert said(QUOTED) == [
        ("健康档案建档人数", "≥3万人", "3.1万人", "50", "50"),
        ("“两病”患者健康水平", "提高", "提高", "40", "40"),
    ]


def test_headings_over_two_lines_are_joined_though_some_are_whole_above():
    rows = form_in(TWO_LINES_OF_HEADINGS).indicators

    assert [(row.target, row.unit, row.actual, row.score) for row in rows[:2]] == [
        (">=42", "公里", "42.6", "20"),
        (">=98", "%", "100", "30"),
    ]


def test_units_may_stand_before_targets_that_have_their_signs_and_reasons_may_say_none():
    rows = form_in(UNITS_BEFORE_TARGETS).indicators

    assert [(row.name, row.target, row.unit, row.actual, row.score) for row in rows[:2]] == [
        ("县乡道养护里程", ">=42", "公里", "42.6", "20"),
        ("养护工程验收合格率", "≥98", "%", "100", "30"),
    ]


def test_two_rows_on_one_line_of_pipes_are_two_rows():
    assert said(TWO_ROWS_ON_A_LINE)[1:3] == [
        ("优良路率", "≥85%", "87.2%", "20", "20"),
        ("验收合格率", "100%", "100%", "10", "10"),
    ]


@pytest.mark.parametrize("at", range(5))
def test_a_sign_apart_from_its_number_stays_with_it(at: int):
    wanted = ("≥4.2万亩", "≥86公里", "≥95%", "≥30公斤", "≥90%")

    assert said(SIGNS_APART)[at][1] == wanted[at]


def test_headings_broken_above_and_below_those_that_are_whole_are_joined():
    text = UNITS_BEFORE_TARGETS.replace(
        "一级指标 二级指标 三级指标 分值 计量单位 目标值 实际完成值 得分 未完成原因及改进措施",
        "一级 二级 分 目标 实际 未完成原因\n三级指标 得分\n指标 指标 值 值 完成值 及改进措施",
    )
    text = text.replace(" 公里 >=42", " >=42公里").replace(" % ≥98", " ≥98%")

    assert said(text)[:2] == [
        ("县乡道养护里程", ">=42公里", "42.6", "20", "20"),
        ("养护工程验收合格率", "≥98%", "100", "30", "30"),
    ]


def test_reasons_and_measures_with_labels_stay_in_their_row():
    text = """项目名称
校舍维修
一级指标
二级指标
三级指标
年度指标值
实际完成值
分值
得分
偏差原因分析及改进措施
产出指标
时效指标
工程完工时间
2022年8月31日前
2022年9月23日
10
7
原因：连续降雨，外墙作业停工18天。
改进措施：今后合理安排工期。
成本指标
单位成本
≤850元/平方米
842.6元/平方米
10
10
总分
20
17
"""

    assert said(text) == [
        ("工程完工时间", "2022年8月31日前", "2022年9月23日", "10", "7"),
        ("单位成本", "≤850元/平方米", "842.6元/平方米", "10", "10"),
    ]


def test_levels_of_a_departments_own_wording_stay_out_of_names():
    text = (
        "部门名称 椰港区民政局 一级指标 二级指标 三级指标 指标值 实际完成值 分值 得分 "
        "管理效率 预算编制管理 绩效目标覆盖率 =100% 100% 10 10 "
        "资产管理 固定资产利用率 ≥95% 96.8% 10 10 "
        "运行成本 成本控制成效 “三公”经费变动率 ≤0% -6.25% 10 10 "
        "履职效能 重点工作履行情况 低保对象保障人数 ≥8350人 8127人 20 19.47 总分 50 49.47"
    )

    assert [row[0] for row in said(text)] == [
        "绩效目标覆盖率",
        "固定资产利用率",
        "“三公”经费变动率",
        "低保对象保障人数",
    ]


def test_blanks_within_dates_of_a_row_are_no_ends_of_cells():
    text = UNITS_BEFORE_TARGETS.replace("计量单位 ", "").replace(" 公里 >=42", " >=42公里")
    text = text.replace(" % ≥98 100 ", " 2020 年 12 月底前 2020 年 12 月 20 日 ")
    text = text.replace(" % ≥8 ", " ≥8% ").replace(" % ≥90 ", " ≥90% ")

    assert said(text)[1][1:3] == ("2020年12月底前", "2020年12月20日")
