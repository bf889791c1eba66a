"""TX01 outcome-repeats-goal."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.similarity import are_alike
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_THE_SAME = Fraction(95, 100)


@check(
    code="TX01",
    name="outcome-repeats-goal",
    severity="warning",
    since="0.1.0",
    reads=("goal.expected", "goal.actual", "goals"),
    sources=(Citation(title="财预〔2020〕10号", pinpoint="总体绩效目标完成情况", verified=False),),
)
def outcome_repeats_goal(scored: ScoredForm) -> Iterator[Outcome]:
    """What came of the goal is told in the words of the goal.

    ## Why it matters
    A plan copied into the column of results says nothing about the year.

    ## What to do
    Write what was done, how much, by when, and what is still open.
    """
    for place in goals_of(scored.form):
        expected, actual = place.goal.expected, place.goal.actual
        if not expected or not actual:
            continue
        if are_alike(expected, actual, _THE_SAME):
            yield fails(place.expected_at, place.actual_at, mend_at=(place.actual_at,))
        else:
            yield passes(place.expected_at, place.actual_at)
