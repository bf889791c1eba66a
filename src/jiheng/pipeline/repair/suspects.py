"""Scores that may be mistyped where a sum is not what its form says."""

from jiheng.audit.cells import money_cell
from jiheng.audit.facts.totals import execution_on_a_lower_line
from jiheng.model.points import parse_points
from jiheng.scoring.scored import ScoredForm, ScoredItem


def suspects(scored: ScoredForm, gap: int) -> tuple[str, ...]:
    """Return the scores that are wrong by just a gap: with it, each would be as its rule has it.

    Args:
        scored: the form.
        gap: what the sum of the scores lacks, 1/100 point; negative where it has too much.
    """
    if not gap:
        return ()
    tolerance = scored.pack.tolerance.value.points
    mistyped = tuple(
        item.at
        for item in scored.items
        if item.printed is not None
        and not _fits(item, item.printed, tolerance)
        and _fits(item, item.printed + gap, tolerance)
    )
    return (*mistyped, *_counted_twice(scored, gap))


def _fits(item: ScoredItem, points: int, tolerance: int) -> bool:
    """Whether the rule, or at least the weight, allows so many points."""
    low = 0 if item.low is None else item.low
    high = item.weight if item.high is None else item.high
    return high is not None and low - tolerance <= points <= high + tolerance


def _counted_twice(scored: ScoredForm, gap: int) -> tuple[str, ...]:
    """Return the scores of money lines that are no part of the sum, but may be in the total."""
    counted = {item.at for item in scored.items} | set(execution_on_a_lower_line(scored))
    lines = enumerate(scored.form.funds.lines)
    scores = {money_cell(index, "score"): parse_points(line.score) for index, line in lines}
    return tuple(at for at, points in scores.items() if points == gap and at not in counted)
