"""Which stratum a form is in, and how a sample is spread over the strata."""

import pytest

from jiheng.web.sampling.models import Basis
from jiheng.web.sampling.strata import Part, limits_in, order_of, parts_of, spread


def part(name: str, forms: int, weight: int, least: int = 2) -> Part:
    """Return a stratum; its money does not matter here."""
    return Part(name=name, forms=forms, money=0, weight=weight, least=least)


LARGE, SMALL, TINY = part("教育局", 40, 9_000), part("水务局", 40, 900), part("档案局", 1, 100, 1)


def test_a_sample_goes_where_the_weight_is():
    assert spread((LARGE, SMALL, TINY), 20) == (17, 2, 1)


def test_every_stratum_gives_enough_for_an_interval():
    assert spread((LARGE, part("水务局", 40, 900, 5)), 2) == (2, 5)


def test_no_stratum_gives_more_than_it_has():
    assert spread((LARGE, SMALL, TINY), 1_000) == (40, 40, 1)


def test_a_form_that_is_drawn_for_certain_does_not_count_for_the_interval():
    (alone,) = parts_of((("甲", amount) for amount in (900, 10, 10, 10)), (), lambda amount: amount)

    assert (alone.forms, alone.money, alone.least) == (4, 930, 3)


@pytest.mark.parametrize(
    "typed", ["", "0", "50,50", "200,50", "-1", "5.5", "x", "٣", "1,2,3,4,5,6,7,8,9", "9" * 10]
)
def test_limits_that_are_none_are_not_taken(typed):
    assert limits_in(typed) is None


def test_sizes_stand_from_small_to_large_whatever_comes_first():
    order = order_of(Basis.SIZE, (50, 200))

    named = (("200 万元及以上", 300), ("不足 50 万元", 20), ("200 万元及以上", 500))
    parts = parts_of(named, order, lambda _: 1)

    assert [(each.name, each.forms, each.money) for each in parts] == [
        ("不足 50 万元", 1, 20),
        ("200 万元及以上", 2, 800),
    ]
