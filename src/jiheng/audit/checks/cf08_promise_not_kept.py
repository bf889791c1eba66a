"""CF08 promise-not-kept."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, fails_across, judged, passes_across, project_of
from jiheng.audit.facts.deviations import names_measure
from jiheng.audit.facts.linked import RowPair, row_pairs, years_apart
from jiheng.audit.facts.similarity import are_alike
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredIndicator

_ALIKE = Fraction(90, 100)


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
            before, now = both.before, both.now
            if not _lost_points(before) or not names_measure(before.row.reason or ""):
                continue
            if _lost_points(now) and _says_the_same(both):
                yield fails_across(
                    *both.cells("reason"),
                    printed=now.row.reason,
                    name=now.row.name,
                    project=project_of(pair.form),
                )
            else:
                yield passes_across(*both.cells("reason"))


def _lost_points(row: ScoredIndicator) -> bool:
    weight, printed = row.item.weight, row.item.printed
    return weight is not None and printed is not None and printed < weight


def _says_the_same(both: RowPair) -> bool:
    return are_alike(both.before.row.reason or "", both.now.row.reason or "", _ALIKE)
