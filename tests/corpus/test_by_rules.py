"""Made-up forms scored by the rules that an audit would choose for them."""

import pytest

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.model.points import parse_points
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.layouts import LAYOUT_IDS
from jiheng.scoring.score import score_form

BANDED = tuple(sample(40, 3, "national-2021-cost", rules=scored_by_rules))
FORMS = tuple(sample(2 * len(LAYOUT_IDS), 5, rules=scored_by_rules))


def outside(form):
    """Return the rows whose printed score the form's own rules do not allow."""
    items = score_form(form, choose_pack(form).pack).items
    return [
        item.at
        for item in items
        if item.printed is not None
        and item.low is not None
        and not item.low <= item.printed <= item.high
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_score_is_one_that_the_rules_of_the_form_allow(form):
    assert outside(form) == []


def test_execution_in_bands_is_scored_by_its_band():
    scores = {form.funds.lines[0].score for form in BANDED}

    assert scores <= {"10", "7"}


@pytest.mark.parametrize("form", BANDED, ids=lambda form: form.id)
def test_the_total_is_the_sum_of_the_scores_by_the_rules(form):
    rows = (*form.indicators, form.funds.lines[0])
    points = sum(parse_points(row.score) for row in rows)

    assert parse_points(form.total.score) == points
    assert f"{form.total.score}分" in (form.conclusion or f"{form.total.score}分")


@pytest.mark.parametrize("form", BANDED, ids=lambda form: form.id)
def test_points_that_the_rules_take_are_lost_with_a_reason(form):
    assert all(row.reason for row in form.indicators if row.score != row.weight)
