"""What the re-checked forms say of all."""

from random import Random

import pytest

from jiheng.corpus.draw.drawing import drawn
from jiheng.corpus.draw.estimate import estimate
from jiheng.corpus.draw.population import Entry, Population, Stratum
from tests.corpus.draw.office import FORMS


def county(seed, size, *, by_money):
    """Return 500 forms of two groups, small and large ones, and how far each review differs."""
    chance = Random(seed)
    population = Population(
        title="抽查",
        number_to_come="公开数",
        strata=(Stratum(name="甲", size=size), Stratum(name="乙", size=size)),
        entries=tuple(
            Entry(
                id=f"{number:03}",
                project="",
                unit="",
                department="",
                amount=int(chance.lognormvariate(16, 1.3)),
                stratum="甲乙"[number % 2],
            )
            for number in range(500)
        ),
        by_money=by_money,
        least=10_000_00,
    )
    # A third of the reviews take points off.
    lost = {
        each.id: -chance.uniform(0.5, 12) * (chance.random() < 0.35) for each in population.entries
    }
    return population, lost


def mean_of_all(population, differences):
    weights = {each.id: population.weight(each) for each in population.entries}
    return sum(weights[each] * value for each, value in differences.items()) / sum(weights.values())


def test_a_sample_of_all_is_the_truth_itself():
    differences = {"A1": -1.0, "A2": 0.0, "A3": -4.0, "B1": -2.0, "B2": 0.0}
    whole = Population(
        title="全查",
        number_to_come="",
        strata=(Stratum(name="教育", size=3), Stratum(name="水务", size=2)),
        entries=FORMS.entries,
        by_money=False,
    )

    found = estimate(whole, drawn(whole, b"0" * 32), differences)

    assert (found.mean, found.low, found.high) == pytest.approx((-1.4, -1.4, -1.4))


def test_a_group_without_a_re_checked_form_allows_no_estimate():
    assert estimate(FORMS, drawn(FORMS, b"0" * 32), {"B1": -1.0}) is None


def test_one_form_by_chance_gives_a_mean_without_an_interval():
    chosen = drawn(FORMS, b"0" * 32)

    found = estimate(FORMS, chosen, dict.fromkeys((each.id for each in chosen), -2.0))

    assert (found.mean, found.low) == (pytest.approx(-2.0), None)


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("by_money", [True, False])
@pytest.mark.parametrize("size", [20, 40])
def test_the_interval_holds_the_truth_about_as_often_as_it_says(size, by_money):
    population, lost = county(7, size, by_money=by_money)
    truth = mean_of_all(population, lost)

    found = [
        estimate(population, drawn(population, seed.to_bytes(32)), lost, 0.95)
        for seed in range(400)
    ]

    held = sum(each.low <= truth <= each.high for each in found)
    # 95 %, give or take three times the chance of 400 draws (1.1 points).
    assert 400 * 0.917 <= held <= 400 * 0.983


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("by_money", [True, False])
def test_the_interval_misses_the_truth_on_its_longer_side_no_more_than_it_says(by_money):
    population, lost = county(7, 20, by_money=by_money)
    truth = mean_of_all(population, lost)

    found = [
        estimate(population, drawn(population, seed.to_bytes(32)), lost) for seed in range(400)
    ]

    # Half of 5 %, give or take three times the chance of 400 draws (0.8 points).
    assert sum(truth < each.low for each in found) <= 400 * 0.049


def test_the_interval_reaches_further_where_the_tail_is_and_holds_the_mean():
    population, lost = county(7, 20, by_money=True)

    found = estimate(population, drawn(population, b"0" * 32), lost)

    assert found.mean - found.low > found.high - found.mean > 0


@pytest.mark.slow
@pytest.mark.no_cover
def test_the_estimate_leans_to_no_side():
    population, lost = county(8, 30, by_money=True)

    means = [
        estimate(population, drawn(population, seed.to_bytes(32)), lost).mean for seed in range(400)
    ]

    assert sum(means) / 400 == pytest.approx(mean_of_all(population, lost), abs=0.1)
