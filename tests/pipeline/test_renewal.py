"""The beginning of the next year's form."""

from jiheng.model.filled import filled_fields
from jiheng.pipeline.renewal import renewed
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
