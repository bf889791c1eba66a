"""Numbers as people write them."""

import pytest

from jiheng.quantities import parse
from jiheng.quantities.numerals import arabic, chinese, reduced


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十五", 15),
        ("两百零三", 203),
        ("一千二百", 1200),
        ("三万五千", 35_000),
        ("一亿零五百万", 105_000_000),
        ("一万亿", 1_000_000_000_000),
        ("二〇二四", 2024),
    ],
)
def test_chinese_numerals_have_a_value(text: str, value: int):
    assert chinese(text) == value


@pytest.mark.parametrize("text", ["万", "一二", "三五百", "亿万", "一亿万"])
def test_a_run_of_numerals_that_is_no_number_has_none(text: str):
    assert chinese(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234.50", (2469, 2)), ("0.0001", (1, 10_000)), (".5", (1, 2)), ("7", (7, 1))],
)
def test_digits_are_an_exact_fraction(text: str, value: tuple[int, int]):
    assert arabic(text) == value


def test_a_fraction_carries_its_sign_above():
    assert reduced(10, -4) == (-5, 2)


@pytest.mark.parametrize("text", ["百分之几", "千分之三五百", "三五百人", "每逢培训3"])
def test_numerals_in_words_are_not_made_a_share(text: str):
    assert parse(text).dimension is None
