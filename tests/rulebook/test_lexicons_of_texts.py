"""The word lists of the checks on names and texts."""

import pytest

from jiheng.audit.facts.levels import LEVEL_WORDS
from jiheng.rulebook.lexicons import costs, placings, reasons, typos


@pytest.mark.parametrize("rule", placings(), ids=lambda rule: f"{rule.under} {rule.belongs}")
def test_a_placing_names_a_level_and_something_to_know_it_by(rule):
    assert rule.under in LEVEL_WORDS
    assert rule.marks or rule.endings


@pytest.mark.parametrize(("wrong", "right"), typos().typos.items())
def test_no_slip_stands_in_the_right_word_of_any_other(wrong: str, right: str):
    assert wrong != right
    assert [other for other in typos().typos.values() if wrong in other] == []


def test_a_word_is_not_both_an_opening_of_a_slogan_and_a_cause():
    assert set(reasons().openings) & set(reasons().causes) == set()


def test_a_name_for_all_the_money_is_not_one_for_other_money():
    assert [word for word in costs().apart if word in "".join(costs().whole)] == []
