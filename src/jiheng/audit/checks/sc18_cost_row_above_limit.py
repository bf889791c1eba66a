"""SC18 cost-row-above-limit."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.limits import CostLimit
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="SC18",
    name="cost-row-above-limit",
    severity="error",
    since="0.2.0",
    reads=(
        "indicators.level1",
        "indicators.level2",
        "indicators.name",
        "indicators.score",
        "pack",
        "scores",
    ),
    sources=(
        Citation(
            title="某省预算绩效系统的做法（山西，凭记述）",
            places=("山西",),
            pinpoint="没有申报成本指标的，补加一行，得分不超过 5 分",
            verified=False,
        ),
    ),
)
def cost_row_above_limit(scored: ScoredForm) -> Iterator[Outcome]:
    """A cost indicator has more points than the rule allows it.

    Where the limit holds only for the row that the system adds, the form does not say which that
    is: the only cost row may be it, and is told as information; of several, none is.

    ## Why it matters
    A row that nobody declared must not make up for those that were missed.

    ## What to do
    Give no more than the limit; or show that the indicator was declared with the budget.
    """
    limit = None if scored.pack.cost_limit is None else scored.pack.cost_limit.value
    if limit is None:
        return
    rows = tuple(row for row in scored.indicators if level2_of(row.row) == "cost")
    if limit.default_rows and len(rows) > 1:
        return
    for row in rows:
        if row.item.printed is not None:
            yield _judge(row, limit, scored)


def _judge(row: ScoredIndicator, limit: CostLimit, scored: ScoredForm) -> Outcome:
    printed = row.item.printed or 0
    cells = row_cells(row, "score", "name")
    if printed <= limit.points + scored.pack.tolerance.value.points:
        return passes(*cells)
    return fails(
        *cells,
        mend_at=cells[:1],
        message="fails-default" if limit.default_rows else "fails",
        severity="info" if limit.default_rows else None,
        printed=format_points(printed),
        expected=format_points(limit.points),
        difference=format_points(printed - limit.points),
        law=scored.pack.cost_limit.source if scored.pack.cost_limit else None,
        name=row.row.name,
    )
