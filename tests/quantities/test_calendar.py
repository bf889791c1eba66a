"""Dates, deadlines and periods."""

import pytest

from jiheng.quantities import parse


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年3月", "2024-03-01", "2024-03-31"),
        ("2024-12-31", "2024-12-31", "2024-12-31"),
        ("2024/2/9", "2024-02-09", "2024-02-09"),
        ("2024.2.9", "2024-02-09", "2024-02-09"),
        ("2024年2月底", "2024-02-21", "2024-02-29"),
        ("2月底", "--02-21", "--02-29"),
        ("6月上旬", "--06-01", "--06-10"),
        ("6月中旬", "--06-11", "--06-20"),
        ("6月下旬", "--06-21", "--06-30"),
        ("2024年初", "2024-01-01", "2024-01-31"),
        ("年底", "--12-01", "--12-31"),
        ("当年年底", "--12-01", "--12-31"),
        ("第三季度", "--07-01", "--09-30"),
        ("2024年四季度", "2024-10-01", "2024-12-31"),
        ("2024年上半年", "2024-01-01", "2024-06-30"),
        ("三季度末", "--09-01", "--09-30"),
        ("2024年一季度初", "2024-01-01", "2024-01-31"),
        ("下半年", "--07-01", "--12-31"),
        ("二〇二四年十二月", "2024-12-01", "2024-12-31"),
        ("2024 年 12 月 5 日", "2024-12-05", "2024-12-05"),
        ("项目完成时间：2024年12月", "2024-12-01", "2024-12-31"),
    ],
)
def test_a_date_covers_every_day_that_it_may_mean(text: str, first: str, last: str):
    value = parse(text)

    assert (value.kind, value.op, value.first, value.last) == ("date", None, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年12月31日前", "2024-12-31", "2024-12-31"),
        ("2024年12月31日之前完成验收", "2024-12-31", "2024-12-31"),
        ("截至2024年9月", "2024-09-30", "2024-09-30"),
        ("不晚于3月1日", "--03-01", "--03-01"),
        ("年底前", "--12-31", "--12-31"),
        ("2024年内", "2024-12-31", "2024-12-31"),
        ("年内", "--12-31", "--12-31"),
        ("2024年1月前", "2023-12-31", "2024-01-31"),
        ("1月前", "--01-01", "--01-31"),
        ("三季度前", "--06-30", "--09-30"),
        ("≤2024年12月31日", "2024-12-31", "2024-12-31"),
    ],
)
def test_a_deadline_is_the_last_day_unless_its_word_is_vague(text: str, first: str, last: str):
    value = parse(text)

    assert (value.kind, value.op, value.first, value.last) == ("date", "le", first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1-7月", "--01-01", "--07-31"),
        ("2024年1-12月", "2024-01-01", "2024-12-31"),
        ("3月至11月", "--03-01", "--11-30"),
        ("2023年3月—2024年2月", "2023-03-01", "2024-02-29"),
        ("2023年1月-2月", "2023-01-01", "2023-02-28"),
        ("2022-2024年", "2022-01-01", "2024-12-31"),
        ("3月5日-10日", "--03-05", "--03-10"),
        ("2023.1.1-2023.12.31", "2023-01-01", "2023-12-31"),
        ("全年", "--01-01", "--12-31"),
        ("长期", None, None),
        ("每年", None, None),
        ("每月25日", None, None),
        ("每月5日-10日", None, None),
        ("每季度末", None, None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str | None, last: str | None):
    value = parse(text)

    assert (value.kind, value.first, value.last) == ("period", first, last)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024年11月31日前", "2024-11-30"),
        ("2月30日", "--02-29"),
        ("2023-02-29", "2023-02-28"),
        ("2024年1月1日-11月31日", "2024-11-30"),
    ],
)
def test_a_day_that_the_calendar_lacks_is_the_last_of_its_month(text: str, last: str):
    value = parse(text)

    assert (value.last, "impossible-date" in value.flags) == (last, True)


def test_a_day_that_the_calendar_has_is_not_impossible():
    assert "impossible-date" not in parse("2024年2月29日").flags


def test_a_monthly_deadline_is_recurring():
    value = parse("每月10号前发放")

    assert (value.op, value.flags, value.note) == ("le", ("recurring",), "发放")


@pytest.mark.parametrize("text", ["3个月", "20年", "≥6个月", "2年内", "10日内", "30天"])
def test_a_duration_is_a_number(text: str):
    assert parse(text).kind == "number"


@pytest.mark.parametrize(
    "text",
    [
        "2024年13月",
        "2024年11月32日",
        "11月0日",
        "2024年各项工作任务",
        "较2020年",
        "0月",
        "每月5",
        "6月年底",
        "1850年",
        "3024年底",
        "三季度上旬",
        "2024年中",
        "5日底",
    ],
)
def test_what_is_no_date_is_not_made_one(text: str):
    assert parse(text).first is None
