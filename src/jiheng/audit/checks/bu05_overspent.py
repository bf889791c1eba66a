"""BU05 overspent."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.money_block import MoneyRow, money_rows, shown
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU05",
    name="overspent",
    severity="warning",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="得分计算方法：执行率×该指标分值，最高不得超过分值上限",
            verified=True,
        ),
    ),
)
def overspent(scored: ScoredForm) -> Iterator[Outcome]:
    """More money was executed than was budgeted.

    ## Why it matters
    Either the budget was raised and the form shows the old one, or money was spent without one.

    ## What to do
    Enter the adjusted budget, or explain where the rest of the money came from.
    """
    compared = tuple(
        (row, *found)
        for row in money_rows(scored.form)
        if row.executed is not None and (found := _budget(row))
    )
    over = tuple(line for line in compared if _executed(line[0]) > line[2])
    cells = tuple(
        money_cell(row.index, name)
        for row, field, _ in over or compared
        for name in ("executed", field)
    )
    if over:
        row, _, budget = over[0]
        executed, unit = _executed(row), scored.form.funds.unit
        yield fails(
            *cells,
            printed=shown(executed, unit),
            difference=shown(executed - budget, unit),
            label=row.line.label,
            budget=shown(budget, unit),
            rate=percent_words(executed / budget),
        )
    elif compared:
        yield passes(*cells)


def _executed(row: MoneyRow) -> Fraction:
    return row.executed or Fraction(0)


def _budget(row: MoneyRow) -> tuple[str, Fraction] | None:
    """Return the budget in force at the year's end; a budget of 0 is BU07's."""
    if row.adjusted:
        return "adjusted_budget", row.adjusted
    if row.initial and row.adjusted is None:
        return "initial_budget", row.initial
    return None
