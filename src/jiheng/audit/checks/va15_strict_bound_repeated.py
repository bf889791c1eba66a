"""VA15 strict-bound-repeated."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_STRICT = frozenset({"lt", "gt"})


@check(
    code="VA15",
    name="strict-bound-repeated",
    severity="info",
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
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="年度指标值(A)<3小时，实际完成值(B)<3小时",
            verified=True,
        ),
    ),
)
def strict_bound_repeated(scored: ScoredForm) -> Iterator[Outcome]:
    """The target is a strict bound (<, >), and the actual value stands on the bound itself.

    ## Why it matters
    "<3小时" repeated does not say how long it took; "3小时" alone does not meet it.

    ## What to do
    Write the value that was measured; use ≤ or ≥ where the bound itself is allowed.
    """
    for row in scored.indicators:
        if row.target.op not in _STRICT or row.item.ratio is None:
            continue
        cells = row_cells(row, "target", "actual")
        if row.item.ratio[0] != row.item.ratio[1]:
            yield passes(*cells)
            continue
        yield fails(
            *cells,
            mend_at=cells[1:],
            message="fails" if row.actual.op in _STRICT else "fails-limit",
            printed=row.actual.raw,
            name=row.row.name,
            target=row.target.raw,
        )
