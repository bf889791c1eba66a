"""Matters with several texts each, one cell a line."""

from tests.readers.recognise.sheets import forms

HEAD = """\
转移支付区域绩效自评表
(2023年度)
转移支付(项目)名称
乡村道路养护补助
资金管理情况
管理事项
情况说明
存在问题和改进措施
"""
INDICATORS = """\
总体目标完成情况
总体目标
全年实际完成情况
养好路。
养护120公里。
绩效指标
一级指标
二级指标
三级指标
指标值
全年实际完成值
未完成原因和改进措施
产出指标
数量指标
养护里程
≥100公里
120公里
质量指标
验收合格率
≥95%
98%
"""
MATTERS = """\
分配科学性
按因素法分配。
无
下达及时性
30日内下达。
第二批迟了5日。
"""


def read(matters, head=HEAD):
    (form,) = forms(head + matters + INDICATORS)
    return form


def texts(form):
    return [(text.label, text.text) for text in form.texts]


def test_each_matter_takes_as_many_lines_as_there_are_headings():
    assert texts(read(MATTERS)) == [
        ("分配科学性", "按因素法分配。"),
        ("分配科学性存在问题", "无"),
        ("下达及时性", "30日内下达。"),
        ("下达及时性存在问题", "第二批迟了5日。"),
    ]


def test_the_list_needs_no_heading_over_its_names():
    head = HEAD.replace("管理事项\n", "")

    assert texts(read(MATTERS, head)) == texts(read(MATTERS))


def test_matters_of_any_words_are_read():
    form = read(MATTERS.replace("分配科学性", "因素设置").replace("下达及时性", "公开情况"))

    assert [text.label for text in form.texts] == [
        "因素设置",
        "因素设置存在问题",
        "公开情况",
        "公开情况存在问题",
    ]


def test_a_matter_that_lost_a_text_is_in_doubt_and_the_next_one_is_not():
    form = read(MATTERS.replace("按因素法分配。\n", ""))

    assert texts(form)[2:] == [
        ("下达及时性", "30日内下达。"),
        ("下达及时性存在问题", "第二批迟了5日。"),
    ]
    assert {doubt.at[:8] for doubt in form.doubts} == {"texts[0]", "texts[1]"}


def test_the_goal_and_the_indicators_follow():
    form = read(MATTERS)

    assert (form.goal.expected, form.goal.actual) == ("养好路。", "养护120公里。")
    assert [row.name for row in form.indicators] == ["养护里程", "验收合格率"]
