"""AR01 total-differs."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR01",
    name="total-differs",
    severity="error",
    since="0.1.0",
    reads=("total.score", "funds.lines.score", "indicators.score", "pack", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="总分由各项指标得分汇总形成", verified=False),
    ),
)
def total_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The printed total is not the sum of the printed scores.

    ## Why it matters
    The grade, and next year's budget, follow the total.

    ## What to do
    Add up again, or correct the score that was mistyped.
    """
    if scored.printed_total is None or scored.printed_sum is None:
        return
    cells = ("total.score", *(item.at for item in scored.items if item.printed is not None))
    printed, computed = format_points(scored.printed_total), format_points(scored.printed_sum)
    gap = scored.printed_total - scored.printed_sum
    if abs(gap) > scored.pack.tolerance.value.points:
        yield fails(
            *cells,
            mend_at=("total.score",),
            printed=printed,
            expected=computed,
            difference=format_points(gap),
        )
    else:
        yield passes(*cells, message="passes", computed=computed)
