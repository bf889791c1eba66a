"""CF09 score-jumps."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    judged,
    passes_across,
    project_of,
)
from jiheng.audit.facts.linked import years_apart
from jiheng.model.citation import Citation
from jiheng.model.points import format_points

_FAR = 1_000
"""From this many 1/100 points on, a change is told."""


@check(
    code="CF09",
    name="score-jumps",
    severity="info",
    since="0.1.0",
    reads=("year", "reporting_unit", "project", "total.score", "scores"),
    sources=(Citation(title="审核惯例", pinpoint="上年得分与本年得分比较", verified=False),),
)
def score_jumps(forms: Forms) -> Iterator[RunOutcome]:
    """A project's score is 10 points or more away from last year's.

    ## Why it matters
    A large step has a reason, and a reviewer will ask for it.

    ## What to do
    Nothing in the form; have the reason ready.
    """
    for pair in years_apart(judged(forms)):
        before, now = pair.beside.printed_total, pair.form.printed_total
        if before is None or now is None:
            continue
        cells = (cell_of(pair.beside, "total.score"), cell_of(pair.form, "total.score"))
        if abs(now - before) >= _FAR:
            yield fails_across(
                *cells,
                printed=format_points(now),
                expected=format_points(before),
                difference=format_points(now - before),
                project=project_of(pair.form),
            )
        else:
            yield passes_across(*cells)
