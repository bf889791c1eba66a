"""A list says how many, how much, how content and until when, and whether the form says the same."""

import pytest

from jiheng.evidence.looking import listing_of, looks_at, seen_in
from jiheng.quantities import parse

NAMES = (
    ("春季培训签到表", "", ""),
    ("序号", "姓名", "单位"),
    ("1", "甲", "云溪镇"),
    ("2", "乙", "云溪镇"),
    ("3", "甲", "云溪镇"),
    ("合计", "3", ""),
)
INVOICES = (
    ("发票号码", "开票日期", "摘要", "价税合计(元)"),
    ("001", "2024-05-06", "沥青", "676,000.00"),
    ("002", "2024-11-20", "人工", "500500"),
    ("合计", "", "", "1176500"),
)
ANSWERS = (
    ("编号", "总体满意度", "建议"),
    ("1", "非常满意", ""),
    ("2", "满意", ""),
    ("3", "基本满意", "路灯少"),
    ("4", "不满意", "停水"),
)


def seen(table, actual):
    listing = listing_of(table)
    assert listing is not None
    return [
        (look.kind, look.value, look.fits)
        for look in looks_at(seen_in(listing), "表", parse(actual), 2024)
    ]


@pytest.mark.parametrize(
    ("table", "actual", "kind", "value", "fits"),
    [
        # 甲签到两次，只证明一个人；人次另算。
        (NAMES, "2人", "people", "2", True),
        (NAMES, "3人", "people", "2", False),
        (NAMES, "3人次", "rows", "3", True),
        (INVOICES, "117.65万元", "sum", "1176500", True),
        (INVOICES, "≤120万元", "sum", "1176500", True),
        (INVOICES, "110万元", "sum", "1176500", False),
        # 按表上的位数四舍五入。
        (INVOICES, "118万元", "sum", "1176500", True),
        (INVOICES, "2024年11月20日", "latest", "2024-11-20", True),
        (INVOICES, "11月底前", "latest", "2024-11-20", True),
        (INVOICES, "2024年10月", "latest", "2024-11-20", False),
        (ANSWERS, "75%", "share", "75", True),
        (ANSWERS, "50%", "share", "50", True),
        (ANSWERS, "≥90%", "share", "75", False),
        (ANSWERS[:4], "66.67%", "share", "66.67", True),
        (ANSWERS[:4], "66.6%", "share", "100", False),
    ],
)
def test_a_list_bears_a_value_out_or_not(table, actual, kind, value, fits):
    assert seen(table, actual) == [(kind, value, fits)]


@pytest.mark.parametrize(
    ("table", "actual"),
    [
        (NAMES, "3万元"),
        (NAMES, "3公里"),
        (NAMES, "95%"),
        (NAMES, "2024年11月"),
        (ANSWERS, "达成年度指标"),
    ],
)
def test_a_list_without_a_column_for_it_says_nothing(table, actual):
    assert seen(table, actual) == []


def test_an_amount_that_is_no_number_leaves_the_sum_open():
    assert seen((*INVOICES[:2], ("003", "2024-06-01", "水泥", "约5万")), "70万元") == []


def test_a_unit_above_the_list_is_of_all_its_amounts():
    table = (("补助发放表（单位：万元）", "", ""), ("编号", "户名", "补助金额"), ("1", "甲", "2.5"))

    assert seen(table, "2.5万元") == [("sum", "2.5", True)]


@pytest.mark.parametrize(
    "table",
    [(), (("云溪市水务局",),), (("1", "2"), ("3", "4")), (("姓名", "金额"),), (("", ""), ("", ""))],
)
def test_what_has_no_titles_with_rows_under_them_is_no_list(table):
    assert listing_of(table) is None
