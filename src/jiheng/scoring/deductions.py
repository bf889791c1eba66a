"""Points that a form takes off by hand, in a column of their own."""

from msgspec.structs import replace

from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.messages import say
from jiheng.scoring.figures import points_range
from jiheng.scoring.scored import ScoredItem

_ROUNDED = 10
"""A score that was rounded to tenths is less than this off, in 1/100 point."""


def deducted(item: ScoredItem, printed: str | None, language: str) -> ScoredItem:
    """Return a scored item less the deduction that its row prints, down to 0.

    A deduction is taken from what the rule gives. Where the weight less the deduction is such a
    score itself, or one rounded to tenths, the column may also tell all that was lost.

    Args:
        item: the score by the rule.
        printed: the cell 扣减分数; some write it with a minus.
        language: of the calculation.
    """
    taken = abs(parse_points(printed) or 0)
    if not taken or item.low is None or item.high is None or item.weight is None:
        return item
    low, high = max(item.low - taken, 0), max(item.high - taken, 0)
    left = item.weight - taken
    if item.low - _ROUNDED <= left <= item.high + _ROUNDED:
        high = min(max(left, item.low), item.high)
    values = {"taken": format_points(taken), "range": points_range(low, high, language)}
    return replace(
        item,
        low=low,
        high=high,
        ruled=(item.low, item.high),
        arithmetic=item.arithmetic + say("arithmetic.deducted", language, **values),
    )
