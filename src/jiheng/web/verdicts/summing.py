"""What given scores come to: exact, or from lowest to highest while rows are open."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.scoring.scored import ScoredForm, ScoredItem


class Standing(Struct, frozen=True, kw_only=True):
    """How far a form is scored.

    Attributes:
        low, high: the total in 1/100 point; None where no row has a score.
        open_points: weight of the rows that have none yet, in 1/100 point.
        scored, pending, left: rows with a score, 待定, not looked at.
    """

    low: int | None
    high: int | None
    open_points: int
    scored: int
    pending: int
    left: int

    @property
    def is_begun(self) -> bool:
        """Whether any row was scored or put off."""
        return self.scored + self.pending > 0

    @property
    def is_settled(self) -> bool:
        """Whether every row has its score."""
        return not self.pending and not self.left


def judged_items(scored: ScoredForm) -> tuple[ScoredItem, ...]:
    """Return the rows that have points to give: those with a weight or a score."""
    return tuple(
        item for item in scored.items if item.weight is not None or item.printed is not None
    )


def most_of(item: ScoredItem) -> int:
    """Return the most that a row can be given, in 1/100 point."""
    return item.weight if item.weight is not None else max(item.printed or 0, 0)


def standing_of(scored: ScoredForm, given: Mapping[str, int | None]) -> Standing:
    """Return what the given scores come to.

    Args:
        scored: the form under its rules, whose ceiling holds for the reviewed total too.
        given: path of a score's cell → score in 1/100 point, or None for 待定; a row that is not
            in it has not been looked at.
    """
    items = judged_items(scored)
    known = sum(given.get(item.at) or 0 for item in items)
    lacking = tuple(item for item in items if given.get(item.at) is None)
    open_points = sum(most_of(item) for item in lacking)
    scored_rows, pending = len(items) - len(lacking), sum(item.at in given for item in lacking)
    is_begun = bool(scored_rows or pending)
    return Standing(
        low=_under_ceiling(known, scored) if is_begun else None,
        high=_under_ceiling(known + open_points, scored) if is_begun else None,
        open_points=open_points,
        scored=scored_rows,
        pending=pending,
        left=len(lacking) - pending,
    )


def _under_ceiling(points: int, scored: ScoredForm) -> int:
    # 执行率低于规定的，总分有上限：复核也不越过它。
    most = None if scored.capped is None else scored.capped.most
    return points if most is None else min(points, most)
