"""How often the interval of a survey holds the share of all people, and where it ends."""

import pytest

from jiheng.evidence.surveys.margin import margin
from jiheng.model.survey import Margin
from tests.evidence.surveys.answers import held


@pytest.mark.parametrize(
    ("satisfied", "population", "answers"),
    [(360, 400, 60), (200, 400, 200), (2850, 3000, 100), (110, 120, 90), (45, 60, 30)],
)
def test_of_a_hundred_intervals_about_95_hold_the_share_of_all(satisfied, population, answers):
    # Ends are whole people, so that it is rather more than 95 of 100 where few were asked.
    assert 0.94 <= held(satisfied, population, answers, runs=1500) <= 0.995


def test_without_an_end_to_the_population_it_is_wilsons():
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81 of 263 is 0.2553 to 0.3662.
    assert margin(81, 263, 10**12) == Margin(low="25.52", high="36.63")


def test_when_nearly_all_answered_it_ends_where_the_last_can_take_it():
    assert margin(98, 99, 100) == Margin(low="98", high="99")


def test_all_satisfied_is_not_certainty():
    assert margin(50, 50, 100_000) == Margin(low="92.86", high="100")
