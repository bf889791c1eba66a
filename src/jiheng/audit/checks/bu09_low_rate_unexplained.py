"""BU09 low-rate-unexplained."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import budget_cell, executed_cell, execution_rate
from jiheng.audit.facts.explanations import is_answer, money_reason_cells, speaks_of
from jiheng.audit.facts.figures import percent_words
from jiheng.model.citation import Citation
from jiheng.model.quantity import PER_UNIT
from jiheng.rulebook.lexicons import money_block_words
from jiheng.scoring.scored import ScoredForm

RATE_CELL = "funds.lines[0].rate"


@check(
    code="BU09",
    name="low-rate-unexplained",
    severity="warning",
    since="0.1.0",
    reads=(
        "funds",
        "goal",
        "goals",
        "indicators.reason",
        "conclusion",
        "texts",
        "cells",
        "pack",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="对未完成绩效目标或偏离较大的，应分析并说明原因",
            verified=False,
        ),
    ),
)
def low_rate_unexplained(scored: ScoredForm) -> Iterator[Outcome]:
    """Little of the budget was spent, and nothing in the form says why.

    ## Why it matters
    Unspent money is the first thing the finance office asks about.

    ## What to do
    Give the reason where the form has room for it: the reason column, or 实际完成情况.
    """
    rate, reasons = execution_rate(scored), scored.pack.reasons.value
    if rate is None or reasons.rate_below is None:
        return
    line = Fraction(reasons.rate_below, PER_UNIT)
    if rate >= line:
        return
    cells = (RATE_CELL, executed_cell(scored), budget_cell(scored))
    reason_cells = money_reason_cells(scored.form)
    first = scored.form.total_line
    if (first and is_answer(first.reason)) or speaks_of(
        scored.form, money_block_words().rate_reasons
    ):
        yield passes(*cells, *reason_cells)
        return
    yield fails(
        *cells,
        *(reason_cells or ("goal.actual",)),
        mend_at=reason_cells or ("goal.actual",),
        message="fails" if reason_cells else "fails-elsewhere",
        severity="error" if reasons.cited else None,
        law=scored.pack.reasons.source,
        rate=percent_words(rate),
        line=percent_words(line),
    )
