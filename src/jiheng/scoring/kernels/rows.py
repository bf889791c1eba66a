"""Points of one reading of an indicator: whole numbers, and the kernel that they ask for."""

from jiheng.scoring import branches as b
from jiheng.scoring.kernels.downward import negative
from jiheng.scoring.kernels.otherwise import date, equal, satisfaction
from jiheng.scoring.kernels.parts import Points, tier
from jiheng.scoring.kernels.upward import positive, zero_target
from jiheng.scoring.rules import Rules

OPEN, WHOLE, TIER, POSITIVE, NEGATIVE, EQUAL, SATISFACTION, NOT_ABOVE_ZERO, DATE = range(9)
"""What a reading asks for."""


def reading(
    asked: int, first: int, second: int, third: int, fourth: int, weight: int, rules: Rules
) -> Points:
    """Points of one reading of an indicator.

    Args:
        asked: OPEN or WHOLE (first: the branch), TIER (first: its code), DATE (earliest and latest
            day, first and last day due), or a comparison of first (actual) and second (target).
        first: as said.
        second: as said.
        third: NEGATIVE: 1 where the ceiling itself is not allowed; EQUAL: 1 for costs;
            SATISFACTION: what 100 % is, 0 where the value is not a rate.
        fourth: of a date only.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> reading(POSITIVE, 380, 400, 0, 0, 1000, rules_of(load_pack("guyuan-2024")))
        (950, 950, 1)
    """
    if asked == OPEN:
        return 0, weight, first
    if asked == WHOLE:
        return weight, weight, first
    if asked == TIER:
        return tier(first, weight, rules)
    if asked == DATE:
        return date(first, second, third, fourth, weight, rules)
    return compared(asked, first, second, third, weight, rules)


def compared(asked: int, actual: int, target: int, third: int, weight: int, rules: Rules) -> Points:
    """Points of two numbers; see ``reading``."""
    if asked == NEGATIVE:
        return negative(actual, target, weight, third, rules)
    if asked == SATISFACTION:
        return satisfaction(actual, target, third, weight, rules)
    if asked == EQUAL:
        return equal(actual, target, weight, third, rules)
    if asked == NOT_ABOVE_ZERO:
        # 0 is not above 0, and there is no ratio that would give the weight all the same.
        return zero_target(False, weight, rules)
    return positive(actual, target, weight, rules)


def either(points: Points, other: Points) -> Points:
    """Points where it is open which of two readings is meant."""
    if points[0] == other[0] and points[1] == other[1]:
        return points
    return min(points[0], other[0]), max(points[1], other[1]), b.TWO_READINGS
