"""SC17 rescaled-wrongly."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rescaling import RESCALING_READS, rescaling_of
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm

_POINT = 100
_TENTH = 10


@check(
    code="SC17",
    name="rescaled-wrongly",
    severity="warning",
    since="0.2.0",
    reads=("total.score", "indicators.name", "indicators.actual", *RESCALING_READS),
    sources=(
        Citation(
            title="某科技部门项目支出绩效自评表模板",
            pinpoint="不适用的指标不计分，总分折算为百分制",
            verified=False,
        ),
    ),
)
def rescaled_wrongly(scored: ScoredForm) -> Iterator[Outcome]:
    """The form says that it leaves rows out and rescales, and the total is another one.

    A total given to one decimal, or to whole points, may be rounded to them.

    ## Why it matters
    Without rescaling, a project loses points for what it had not to do.

    ## What to do
    Divide the scores by the weights that are left and multiply by 100.
    """
    total, rescaling = scored.printed_total, rescaling_of(scored)
    if total is None or rescaling is None:
        return
    cells = (
        "total.score",
        rescaling.at,
        *(indicator_cell(row, "score") for row in rescaling.left_out),
    )
    gap = total - rescaling.total
    if abs(gap) <= max(scored.pack.tolerance.value.points, _rounding(total)):
        yield passes(*cells)
        return
    yield fails(
        *cells,
        mend_at=("total.score",),
        printed=format_points(total),
        expected=format_points(rescaling.total),
        difference=format_points(gap),
        scores=format_points(rescaling.scores),
        weights=format_points(rescaling.weights),
        count=str(len(rescaling.left_out)),
    )


def _rounding(points: int) -> int:
    """Return what rounding to the printed decimals may have hidden."""
    if points % _POINT == 0:
        return _POINT // 2
    return _TENTH // 2 if points % _TENTH == 0 else 0
