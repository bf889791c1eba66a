"""The beginning of the next year's form."""

from msgspec.structs import replace

from jiheng.model.filled import filled_fields
from jiheng.pipeline.renewal import carried_over, renewed
from tests.writers.forms import WATER

NEXT = renewed(WATER)


def test_whose_project_it_is_stays():
    assert NEXT.project == WATER.project
    assert NEXT.reporting_unit == WATER.reporting_unit


def test_the_year_is_the_next_one():
    assert NEXT.year == 2025


def test_indicators_keep_their_names_and_weights():
    assert [(row.name, row.weight) for row in NEXT.indicators] == [
        (row.name, row.weight) for row in WATER.indicators
    ]


def test_nothing_of_what_was_done_is_taken_over():
    done = (
        "actual",
        "target",
        "score",
        "reason",
        "executed",
        "budget",
        "rate",
        "grade",
        "expected",
    )

    assert [path for path, _ in filled_fields(NEXT) if path.endswith(done)] == []


def test_a_draft_begins_with_the_goals_and_targets_of_the_year_before():
    draft = carried_over(WATER, 2026)

    assert draft.year == 2026
    assert draft.goal.expected == WATER.goal.expected
    assert [row.target for row in draft.indicators] == [row.target for row in WATER.indicators]


def test_a_draft_begins_with_the_target_as_it_was_adjusted():
    first, *others = WATER.indicators
    adjusted = replace(WATER, indicators=(replace(first, adjusted_target="≥9处"), *others))

    assert carried_over(adjusted, 2026).indicators[0].target == "≥9处"


def test_a_draft_holds_nothing_of_what_was_done():
    done = ("actual", "score", "reason", "executed", "budget", "rate", "grade")

    assert [
        path for path, _ in filled_fields(carried_over(WATER, 2026)) if path.endswith(done)
    ] == []
