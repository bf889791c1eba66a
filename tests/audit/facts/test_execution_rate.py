"""What a printed execution rate may stand for."""

from fractions import Fraction

import pytest

from jiheng.audit.facts.execution_rate import printed_rate

NO_TOLERANCE = Fraction(0)
TWO_THIRDS = Fraction(2, 3)


@pytest.mark.parametrize(
    "text", ["66.67", "66.67%", "66.7%", "67%", "0.6667", "６６．６７％", "66.66%"]
)
def test_it_agrees_with_a_rate_rounded_or_cut_to_its_decimals(text: str):
    assert printed_rate(text).agrees(TWO_THIRDS, NO_TOLERANCE)


@pytest.mark.parametrize("text", ["66.65%", "65%", "68%", "0.67%", "0.65", "6.67", "100%"])
def test_it_does_not_agree_with_another_rate(text: str):
    assert not printed_rate(text).agrees(TWO_THIRDS, NO_TOLERANCE)


def test_the_tolerance_is_added_to_rounding():
    assert printed_rate("66.65%").agrees(TWO_THIRDS, Fraction(5, 10_000))


def test_one_may_be_one_percent_or_all_of_it():
    assert [value for value, _ in printed_rate("1").readings] == [Fraction(1, 100), 1]


@pytest.mark.parametrize("text", [None, "", "-", "全部", "80%%", "百分之八十", "1/2"])
def test_a_text_is_no_rate(text: str | None):
    assert printed_rate(text) is None
