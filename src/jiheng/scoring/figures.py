"""Numbers as one writes them on paper: exact where they end, else to a stated place."""

from functools import lru_cache

from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.rulebook.messages import say

_PLACES = 6
_CUT = 2
"""Length of one decimal and the percent sign."""


@lru_cache(maxsize=16_384)
def decimal_text(part: int, whole: int, places: int) -> str:
    """Return ``part / whole`` as a decimal, rounded half up to at most so many places.

    Example:
        >>> decimal_text(1, 8, 6), decimal_text(2, 3, 2), decimal_text(-5, 2, 2)
        ('0.125', '0.67', '-2.5')
    """
    scale = 10**places
    number = (2 * abs(part) * scale + whole) // (2 * whole)
    head, rest = divmod(number, scale)
    sign = "-" if part < 0 and number else ""
    tail = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{head}.{tail}" if tail else f"{sign}{head}"


def percent_text(part: int, whole: int) -> str:
    """Return a ratio as a percent with at most two decimals.

    Example:
        >>> percent_text(346947, 260572), percent_text(1, 1)
        ('133.15%', '100%')
    """
    return f"{decimal_text(part * 100, whole, 2)}%"


def share_text(share: int) -> str:
    """Return a share in 1/10,000 as a percent: 8000 → 80%."""
    return percent_text(share, PER_UNIT)


def is_even_percent(part: int, whole: int) -> bool:
    """Whether two decimals of a percent show the ratio exactly."""
    return part * PER_UNIT % whole == 0


def about(exact: tuple[int, int], shown: tuple[int, int]) -> str:
    """Return the sign before a ratio's percent: ≈ where its text looks exact and is not.

    Two decimals show by themselves that more were cut off; 100% of 99.999% would not.

    Args:
        exact: the ratio.
        shown: the ratio that is written, after rounding where the rate is rounded first.

    Example:
        >>> about((99_999, 100_000), (99_999, 100_000)), about((2, 3), (2, 3))
        ('≈', '=')
    """
    is_cut = len(percent_text(*shown).partition(".")[2]) > _CUT
    is_exact = exact[0] * shown[1] == shown[0] * exact[1] and is_even_percent(*shown)
    return "=" if is_cut or is_exact else "≈"


def quantity_text(quantity: Quantity, with_unit: bool) -> str:
    """Return a number in the unit in which it was printed; a percent always keeps its sign."""
    if quantity.amount is None:
        return quantity.raw
    part = quantity.amount * quantity.scale[1]
    whole = quantity.over * PER_UNIT * quantity.scale[0]
    number = decimal_text(part, whole, _PLACES)
    unit = quantity.unit or ""
    return f"{number}{unit}" if with_unit or quantity.dimension == "ratio" else number


def points_range(low: int, high: int, language: str) -> str:
    """Return an interval of points: 8 至 10."""
    if low == high:
        return format_points(low)
    ends = {"low": format_points(low), "high": format_points(high)}
    return say("arithmetic.range", language, **ends)
