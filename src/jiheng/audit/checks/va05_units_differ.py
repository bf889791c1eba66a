"""VA05 units-differ."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.measures import are_alike, measure_of, paid_for
from jiheng.audit.facts.rows import row_cells
from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import measure_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA05",
    name="units-differ",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="定量指标以实际完成值与指标值比较",
            verified=False,
        ),
    ),
)
def units_differ(scored: ScoredForm) -> Iterator[Outcome]:
    """Target and actual value measure different things: 20 sessions against 100 %.

    ## Why it matters
    The rule divides one by the other; metres and square metres have no quotient. Units that only
    need converting (万元 and 元, 亩 and 公顷), and counts whose measure words differ (套, 台), are
    taken as the same.

    ## What to do
    Write the actual value in the unit of the target.
    """
    for row in scored.indicators:
        target, actual = measure_of(row.target), measure_of(row.actual)
        if target is None or actual is None:
            continue
        if target == actual:
            yield from _same_measure(row)
        elif not are_alike(target, actual):
            yield _apart(row, _severity(target, actual))


def _same_measure(row: ScoredIndicator) -> Iterator[Outcome]:
    """Return a doubt where two prices are paid for different things; a shorter unit is no doubt."""
    target, actual = paid_for(row.target), paid_for(row.actual)
    if target <= actual or actual <= target:
        yield passes(*row_cells(row, "actual", "target"))
    else:
        yield _apart(row, "warning")


def _severity(target: str, actual: str) -> Severity | None:
    """Return the check's own where one of the two is no count at all; 人 and 户 are a doubt."""
    return None if measure_words().physical & {target, actual} else "warning"


def _apart(row: ScoredIndicator, severity: Severity | None) -> Outcome:
    cells = row_cells(row, "actual", "target")
    return fails(
        *cells,
        mend_at=cells[:1],
        printed=row.actual.raw,
        target=row.target.raw,
        severity=severity,
        name=row.row.name,
    )
