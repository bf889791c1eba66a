"""TX03 outcome-without-facts."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.topics import is_hollow
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="TX03",
    name="outcome-without-facts",
    severity="info",
    since="0.2.0",
    reads=("goal.expected", "goal.actual", "goals"),
    sources=(Citation(title="财预〔2020〕10号", pinpoint="总体绩效目标完成情况", verified=False),),
)
def outcome_without_facts(scored: ScoredForm) -> Iterator[Outcome]:
    """What came of the goal is told in words that fit any project.

    ## Why it matters
    “All targets were reached” is a judgement; the reader looks for what it rests on.

    ## What to do
    Name what was done, with numbers and dates.
    """
    for place in goals_of(scored.form):
        actual = place.goal.actual
        if not actual:
            continue
        if is_hollow(actual):
            yield fails(place.actual_at, printed=actual)
        else:
            yield passes(place.actual_at)
