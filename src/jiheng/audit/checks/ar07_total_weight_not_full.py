"""AR07 total-weight-not-full."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.weights import full_marks
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR07",
    name="total-weight-not-full",
    severity="warning",
    since="0.1.0",
    reads=("total.weight", "pack"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="总分行：分值 100",
            verified=True,
        ),
    ),
)
def total_weight_not_full(scored: ScoredForm) -> Iterator[Outcome]:
    """The weight printed in the line of totals is not full marks.

    ## Why it matters
    It tells the reader out of how many points the total score is.

    ## What to do
    Write the full marks, usually 100, or correct the weight that is missing above.
    """
    printed = parse_points(scored.form.total.weight)
    if printed is None:
        return
    full = full_marks(scored)
    if printed == full:
        yield passes("total.weight")
    else:
        yield fails(
            "total.weight",
            printed=format_points(printed),
            expected=format_points(full),
            difference=format_points(printed - full),
        )
