"""AR01 total-differs."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rescaling import RESCALING_READS, rescaling_of
from jiheng.audit.facts.totals import due_total, execution_on_a_lower_line, summed_scores
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR01",
    name="total-differs",
    severity="error",
    since="0.1.0",
    reads=(
        "total.score",
        *RESCALING_READS,
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="总分由各项指标得分汇总形成", verified=False),
    ),
)
def total_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The printed total is not the sum of the printed scores.

    A form that says that it rescales its total is left to the check on that.

    ## Why it matters
    The grade, and next year's budget, follow the total.

    ## What to do
    Add up again, or correct the score that was mistyped.
    """
    total, computed, due = scored.printed_total, summed_scores(scored), due_total(scored)
    if total is None or computed is None or due is None or rescaling_of(scored) is not None:
        return
    moved = execution_on_a_lower_line(scored)
    scores = (*moved, *(item.at for item in scored.items if item.printed is not None))
    if scored.capped is not None and scored.capped.most is None:
        return
    gap = total - computed
    tolerance = scored.pack.tolerance.value.points
    # a total above its ceiling is told by BU10
    if abs(gap) <= tolerance or abs(total - due) <= tolerance:
        yield passes("total.score", *scores, message="passes", computed=format_points(total))
        return
    blank = _explaining_blanks(scored, gap)
    yield fails(
        "total.score",
        *scores,
        *blank,
        mend_at=blank or ("total.score",),
        message="fails-blank" if blank else "fails",
        printed=format_points(total),
        expected=format_points(computed),
        difference=format_points(gap),
        rows=str(len(blank)),
    )


def _explaining_blanks(scored: ScoredForm, gap: int) -> tuple[str, ...]:
    """Return the scores left blank, where what is missing from the sum fits into them."""
    blank = tuple(item for item in scored.items if item.printed is None and item.weight)
    room = sum(item.weight or 0 for item in blank)
    return tuple(item.at for item in blank) if 0 < gap <= room else ()
