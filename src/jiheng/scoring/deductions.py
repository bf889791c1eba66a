"""Points that a form takes off by hand, in a column of their own."""

from msgspec.structs import replace

from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.messages import say
from jiheng.scoring import kernels
from jiheng.scoring.figures import points_range
from jiheng.scoring.scored import ScoredItem


def deducted(item: ScoredItem, printed: str | None, language: str) -> ScoredItem:
    """Return a scored item less the deduction that its row prints, down to 0.

    Args:
        item: the score by the rule.
        printed: the cell 扣减分数; some write it with a minus.
        language: of the calculation.
    """
    taken = abs(parse_points(printed) or 0)
    if not taken or item.low is None or item.high is None or item.weight is None:
        return item
    low, high = kernels.deducted_points(item.low, item.high, item.weight, taken)
    values = {"taken": format_points(taken), "range": points_range(low, high, language)}
    return replace(
        item,
        low=low,
        high=high,
        ruled=(item.low, item.high),
        arithmetic=item.arithmetic + say("arithmetic.deducted", language, **values),
    )
