"""Shares, ratios, bands and tiers of a weight."""

from jiheng.scoring import branches as b
from jiheng.scoring.rules import Pairs, Rules

Points = tuple[int, int, int]
"""Lowest and highest points, in 1/100 point, and the branch."""


def rounded(part: int, whole: int, step: int, truncate: int) -> int:
    """Points ``part / whole`` rounded once to a multiple of ``step``.

    Args:
        part: numerator, 0 or more.
        whole: denominator, above 0.
        step: smallest difference of two scores, in 1/100 point: 1, 10 or 100.
        truncate: 1 to cut off, 0 to round half up.

    Example:
        >>> rounded(1000 * 2, 3, 1, 0), rounded(1000 * 2, 3, 1, 1), rounded(25, 1, 10, 0)
        (667, 666, 30)
    """
    unit = whole * step
    if truncate:
        return part // unit * step
    return (2 * part + unit) // (2 * unit) * step


def share_points(weight: int, share: int, rules: Rules) -> int:
    """Points that a share (in 1/10,000) of the weight makes."""
    return rounded(weight * share, 10_000, rules.step, rules.truncate)


def ratio_points(part: int, whole: int, weight: int, rules: Rules) -> int:
    """Points of ``part / whole × weight``, in the pack's order of rounding.

    Args:
        part: numerator of the rate, 0 or more.
        whole: denominator of the rate, above 0.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Returns:
        Points in 1/100 point, rounded once at the end, or the rate first and then the points.
    """
    if rules.rate_scale:
        rate = rounded(part * rules.rate_scale, whole, 1, rules.truncate)
        return rounded(rate * weight, rules.rate_scale, rules.step, rules.truncate)
    return rounded(part * weight, whole, rules.step, rules.truncate)


def band_share(part: int, whole: int, bands: Pairs) -> int:
    """Share of the weight in the first band whose lower end ``part / whole`` reaches."""
    for at_least, share in bands:
        if part * 10_000 >= at_least * whole:
            return share
    return 0


def tier(code: int, weight: int, rules: Rules) -> Points:
    """Lowest and highest points of one tier of a qualitative indicator.

    Args:
        code: 0 met, 1 partly, 2 unmet.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Returns:
        An interval: the rule gives a band, and people choose in it. An end that is no score, or
        does not belong to the band, moves in to the next score that does.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> tier(0, 1000, rules_of(load_pack("guyuan-2024")))
        (800, 1000, 34)
        >>> tier(1, 1000, rules_of(load_pack("guyuan-2024")))
        (500, 799, 35)
        >>> tier(1, 333, rules_of(load_pack("guyuan-2024")))
        (167, 266, 35)
    """
    lowest, highest, lowest_included, highest_included = rules.tiers[code]
    unit = 10_000 * rules.step
    low = -(-weight * lowest // unit) * rules.step
    if not lowest_included:
        low = (weight * lowest // unit + 1) * rules.step
    high = rounded(weight * highest, 10_000, 1, 0)
    if not highest_included:
        high = -(-weight * highest // unit) * rules.step - rules.step
    low = min(low, weight)
    return low, max(low, high), b.TIER_MET + code
