"""SC12 zero-marks-unexplained."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC12",
    name="zero-marks-unexplained",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.weight",
        "indicators.score",
        "indicators.reason",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4：没有达标的，要写原因和改进办法",
            verified=True,
        ),
    ),
    supersedes=("TX04",),
)
def zero_marks_unexplained(scored: ScoredForm) -> Iterator[Outcome]:
    """An indicator got no point at all, and no reason is given.

    ## Why it matters
    A zero is the strongest statement that a form can make, and the first that is asked about.

    ## What to do
    Write what happened and what will be done about it; or correct the score.
    """
    for row in scored.indicators:
        if row.item.printed != 0 or not row.item.weight:
            continue
        cells = tuple(indicator_cell(row.index, field) for field in ("score", "weight", "reason"))
        if row.row.reason:
            yield passes(*cells)
            continue
        yield fails(
            *cells,
            mend_at=(cells[0], cells[2]),
            printed="0",
            name=row.row.name,
            weight=format_points(row.item.weight),
        )
