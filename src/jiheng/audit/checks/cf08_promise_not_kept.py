"""CF08 promise-not-kept."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, fails_across, judged, passes_across, project_of
from jiheng.audit.facts.linked import row_pairs, years_apart
from jiheng.audit.facts.promised import outcome_of
from jiheng.model.citation import Citation


@check(
    code="CF08",
    name="promise-not-kept",
    severity="info",
    since="0.1.0",
    reads=("year", "reporting_unit", "project", "indicators", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="未完成的，分析原因并提出改进措施",
            verified=False,
        ),
    ),
)
def promise_not_kept(forms: Forms) -> Iterator[RunOutcome]:
    """An indicator loses points two years running, and the measure promised is the same text.

    ## Why it matters
    A measure that is promised again word for word was not taken, or did not help.

    ## What to do
    Say what became of last year's measure, and what will be different now.
    """
    for pair in years_apart(judged(forms)):
        for both in row_pairs(pair):
            became = outcome_of(both.before.row, both.now.row)
            if became == "repeated":
                yield fails_across(
                    *both.cells("reason"),
                    printed=both.now.row.reason,
                    name=both.now.row.name,
                    project=project_of(pair.form),
                )
            elif became is not None:
                yield passes_across(*both.cells("reason"))
