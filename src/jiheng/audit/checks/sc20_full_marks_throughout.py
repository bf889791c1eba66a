"""SC20 full-marks-throughout."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.score_rule import ROW_READS
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.quantities import same_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_FEWEST = 4


@check(
    code="SC20",
    name="full-marks-throughout",
    severity="warning",
    since="0.1.0",
    reads=(*ROW_READS, "total.score", "funds.lines.score"),
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="总分100，各项实际完成值与年度指标值相同",
            verified=True,
        ),
    ),
)
def full_marks_throughout(scored: ScoredForm) -> Iterator[Outcome]:
    """Every item has full marks, and no actual value differs from its target.

    ## Why it matters
    A form that repeats its targets shows no results; such forms are the first to be re-checked.
    Full marks with real results are left in peace.

    ## What to do
    Write the values that were really measured, and keep the papers that show them.
    """
    items = tuple(item for item in scored.items if item.weight and item.printed is not None)
    if len(items) < _FEWEST or scored.printed_total is None or _has_blank(scored):
        return
    cells = ("total.score", *(item.at for item in items))
    if any(item.printed != item.weight for item in items) or _shows_results(scored):
        yield passes(*cells)
        return
    actuals = tuple(indicator_cell(row.index, "actual") for row in scored.indicators)
    yield fails(
        *cells,
        *actuals,
        mend_at=("form",),
        printed=format_points(scored.printed_total),
        count=str(len(scored.indicators)),
    )


def _has_blank(scored: ScoredForm) -> bool:
    return any(row.actual.kind == "blank" for row in scored.indicators)


def _shows_results(scored: ScoredForm) -> bool:
    return any(_differs(row) for row in scored.indicators)


def _differs(row: ScoredIndicator) -> bool:
    """Whether the actual value says something that the target did not."""
    if row.actual.tier is not None:
        return False
    if row.item.ratio is not None:
        return row.item.ratio[0] != row.item.ratio[1]
    return not same_words(row.target.raw, row.actual.raw)
