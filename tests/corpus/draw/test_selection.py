"""Who is drawn: by the money, in a drawn order, never more than were asked for."""

from collections import Counter
from fractions import Fraction

import pytest
from msgspec.structs import replace

from jiheng.corpus.draw.population import Stratum
from jiheng.corpus.draw.selection import select
from tests.corpus.draw.office import FORMS, entry

SCHOOLS = Stratum(name="教育", size=2)


def seeds(count):
    return [number.to_bytes(32) for number in range(count)]


def often(population, stratum, count):
    """Return how often each form is drawn, in a thousandth of the draws."""
    drawn = Counter(each.id for seed in seeds(count) for each in select(population, stratum, seed))
    return {number: times * 1000 // count for number, times in drawn.items()}


@pytest.mark.parametrize("seed", seeds(20))
def test_as_many_are_drawn_as_were_asked_for(seed):
    assert len(select(FORMS, SCHOOLS, seed)) == 2


def test_a_group_with_no_more_than_are_drawn_is_drawn_whole():
    chosen = select(FORMS, Stratum(name="教育", size=7), seeds(1)[0])

    assert [(each.id, each.chance) for each in chosen] == [
        ("A1", "1/1"),
        ("A2", "1/1"),
        ("A3", "1/1"),
    ]


def test_a_form_longer_than_the_distance_of_two_points_is_certain():
    # 200,000 of 350,000 yuan with two points, 175,000 yuan apart.
    chosen = select(FORMS, SCHOOLS, seeds(1)[0])

    assert [each.id for each in chosen if each.chance == "1/1"] == ["A2"]


def test_what_is_not_certain_shares_the_other_points_by_money():
    # 100,000 and 50,000 yuan share the one point that is left.
    chances = {
        each.id: each.probability for seed in seeds(40) for each in select(FORMS, SCHOOLS, seed)
    }

    assert (chances["A1"], chances["A3"]) == (Fraction(2, 3), Fraction(1, 3))


def test_forms_come_up_as_often_as_their_chance_says():
    drawn = often(FORMS, SCHOOLS, 3000)

    assert drawn["A1"] == pytest.approx(667, abs=30)
    assert drawn["A3"] == pytest.approx(333, abs=30)


def test_by_form_each_has_the_same_chance():
    drawn = often(replace(FORMS, by_money=False), SCHOOLS, 3000)

    assert drawn == {name: pytest.approx(667, abs=30) for name in ("A1", "A2", "A3")}


def test_a_form_without_money_counts_with_the_least():
    entries = (entry("A1", 0), entry("A2", 0), entry("A3", 300))
    drawn = often(replace(FORMS, entries=entries, least=100_00), Stratum(name="教育", size=1), 3000)

    assert drawn["A1"] == pytest.approx(200, abs=30)
