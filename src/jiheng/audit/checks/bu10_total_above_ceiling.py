"""BU10 total-above-ceiling."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import FUNDS, budget_cell, executed_cell
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU10",
    name="total-above-ceiling",
    severity="error",
    since="0.2.0",
    reads=("total.score", *FUNDS, "funds.lines.executed", "pack", "scores"),
    sources=(
        Citation(
            title="某市一体化平台自评操作手册（2022年）",
            places=("某市",),
            pinpoint="总分的上限由执行率决定",
            verified=False,
        ),
    ),
)
def total_above_ceiling(scored: ScoredForm) -> Iterator[Outcome]:
    """The total is higher than the rule allows for the execution rate.

    Only packs with such ceilings have this case; a rate that cannot be said is left alone.

    ## Why it matters
    Where much money was left over, full outputs alone make no good project.

    ## What to do
    Write the ceiling as the total; the scores of the rows stay as they are.
    """
    total, capped = scored.printed_total, scored.capped
    if total is None or capped is None or capped.most is None:
        return
    cells = ("total.score", executed_cell(scored), budget_cell(scored))
    if total <= capped.most + scored.pack.tolerance.value.points:
        yield passes(*cells)
        return
    yield fails(
        *cells,
        mend_at=cells[:1],
        printed=format_points(total),
        expected=format_points(capped.most),
        difference=format_points(total - capped.most),
        law=capped.law,
        ceiling=capped.arithmetic,
    )
