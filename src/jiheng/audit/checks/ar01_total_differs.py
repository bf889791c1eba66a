"""AR01 total-differs."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR01",
    name="total-differs",
    severity="error",
    since="0.1.0",
    reads=(
        "total.score",
        "funds.lines.score",
        "indicators.score",
        "indicators.weight",
        "pack",
        "scores",
    ),
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
    total = scored.printed_total
    if total is None or scored.printed_sum is None:
        return
    moved = _execution_on_a_lower_line(scored)
    computed = scored.printed_sum + sum(moved.values())
    scores = (*moved, *(item.at for item in scored.items if item.printed is not None))
    ruled = _under_the_ceiling(scored, computed)
    if ruled is None:
        return
    gap = total - ruled
    if abs(gap) <= scored.pack.tolerance.value.points:
        yield passes("total.score", *scores, message="passes", computed=format_points(ruled))
        return
    if ruled < computed:
        yield _above_the_ceiling(scored, total, ruled, scores)
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


def _under_the_ceiling(scored: ScoredForm, computed: int) -> int | None:
    """Return what the total should be, or None where the rate that caps it cannot be said."""
    if scored.capped is None:
        return computed
    return None if scored.capped.most is None else min(computed, scored.capped.most)


def _above_the_ceiling(
    scored: ScoredForm, total: int, ruled: int, scores: tuple[str, ...]
) -> Outcome:
    return fails(
        "total.score",
        *scores,
        mend_at=("total.score",),
        message="fails-ceiling",
        printed=format_points(total),
        expected=format_points(ruled),
        difference=format_points(total - ruled),
        law=scored.capped.law if scored.capped else None,
        ceiling=scored.capped.arithmetic if scored.capped else "",
    )


def _execution_on_a_lower_line(scored: ScoredForm) -> dict[str, int]:
    """Return the first score under the line of total funds, where that line has none itself."""
    if scored.execution is None or scored.execution.printed is not None:
        return {}
    for index, line in enumerate(scored.form.funds.lines[1:], 1):
        points = parse_points(line.score)
        if points is not None:
            return {money_cell(index, "score"): points}
    return {}


def _explaining_blanks(scored: ScoredForm, gap: int) -> tuple[str, ...]:
    """Return the scores left blank, where what is missing from the sum fits into them."""
    blank = tuple(item for item in scored.items if item.printed is None and item.weight)
    room = sum(item.weight or 0 for item in blank)
    return tuple(item.at for item in blank) if 0 < gap <= room else ()
