"""AR09 conclusion-differs."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.conclusion import concluded_points
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR09",
    name="conclusion-differs",
    severity="error",
    since="0.1.0",
    reads=("conclusion", "total.score", "scores"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="自评结论：单位绩效自评分数…分",
            verified=True,
        ),
    ),
)
def conclusion_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The score in the conclusion's sentence is not the total.

    ## Why it matters
    The sentence is what people read and copy; it must say the same number.

    ## What to do
    Find out which of the two numbers is right and correct the other.
    """
    concluded = concluded_points(scored.form)
    total = scored.printed_sum if scored.printed_total is None else scored.printed_total
    if concluded is None or total is None:
        return
    cells = ("conclusion", "total.score")
    gap = concluded - total
    if abs(gap) <= scored.pack.tolerance.value.points:
        yield passes(*cells, message="passes", score=format_points(concluded))
    elif scored.printed_sum == concluded:
        # two of three numbers agree: it is the total that was not carried over
        yield fails(
            *cells,
            mend_at=("total.score",),
            message="fails-total",
            printed=format_points(total),
            expected=format_points(concluded),
            difference=format_points(-gap),
        )
    else:
        yield fails(
            *cells,
            mend_at=("conclusion",) if scored.printed_sum == total else cells,
            printed=format_points(concluded),
            expected=format_points(total),
            difference=format_points(gap),
        )
