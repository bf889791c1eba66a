"""SC07 same-situation-scored-apart."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.score_rule import ROW_READS, bounds_of, gap_of
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.pack import Pack
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="SC07",
    name="same-situation-scored-apart",
    severity="warning",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="超出指标值的行：一处扣减50%，一处未扣",
            verified=True,
        ),
    ),
)
def same_situation_scored_apart(scored: ScoredForm) -> Iterator[Outcome]:
    """Two results above their targets: the one further above lost fewer points.

    ## Why it matters
    Where the rule leaves room, one measure must still hold for the whole form.

    ## What to do
    Choose one way for both rows, and say why in the reason cells.
    """
    rows = tuple(row for row in scored.indicators if _is_open(row, scored.pack))
    for lower in rows:
        higher = next((other for other in rows if _is_unfair(lower, other)), None)
        if higher is not None:
            yield _told(lower, higher)
        elif len(rows) > 1:
            yield passes(lower.item.at)


def _is_open(row: ScoredIndicator, pack: Pack) -> bool:
    """Whether the row lies above its target and its score is not wrong by itself."""
    bounds = bounds_of(row)
    if bounds is None or not row.item.weight or not row.item.ratio:
        return False
    branch = row.item.branch
    if branch in {"over-reason", "over-judged"}:
        return True
    return branch == "over-unsettled" and gap_of(bounds, pack.tolerance.value.points) == 0


def _is_unfair(lower: ScoredIndicator, other: ScoredIndicator) -> bool:
    """Whether ``other`` is at least as far above its target and lost a smaller share."""
    (part, whole), (other_part, other_whole) = (
        lower.item.ratio or (0, 1),
        other.item.ratio or (0, 1),
    )
    further = other_part * whole >= part * other_whole
    points, weight = lower.item.printed or 0, lower.item.weight or 1
    other_points, other_weight = other.item.printed or 0, other.item.weight or 1
    return further and other_points * weight > points * other_weight


def _told(lower: ScoredIndicator, higher: ScoredIndicator) -> Outcome:
    rows = (lower, higher)
    scores = tuple(row.item.at for row in rows)
    first, second = (
        f"{format_points(row.item.printed or 0)}/{format_points(row.item.weight or 0)}"
        for row in rows
    )
    return fails(
        *scores,
        printed=first,
        name=lower.row.name,
        rate=_rate(lower),
        other=higher.row.name,
        other_rate=_rate(higher),
        other_score=second,
    )


def _rate(row: ScoredIndicator) -> str:
    return percent_words(Fraction(*row.item.ratio)) if row.item.ratio else ""
