"""XI02 cost-target-differs-from-budget."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.costs import cost_rows, is_named_whole
from jiheng.audit.facts.execution import FUNDS, budget_cell
from jiheng.audit.facts.figures import agree, half_last_digit, money_words, yuan_of
from jiheng.audit.facts.unit_slip import cause_of
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse_in
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI02",
    name="cost-target-differs-from-budget",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "funds.unit",
        *FUNDS,
        "pack",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2015〕88号", pinpoint="第二十七条: 谁批复预算，谁批复目标", verified=True
        ),
    ),
)
def cost_target_differs_from_budget(scored: ScoredForm) -> Iterator[Outcome]:
    """The target for the whole cost is not the budget.

    ## Why it matters
    A ceiling above the budget controls nothing; one below it says that too much was budgeted.

    ## What to do
    Find out which of the two was approved, and say so in the reason where both stand.
    """
    rows = tuple(row for row in cost_rows(scored) if yuan_of(row.target) is not None)
    if scored.budget is None or not yuan_of(scored.budget) or not rows:
        return
    total = sum((yuan_of(row.target) or Fraction(0) for row in rows), Fraction(0))
    slack = sum((half_last_digit(row.target) for row in rows), half_last_digit(scored.budget))
    if len(rows) > 1 and abs(total - (yuan_of(scored.budget) or 0)) <= slack:
        yield passes(*(indicator_cell(row.index, "target") for row in rows), budget_cell(scored))
        return
    for row in rows:
        yield from _compared(row, scored, scored.budget)


def _compared(row: ScoredIndicator, scored: ScoredForm, budget: Quantity) -> Iterator[Outcome]:
    cells = (indicator_cell(row.index, "target"), budget_cell(scored))
    target, planned = yuan_of(row.target) or Fraction(0), yuan_of(budget) or Fraction(0)
    if agree(row.target, budget) or _is_other_budget(row.target, scored):
        yield passes(*cells, message="passes", budget=money_words(target))
    elif target > planned or is_named_whole(row.row):
        yield fails(
            *cells,
            printed=money_words(target),
            expected=money_words(planned),
            difference=money_words(target - planned),
            cause=cause_of(target, planned),
            name=row.row.name,
        )


def _is_other_budget(target: Quantity, scored: ScoredForm) -> bool:
    """Whether the target is the budget of the other column, before or after adjustment."""
    lines = scored.form.funds.lines[:1]
    return any(
        agree(target, parse_in(text, unit=scored.form.funds.unit))
        for line in lines
        for text in (line.initial_budget, line.adjusted_budget)
        if text
    )
