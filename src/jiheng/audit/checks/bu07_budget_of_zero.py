"""BU07 budget-of-zero."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails
from jiheng.audit.checks.bu01_rate_differs import COLUMNS
from jiheng.audit.facts.money_block import MoneyRow, base_field, shown, total_row
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU07",
    name="budget-of-zero",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
        "pack",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号附件《项目支出绩效自评表》",
            pinpoint="执行率 = 全年执行数 ÷ 全年预算数；预算数为 0 时没有规定",
            verified=False,
        ),
    ),
)
def budget_of_zero(scored: ScoredForm) -> Iterator[Outcome]:
    """The budget that the rate divides by is 0.

    ## Why it matters
    Nothing can be divided by 0: the rate, and its points, have no meaning.

    ## What to do
    Enter the budget that was in force; where there was no money at all, say so.
    """
    row = total_row(scored.form)
    if row is None:
        return
    field = base_field(scored, row.line)
    other = "initial_budget" if field == "adjusted_budget" else "adjusted_budget"
    # 年初 0、全年有数 is an added project and normal, wherever the rate divides by 全年
    if row.amount(field) == 0:
        yield _told(scored, row, field, other)


def _told(scored: ScoredForm, row: MoneyRow, field: str, other: str) -> Outcome:
    cells = tuple(money_cell(row.index, name) for name in (field, "executed"))
    unit, budget = scored.form.funds.unit, row.amount(other)
    law = scored.pack.zero_budget.source
    if budget:
        # which budget counts is the rule's choice, not the unit's slip
        return fails(
            *cells,
            money_cell(row.index, other),
            message="fails-other",
            severity="info",
            mend="rule",
            law=law,
            printed="0",
            base=COLUMNS[field],
            other=COLUMNS[other],
            budget=shown(budget, unit),
        )
    if row.executed:
        return fails(
            *cells,
            mend_at=cells[:1],
            printed="0",
            base=COLUMNS[field],
            executed=shown(row.executed, unit),
        )
    return fails(
        *cells,
        message="fails-nothing",
        severity="info",
        law=law,
        printed="0",
        base=COLUMNS[field],
    )
