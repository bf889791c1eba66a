"""Pages of narrow columns, as viewers copy them: each cell's lines below each other, no cell marked."""

import pytest

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

SHARED_LINES = """项目支出绩效自评表
（2023 年度）
项目名称 乡镇卫生院污水处理设施改造及
配套管网工程
主管部门 梧溪县卫生健康局 实施单位 梧溪县乡镇卫生
院管理中心
项目资金
（万元）
年初预
算数
全年预
算数
全年执
行数
分值 执行率 得分
年度资金总额 320.00 320.00 304.00 10 95.00% 9.5
其中：当年财政
拨款
320.00 320.00 304.00 — 95.00% —
绩
效
指
标
一级
指标
二级指标 三级指标
年度
指标值
实际
完成值
分值 得分
偏差原因分析及
改进措施
产出
指标
数量指标
改造卫生院污水
处理站数量
≥12 座 12 座 15 15
新建配套排水管
网长度
≥8.6 公
里
8.1 公里 15 14.1
一处跨河管段需
重新办理涉河手
续，2024 年 3 月
完工。
质量指标
出水水质达标率
（%）
≥98% 99.2% 20 20
第 1 页 共 2 页
一级
指标
二级指标 三级指标
年度
指标值
实际
完成值
分值 得分
偏差原因分析及
改进措施
效益
指标
社会效益
指标
卫生院就医环境
长期改
善
较为改
善
20 18
个别卫生院绿化
尚未恢复。
满意
度指
标
服务对象
满意度指
标
就诊群众满意度 ≥90% 93% 20 20
总分 100 96.6
"""
"""Cells that fit on a line share it."""

WEIGHT_FIRST = """项目名称 政务云平台运行维护
一级指标 二级指标 三级指标 分值 目标值
完成
情况
自评
得分
未完成原
因及说明
产出指标
（50分）
数量指标 政务云主机保
障数量 20 ≥620台 638台 20
质量指标 政务云平台可
用率 15 ≥99.95
%
99.98% 15
成本指标 年度运维总成
本 15 ≤735.2
万元
735.2
万元 15
效益指标
（40分）
社会效益
指标
政务服务事项
网上可办率 40 ≥98% 99.1% 40
总分 90 90
"""
"""Every cell goes on behind the end of the one before it."""

OWN_LINES = """项目名称
幸福食堂建设补助
一级指标
二级指标
三级指标
运算
符号
目标
值
度量
单位
完成值
分值
得分
产出指标
数量指标
新建幸福食堂
数量
≥
12
个
13
30
30
质量指标
建成后正常运
营的比例
≥
95
%
96.2
20
20
效益指标
社会效益
指标
就餐老年人人
次
≥
3.6
万人次
3.9
40
40
总分
90
90
"""
"""Each line is a line of its own."""


def form_in(text: str) -> Form:
    (form,) = forms(text)
    return form


def said(text: str) -> list[tuple[str | None, ...]]:
    return [
        (row.name, row.target, row.actual, row.weight, row.score)
        for row in form_in(text).indicators
    ]


def test_cells_that_share_lines_are_read_with_the_headings_of_the_next_page_left_out():
    assert said(SHARED_LINES) == [
        ("改造卫生院污水处理站数量", "≥12座", "12座", "15", "15"),
        ("新建配套排水管网长度", "≥8.6公里", "8.1公里", "15", "14.1"),
        ("出水水质达标率（%）", "≥98%", "99.2%", "20", "20"),
        ("卫生院就医环境", "长期改善", "较为改善", "20", "18"),
        ("就诊群众满意度", "≥90%", "93%", "20", "20"),
    ]


def test_levels_and_reasons_are_joined_over_their_lines():
    rows = form_in(SHARED_LINES).indicators

    assert [row.level2 for row in rows][-2:] == ["社会效益指标", "服务对象满意度指标"]
    assert rows[1].reason == "一处跨河管段需重新办理涉河手续，2024年3月完工。"
    assert rows[3].reason == "个别卫生院绿化尚未恢复。"


def test_names_of_projects_and_labels_of_money_lines_are_joined_too():
    form = form_in(SHARED_LINES)

    assert form.project.name == "乡镇卫生院污水处理设施改造及配套管网工程"
    assert form.project.implementing_unit == "梧溪县乡镇卫生院管理中心"
    assert [line.label for line in form.funds.lines] == ["年度资金总额", "当年财政拨款"]


def test_cells_that_go_on_behind_each_other_are_told_apart():
    assert said(WEIGHT_FIRST) == [
        ("政务云主机保障数量", "≥620台", "638台", "20", "20"),
        ("政务云平台可用率", "≥99.95%", "99.98%", "15", "15"),
        ("年度运维总成本", "≤735.2万元", "735.2万元", "15", "15"),
        ("政务服务事项网上可办率", "≥98%", "99.1%", "40", "40"),
    ]


def test_operators_and_units_in_cells_of_their_own_stay_there():
    rows = form_in(OWN_LINES).indicators

    assert [(row.nature, row.target, row.unit, row.actual) for row in rows] == [
        ("≥", "≥12个", "个", "13"),
        ("≥", "≥95%", "%", "96.2"),
        ("≥", "≥3.6万人次", "万人次", "3.9"),
    ]
    assert [row.name for row in rows][1:] == ["建成后正常运营的比例", "就餐老年人人次"]


def test_nothing_that_was_joined_is_certain():
    form = form_in(WEIGHT_FIRST)
    doubted = {doubt.at for doubt in form.doubts}

    assert {f"indicators[{at}].name" for at in range(4)} <= doubted


@pytest.mark.parametrize("beginning", ["每月", "同比下降"])
def test_a_word_that_wants_a_number_takes_it_from_the_next_line(beginning):
    text = WEIGHT_FIRST.replace("≥98% 99.1%", f"{beginning}\n10% {beginning}\n12%")

    assert said(text)[-1][1:3] == (f"{beginning}10%", f"{beginning}12%")


def test_a_text_of_one_cell_a_line_is_left_to_its_own_reader():
    whole = OWN_LINES
    for broken, joined in (("运算\n符号", "运算符号"), ("目标\n值", "目标值"), ("度量\n单位", "度量单位"),
                           ("食堂\n数量", "食堂数量"), ("运\n营", "运营"), ("效益\n指标\n就", "效益指标\n就"),
                           ("人\n次\n≥", "人次\n≥")):  # fmt: skip
        whole = whole.replace(broken, joined)

    assert form_in(whole).doubts == ()
    assert [row[0] for row in said(whole)] == [row[0] for row in said(OWN_LINES)]
