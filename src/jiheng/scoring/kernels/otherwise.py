"""Points of exact standards, satisfaction rates and dates."""

from jiheng.scoring import branches as b
from jiheng.scoring import rules as kinds
from jiheng.scoring.kernels.downward import exceeded
from jiheng.scoring.kernels.parts import Points, band_share, ratio_points, share_points, tier
from jiheng.scoring.kernels.upward import over_completed, positive, zero_target
from jiheng.scoring.rules import Rules


def equal(actual: int, target: int, weight: int, ceiling: int, rules: Rules) -> Points:
    """Points of an indicator whose target is printed with ``=``.

    Args:
        actual: what it came to.
        target: the standard, same unit.
        weight: points at stake, in 1/100 point.
        ceiling: 1 for costs, where more than the target is not better.
        rules: the pack's numbers.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> equal(98, 100, 1000, 0, rules_of(load_pack("cn-2020-10")))
        (980, 980, 1)
    """
    if target == 0:
        return zero_target(actual <= 0, weight, rules)
    if rules.equal == kinds.EXACT:
        points = weight if actual == target else 0
        return points, points, b.EXACT if actual == target else b.NOT_EXACT
    if target > 0 and actual >= 0:
        if rules.equal == kinds.DEVIATION:
            return deviated(actual, target, weight, rules)
        if ceiling and actual > target:
            return over_cost(actual, target, weight, rules)
    return positive(actual, target, weight, rules)


def over_cost(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of a cost above its standard: a ceiling that was passed, or a target that was reached.

    Nobody says which it is, so that everything between both readings is open.
    """
    as_ceiling = exceeded(actual, target, weight, rules)[0]
    low, high, _ = over_completed(actual, target, weight, rules)
    return min(as_ceiling, low), max(as_ceiling, high), b.EQUAL_OVER_COST


def deviated(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points that fall with the distance from the standard, on either side."""
    if actual == target:
        return weight, weight, b.EXACT
    left = actual if actual < target else max(2 * target - actual, 0)
    points = ratio_points(left, target, weight, rules)
    return points, points, b.DEVIATION


def satisfaction(actual: int, target: int, share: int, weight: int, rules: Rules) -> Points:
    """Points of a satisfaction rate.

    Args:
        actual: the rate that was measured.
        target: the rate that was to be reached, same unit.
        share: what 100 % is in that unit; 0 where the value is not a rate.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> satisfaction(8500, 9000, 10_000, 1000, rules_of(load_pack("cn-2021-101")))
        (800, 800, 30)
    """
    if rules.satisfaction == kinds.SATISFACTION_BANDS and share > 0 and actual >= 0:
        points = share_points(weight, band_share(actual, share, rules.satisfaction_bands), rules)
        return points, points, b.SATISFACTION_BAND
    return positive(actual, target, weight, rules)


def date(first: int, last: int, due_first: int, due_last: int, weight: int, rules: Rules) -> Points:
    """Points of a date against the last day that was promised.

    No rule that was read takes points off by the day. A late project has not 达成 its target, so
    the highest tier is closed; all below it stays open.

    Args:
        first: earliest day that the printed date can mean, as an ordinal.
        last: latest such day.
        due_first: last day allowed under the strictest reading of the target.
        due_last: last day allowed under the mildest.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> date(738_900, 738_900, 738_886, 738_886, 1000, rules_of(load_pack("cn-2020-10")))
        (0, 799, 32)
    """
    if last <= due_first:
        return weight, weight, b.DATE_REACHED
    if first > due_last:
        return 0, tier(1, weight, rules)[1], b.DATE_LATE
    return 0, weight, b.DATE_OPEN
