"""The small drawings."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.web.years.lines import HEIGHT, WIDTH, line_through

NUMBERS = st.integers(min_value=-(10**12), max_value=10**12).map(lambda part: Fraction(part, 700))
VALUES = st.lists(st.none() | NUMBERS, min_size=2, max_size=9).map(tuple)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=VALUES)
def test_every_value_has_a_dot_within_the_drawing(first):
    drawn = line_through(first, first)
    known = [value for value in first if value is not None]

    dots = (*drawn.first, *drawn.second) if drawn else ()
    assert len(dots) == (2 * len(known) if len(known) > 1 else 0)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in dots)


def test_more_stands_higher():
    drawn = line_through((Fraction(1), Fraction(2), Fraction(5)))

    assert [dot.y for dot in drawn.first] == [34, 27, 6]


def test_what_does_not_change_is_a_line_in_the_middle():
    assert line_through((Fraction(3), Fraction(3))).first_points == "8,20 124,20"


@pytest.mark.parametrize("series", [(), (None, None), (Fraction(1), None)])
def test_one_value_makes_no_line(series):
    assert line_through(series) is None
