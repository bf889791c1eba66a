"""SC16 deduction-misapplied."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.score_rule import ROW_READS, Bounds, gap_of, span
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="SC16",
    name="deduction-misapplied",
    severity="error",
    since="0.2.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="广西项目支出绩效自评表",
            places=("广西",),
            pinpoint="扣减分数：得分为计算得分减去扣减分数，不低于 0",
            verified=False,
        ),
    ),
)
def deduction_misapplied(scored: ScoredForm) -> Iterator[Outcome]:
    """A row with a deduction is not scored as the rule's score less the deduction.

    Where score and deduction make up the weight, the column tells all that was lost: that is right
    too.

    ## Why it matters
    The deduction stands in its own column, so that anybody can take it off again and compare.

    ## What to do
    Take the deduction off the score that the rule gives, down to 0 at most; or correct the column.
    """
    for row in scored.indicators:
        taken = parse_points(row.row.deduction)
        ruled = row.item.ruled
        bounds = _bounds(row, ruled, abs(taken)) if taken and ruled else None
        if bounds is None or ruled is None or taken is None:
            continue
        cells = row_cells(row, "score", "deduction", "target", "actual", "weight")
        tolerance = scored.pack.tolerance.value.points
        gap = gap_of(bounds, tolerance)
        if gap == 0 or abs((row.item.weight or 0) - abs(taken) - bounds[0]) <= tolerance:
            yield passes(*cells)
            continue
        yield fails(
            *cells,
            mend_at=cells[:2],
            severity="warning" if row.item.inferred else None,
            printed=format_points(bounds[0]),
            expected=span(bounds[1], bounds[2]),
            difference=format_points(gap),
            law=row.item.law,
            name=row.row.name,
            ruled=span(*ruled),
            arithmetic=row.item.arithmetic,
        )


def _bounds(row: ScoredIndicator, ruled: tuple[int, int], taken: int) -> Bounds | None:
    """Return printed score, lowest and highest after the deduction; None when one is unknown."""
    item = row.item
    if item.printed is None or item.weight is None:
        return None
    if not 0 <= item.printed <= item.weight:
        return None
    return item.printed, max(ruled[0] - taken, 0), max(ruled[1] - taken, 0)
