"""The execution rate of a form and the cells that it is made of."""

from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.facts.money_block import base_field
from jiheng.scoring.scored import ScoredForm

FUNDS = ("funds.lines.initial_budget", "funds.lines.adjusted_budget")
"""What a check reads that names the budget's cell."""


def execution_rate(scored: ScoredForm) -> Fraction | None:
    """Return executed over budget, or None where there is no budget to divide by."""
    if scored.rate is None or scored.rate[1] == 0:
        return None
    return Fraction(*scored.rate)


def executed_cell(scored: ScoredForm) -> str:
    """Return the path of the cell that holds the executed money."""
    return money_cell(_line(scored), "executed")


def budget_cell(scored: ScoredForm) -> str:
    """Return the path of the cell that holds the budget of the execution rate."""
    index = _line(scored)
    lines = scored.form.funds.lines
    if index < len(lines):
        return money_cell(index, base_field(scored, lines[index]))
    return money_cell(index, f"{scored.pack.money_base.value}_budget")


def _line(scored: ScoredForm) -> int:
    at = scored.execution.at if scored.execution else ""
    digits = at.partition("[")[2].partition("]")[0]
    return int(digits) if digits.isdecimal() else 0
