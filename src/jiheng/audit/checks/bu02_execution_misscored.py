"""BU02 execution-misscored."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import budget_cell, executed_cell
from jiheng.audit.facts.execution_rate import printed_rate
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.money_block import base_field, total_row
from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT
from jiheng.scoring.scored import ScoredForm, ScoredItem

POINT = 100


@check(
    code="BU02",
    name="execution-misscored",
    severity="error",
    since="0.1.0",
    reads=("funds", "pack", "scores"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="得分计算方法：执行率×该指标分值，最高不得超过分值上限",
            verified=True,
        ),
    ),
)
def execution_misscored(scored: ScoredForm) -> Iterator[Outcome]:
    """The score for budget execution is not what the rule gives for the rate.

    ## Why it matters
    These ten points are the only ones that nobody can argue about.

    ## What to do
    Work out rate × points again and write the result.
    """
    item = scored.execution
    if item is None or item.printed is None or item.low is None or item.high is None:
        return
    if item.branch in {"undecided", "unscored"} or scored.rate is None:
        return
    cells = (item.at, money_cell(0, "rate"), executed_cell(scored), budget_cell(scored))
    tolerance = scored.pack.tolerance.value.points
    rate = percent_words(Fraction(*scored.rate))
    if item.low - tolerance <= item.printed <= item.high + tolerance:
        yield passes(*cells, message="passes", rate=rate, arithmetic=item.arithmetic)
    else:
        yield _misscored(scored, item, item.low, item.high, cells)


def _misscored(
    scored: ScoredForm, item: ScoredItem, low: int, high: int, cells: tuple[str, ...]
) -> Outcome:
    printed = item.printed or 0
    nearest = low if printed < low else high
    expected = format_points(low) if low == high else f"{format_points(low)}—{format_points(high)}"
    message, severity = _why(scored, item)
    return fails(
        *cells,
        # a score that follows a wrong rate has the rate's cause
        mend_at=cells[:1] if _rate_is_right(scored) else cells[:2],
        message=message,
        severity=severity,
        printed=format_points(printed),
        expected=expected,
        difference=format_points(printed - nearest),
        law=item.law,
        arithmetic=item.arithmetic,
    )


def _why(scored: ScoredForm, item: ScoredItem) -> tuple[str, Severity | None]:
    """Return the sentence that fits, with its severity, where the score is not merely wrong."""
    if _in_whole_points(scored, item):
        return "fails-whole-points", "info"
    row = total_row(scored.form)
    if row is None or scored.pack.execution.value.kind != "linear":
        return "fails", None
    printed = printed_rate(row.line.rate)
    if printed and _rate_is_right(scored) and _gives(item, printed.readings[0][0]):
        return "fails-rounded-rate", "info"
    base = base_field(scored, row.line)
    other = row.initial if base == "adjusted_budget" else row.adjusted
    if other and row.executed is not None and _gives(item, row.executed / other):
        return "fails-other-base", None if scored.pack.money_base.source.verified else "warning"
    return "fails", None


def _in_whole_points(scored: ScoredForm, item: ScoredItem) -> bool:
    """Whether the form has whole points only, and this one is the rule's score rounded to them."""
    scores = tuple(other.printed for other in scored.items if other.printed is not None)
    exact = item.high or 0
    is_rounded = (2 * exact + POINT) // (2 * POINT) * POINT == item.printed
    return is_rounded and all(score % POINT == 0 for score in scores)


def _gives(item: ScoredItem, rate: Fraction) -> bool:
    """Whether rate × points is the printed score, to the last 1/100 point."""
    return abs(rate * (item.weight or 0) - (item.printed or 0)) < 1


def _rate_is_right(scored: ScoredForm) -> bool:
    line = scored.form.total_line
    printed = printed_rate(line.rate) if line else None
    if printed is None or scored.rate is None:
        return True
    tolerance = Fraction(scored.pack.tolerance.value.rate, PER_UNIT)
    return printed.agrees(Fraction(*scored.rate), tolerance)
