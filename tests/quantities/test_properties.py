"""Laws that hold for any text."""

import time
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.quantities import amounts, format_amount, parse, parse_in, readings
from tests.pace import is_too_long
from tests.quantities.values import rows

pytestmark = pytest.mark.no_cover

PIECES = [row["value"] for row in rows()] + list(
    "≥≤<>=%‰/|*·()年月日号底前至~-±+.,、;万亿十零一个人元每第约以上内"
)
UNITS = (
    *("元", "万元", "亿元", "%", "‰", "人", "万人", "人次", "个", "套", "小时", "天", "工作日"),
    *("年", "亩", "公顷", "公里", "厘米", "吨", "元/人·月", "元/亩", "次/年"),
)
OPERATORS = ("", "≥", "≤", ">", "<", "=", "≧", "不低于", "不超过", "大于等于", "达到")

texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
numbers = st.decimals(min_value=0, max_value=10**9, places=4).map(lambda value: f"{value:f}")
measured = st.builds("{}{}{}".format, st.sampled_from(OPERATORS), numbers, st.sampled_from(UNITS))
bare = st.builds("{}{}".format, st.sampled_from(OPERATORS), numbers)


def number_of(text: str) -> Fraction:
    """Return the number that a generated text holds."""
    return Fraction("".join(sign for sign in text if sign.isdigit() or sign == "."))


@given(texts)
@settings(max_examples=2000, deadline=None)
def test_every_text_has_a_reading(text: str):
    value = parse(text)

    assert value.raw == text


@given(texts)
@settings(max_examples=1000, deadline=None)
def test_the_normalised_text_reads_like_the_printed_one(text: str):
    value = parse(text)

    assert parse(value.normalised).amount == value.amount


@given(texts, st.one_of(st.none(), texts), st.one_of(st.none(), texts))
@settings(max_examples=500, deadline=None)
def test_any_unit_and_name_may_stand_beside_any_text(text: str, unit: str | None, name: str | None):
    value = parse_in(text, unit=unit, name=name)

    assert value.raw == text


@given(numbers, st.sampled_from(UNITS))
@settings(deadline=None)
def test_a_number_with_unit_prints_as_it_was_read(number: str, unit: str):
    value = parse(f"{number}{unit}")
    again = parse(format_amount(value.amount or 0, value.over, unit))

    assert (again.amount, again.over, again.unit) == (value.amount, value.over, value.unit)


@given(measured)
@settings(deadline=None)
def test_an_amount_is_the_exact_number_of_base_units(text: str):
    value = parse(text)
    in_units = Fraction(value.amount or 0, value.over * PER_UNIT) / Fraction(*value.scale)

    assert in_units == number_of(text)


@given(numbers, st.sampled_from(UNITS))
@settings(deadline=None)
def test_a_unit_column_says_what_the_cell_would_have_said(number: str, unit: str):
    apart, together = parse_in(number, unit=unit), parse(f"{number}{unit}")

    assert (apart.amount, apart.over, apart.unit) == (
        together.amount,
        together.over,
        together.unit,
    )


@given(st.one_of(measured, texts), st.one_of(measured, texts))
@settings(deadline=None)
def test_whether_values_compare_does_not_ask_which_comes_first(left: str, right: str):
    one, two = parse(left), parse(right)
    there, back = amounts(one, two), amounts(two, one)

    assert back == (None if there is None else there[::-1])


@given(st.one_of(measured, bare, texts), st.one_of(measured, bare, texts), st.booleans())
@example("0", "1%", False)
@settings(deadline=None)
def test_any_two_values_have_one_reading_or_two(left: str, right: str, is_rate: bool):
    found = readings(parse(left), parse(right), is_rate=is_rate)

    assert len(set(found)) == len(found) in {1, 2}


@given(measured)
@settings(deadline=None)
def test_a_value_beside_itself_has_one_reading(text: str):
    value = parse(text)

    assert readings(value, value) == ((value, value),)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 499,
        "1,234" * 90,
        "(" * 499,
        "每人" * 240 + "1元",
        "1/" * 249,
        "*×÷/+" * 99,
        "≥" * 499,
        "完成" * 249,
        "2024年" * 90,
        "一" * 499,
        "1元/人*月" * 70,
        "1-" * 249,
        "9" * 100_000,
        "达成" * 50_000,
        "1、" * 249,
    ],
    ids=lambda text: f"{text[:8]} x {len(text)}",
)
def test_a_long_text_is_read_at_once(text: str):
    start = time.process_time()
    parse(text)

    assert not is_too_long(time.process_time() - start, most=0.25)


def test_prose_is_kept_and_not_read():
    value = parse("完成95%以上。" * 80)

    assert (value.kind, value.flags) == ("text", ("too-long",))


def test_a_reading_is_a_value_that_cannot_be_changed():
    value: Quantity = parse("≥90%")

    with pytest.raises(AttributeError):
        value.amount = 0  # pyright: ignore[reportAttributeAccessIssue]
