"""XI20 late-yet-full."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.deviations import names_cause
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_KEPT, _LATE = "date-reached", "date-late"


@check(
    code="XI20",
    name="late-yet-full",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.reason",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号", pinpoint="未完成指标值的，不记该指标全部分值", verified=False
        ),
    ),
    supersedes=("SC02",),
)
def late_yet_full(scored: ScoredForm) -> Iterator[Outcome]:
    """Something was done after its deadline, and has full marks.

    Late only if every reading of the two dates says so: 9月前 may mean the end of September. A
    doubt where the column of reasons says why it was late, and where the actual value is itself
    a deadline (12月底前). What lost points for being late is no contradiction.

    ## Why it matters
    Two dates stand side by side, and the later one was paid in full.

    ## What to do
    Correct the date, or take points off and give the reason.
    """
    for row in scored.indicators:
        cells = row_cells(row, "actual", "target")
        if row.item.branch == _KEPT:
            yield passes(*cells)
        elif row.item.branch == _LATE:
            if row.item.printed is None or row.item.printed != row.item.weight:
                yield passes(*cells)
                continue
            yield fails(
                *cells,
                indicator_cell(row.index, "score"),
                severity="warning" if _is_open(row) else None,
                printed=row.actual.raw,
                expected=row.target.raw,
                name=row.row.name,
            )


def _is_open(row: ScoredIndicator) -> bool:
    return row.actual.op is not None or names_cause(row.row.reason or "")
