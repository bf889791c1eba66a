"""TX02 outcome-misses-goal."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.topics import is_hollow, share_a_topic
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm

_FEWEST = 8
"""An outcome of fewer characters names too little to be of another matter."""

_MANY = 20
"""One of so many that shares no word with the form is surely of another matter."""


@check(
    code="TX02",
    name="outcome-misses-goal",
    severity="warning",
    since="0.2.0",
    reads=(
        "goal.expected",
        "goal.actual",
        "goals",
        "project.name",
        "indicators.name",
        "indicators.target",
        "indicators.actual",
    ),
    sources=(Citation(title="财预〔2020〕10号", pinpoint="总体绩效目标完成情况", verified=False),),
)
def outcome_misses_goal(scored: ScoredForm) -> Iterator[Outcome]:
    """Goal and outcome speak of different matters.

    They share no word of meaning, and one of them speaks of the project while the other does not.
    Where neither or both do, they may only be worded differently. A goal that names a benefit may
    be answered by the work alone: that is told as information, and so is a short outcome.

    ## Why it matters
    Nobody can see from such an outcome whether the goal was reached.

    ## What to do
    Answer the goal point by point; where the goal was set for another matter, ask to have it
    adjusted.
    """
    form = scored.form
    places = goals_of(form)
    if len(places) != 1 or not form.project.name:
        return
    (place,) = places
    expected, actual = place.goal.expected, place.goal.actual
    if not expected or not actual or len(actual) < _FEWEST or is_hollow(actual):
        return
    cells = (place.expected_at, place.actual_at)
    if share_a_topic(expected, actual):
        yield passes(*cells)
    elif _goal_is_apart(form, expected, actual):
        yield fails(
            *cells,
            "project.name",
            mend_at=cells,
            message="fails-goal",
            severity="info",
            printed=expected,
        )
    elif _outcome_is_apart(form, expected, actual):
        yield fails(
            *cells,
            "project.name",
            mend_at=cells[1:],
            severity=None if len(actual) >= _MANY else "info",
            printed=actual,
        )


def _goal_is_apart(form: Form, expected: str, actual: str) -> bool:
    name = form.project.name or ""
    return share_a_topic(name, actual) and not share_a_topic(name, expected)


def _outcome_is_apart(form: Form, expected: str, actual: str) -> bool:
    """Whether only the goal speaks of the project; an outcome in the words of a row does too."""
    name = form.project.name or ""
    if share_a_topic(name, actual) or not share_a_topic(name, expected):
        return False
    rows = (f"{row.name} {row.target or ''} {row.actual or ''}" for row in form.indicators)
    return not any(share_a_topic(row, actual) for row in rows)
