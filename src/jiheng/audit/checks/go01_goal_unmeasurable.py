"""GO01 goal-unmeasurable."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, cell_of, fails_across, of_kind, passes_across
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.words import has_digit, mentions
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import goal_texts

_SHORT = 40
"""Of a text so long or shorter, all is quoted."""


@check(
    code="GO01",
    name="goal-unmeasurable",
    severity="warning",
    since="0.1.0",
    reads=("kind", "goal.expected", "goals"),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效目标：指向明确、细化量化", verified=False),
    ),
)
def goal_unmeasurable(forms: Forms) -> Iterator[RunOutcome]:
    """The goal in a goal table says neither how much nor how well nor for how much money.

    A figure, a word for all of it, a standard or an amount is enough.

    ## Why it matters
    Nobody can say at the year's end whether such a goal was reached.

    ## What to do
    Say what is done for whom, how much of it, how well, by when and for how much.
    """
    for scored in of_kind(forms, "goal-table"):
        for place in goals_of(scored.form):
            text = place.goal.expected
            if not text:
                continue
            cell = cell_of(scored, place.expected_at)
            if _is_measurable(text):
                yield passes_across(cell)
            else:
                quoted = text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
                yield fails_across(cell, printed=quoted)


def _is_measurable(text: str) -> bool:
    words = goal_texts()
    return has_digit(text) or mentions(text, (*words.quantity, *words.quality, *words.cost))
