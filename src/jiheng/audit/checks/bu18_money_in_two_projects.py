"""BU18 money-in-two-projects."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    by_unit_and_year,
    cell_of,
    fails_across,
    passes_across,
    project_of,
)
from jiheng.audit.facts.execution import executed_cell
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.similarity import are_alike
from jiheng.model.citation import Citation
from jiheng.rulebook.messages import worded
from jiheng.scoring.scored import ScoredForm

_ALIKE = Fraction(90, 100)
_FEWEST = 12
"""A goal of fewer characters may fit two projects."""


@check(
    code="BU18",
    name="money-in-two-projects",
    severity="info",
    since="0.2.0",
    reads=(
        "year",
        "reporting_unit",
        "project.name",
        "project.implementing_unit",
        "goal.expected",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def money_in_two_projects(forms: Forms) -> Iterator[RunOutcome]:
    """Two projects of a unit spent the same amount for the same goal.

    ## Why it matters
    One project that is filed under two names is counted twice.

    ## What to do
    Compare with the accounts; where they are two projects, say in the goals what tells them apart.
    """
    for group in by_unit_and_year(forms):
        spent: dict[Fraction, list[ScoredForm]] = {}
        for scored in group:
            executed = yuan_of(scored.executed)
            if executed and len(scored.form.goal.expected or "") >= _FEWEST:
                spent.setdefault(executed, []).append(scored)
        for executed, same in spent.items():
            for one, other in combinations(same, 2):
                if bare_name(worded(project_of(one))) != bare_name(worded(project_of(other))):
                    yield _compare(one, other, executed)


def _compare(one: ScoredForm, other: ScoredForm, executed: Fraction) -> RunOutcome:
    cells = (cell_of(one, executed_cell(one)), cell_of(other, executed_cell(other)))
    if not are_alike(one.form.goal.expected or "", other.form.goal.expected or "", _ALIKE):
        return passes_across(*cells)
    return fails_across(
        *cells,
        *(cell_of(each, "goal.expected") for each in (one, other)),
        printed=money_words(executed),
        first=project_of(one),
        second=project_of(other),
    )
