"""SC11 full-marks-with-reason."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.score_rule import ROW_READS
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="SC11",
    name="full-marks-with-reason",
    severity="info",
    since="0.1.0",
    reads=(*ROW_READS, "indicators.reason"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4：没有达标的要写原因",
            verified=True,
        ),
    ),
)
def full_marks_with_reason(scored: ScoredForm) -> Iterator[Outcome]:
    """A target was just met with full marks, and yet a reason for a deviation is given.

    ## Why it matters
    The reason cell is for deviations. Perhaps the reason belongs to another row, or the actual
    value is not the real one.

    ## What to do
    Empty the reason cell, or write the actual value that the reason speaks of.
    """
    for row in scored.indicators:
        item = row.item
        if not item.weight or item.printed != item.weight or not row.row.reason:
            continue
        cells = tuple(indicator_cell(row.index, field) for field in ("score", "reason", "actual"))
        if _is_explained(row):
            yield passes(*cells)
        else:
            yield fails(
                *cells,
                mend_at=cells[1:],
                printed=format_points(item.printed),
                name=row.row.name,
                reason=row.row.reason,
            )


def _is_explained(row: ScoredIndicator) -> bool:
    """Whether there is a deviation to explain, or the cell only says that there is none."""
    if row.row.reason and row.row.reason.strip("。.，, ") in value_words().hollow_reasons:
        return True
    if row.item.ratio is not None:
        return row.item.ratio[0] != row.item.ratio[1]
    return not row.item.branch.startswith(("tier-met", "date-reached"))
