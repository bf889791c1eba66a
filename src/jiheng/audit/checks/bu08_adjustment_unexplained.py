"""BU08 adjustment-unexplained."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.explanations import money_reason_cells, speaks_of, speaks_of_both
from jiheng.audit.facts.money_block import shown, total_row
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import money_block_words
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU08",
    name="adjustment-unexplained",
    severity="warning",
    since="0.1.0",
    reads=("funds", "goal", "goals", "indicators.reason", "conclusion", "texts", "cells"),
    sources=(
        Citation(
            title="四川省部门预算项目支出绩效自评表（2023年度）",
            pinpoint="年中调整预算的须另说明原因",
            verified=False,
        ),
    ),
)
def adjustment_unexplained(scored: ScoredForm) -> Iterator[Outcome]:
    """The budget changed during the year and nothing says why.

    ## Why it matters
    A budget cut to what was spent makes any rate 100 %.

    ## What to do
    Say in one sentence when and why the budget was changed.
    """
    row = total_row(scored.form)
    if row is None or row.initial is None or row.adjusted is None or row.initial == row.adjusted:
        return
    cells = (money_cell(0, "initial_budget"), money_cell(0, "adjusted_budget"))
    words = money_block_words()
    is_told = speaks_of(scored.form, words.budget_changes)
    if is_told or speaks_of_both(scored.form, words.adjustments, words.money):
        yield passes(*cells)
        return
    reason_cells = money_reason_cells(scored.form)
    unit = scored.form.funds.unit
    yield fails(
        *cells,
        *reason_cells,
        mend_at=reason_cells or ("goal.actual",),
        # most forms have no place for it, and nobody asked the clerk
        severity=None if reason_cells else "info",
        initial=shown(row.initial, unit),
        adjusted=shown(row.adjusted, unit),
        difference=shown(row.adjusted - row.initial, unit),
    )
