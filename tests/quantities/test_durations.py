"""Durations of several parts."""

import pytest

from jiheng.quantities import format_amount, parse


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("1小时30分", "1.5小时"),
        ("1小时20分钟", "80分钟"),
        ("≤1小时零5分钟", "65分钟"),
        ("2天3小时", "51小时"),
        ("1天2小时30分", "1590分钟"),
        ("1年1个月", "13月"),
        ("30分20秒", "1820秒"),
        ("1年6个月", "1.5年"),
        ("2年半", "2.5年"),
        ("1小时半以内", "1.5小时"),
    ],
)
def test_the_parts_of_a_duration_are_added(text: str, whole: str):
    value = parse(text)

    assert format_amount(value.amount or 0, value.over, value.unit) == whole
    assert value.flags == ()


@pytest.mark.parametrize("text", ["2天3夜", "30分钟1小时", "20年5月", "3次2场", "1小时30"])
def test_what_cannot_be_added_is_flagged(text: str):
    assert "two-numbers" in parse(text).flags


def test_the_operator_behind_all_parts_counts():
    assert parse("1小时30分以内").op == "le"
