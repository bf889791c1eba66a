"""Points of what should be at most its target."""

from jiheng.scoring import branches as b
from jiheng.scoring import rules as kinds
from jiheng.scoring.kernels.parts import Points, ratio_points
from jiheng.scoring.kernels.upward import below_zero, zero_target
from jiheng.scoring.rules import Rules


def negative(actual: int, target: int, weight: int, strict: int, rules: Rules) -> Points:
    """Points of an indicator that should be at most its target.

    Args:
        actual: what it came to.
        target: the ceiling, same unit.
        weight: points at stake, in 1/100 point.
        strict: 1 where the ceiling itself is not allowed (<).
        rules: the pack's numbers.

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）注3: A / B × 该指标分值.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> negative(125, 100, 1000, 0, rules_of(load_pack("guyuan-2024")))
        (800, 800, 10)
    """
    if target == 0:
        return zero_target(actual <= 0, weight, rules)
    if actual > target and target < 0 and rules.negative == kinds.ZERO:
        return 0, 0, b.BELOW_ZERO_MISSED
    if actual < 0 or target < 0:
        return below_zero(actual <= target, weight, b.KEPT)
    if actual < target or (actual == target and not strict):
        return weight, weight, b.KEPT
    if actual == target:
        # A/B and 1−(B−A)/A both give the whole weight here; only "exceeded → 0" is in doubt.
        low = 0 if rules.negative == kinds.ZERO else weight
        return low, weight, b.AT_LIMIT if low < weight else b.KEPT
    return exceeded(actual, target, weight, rules)


def exceeded(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of a ceiling that was passed."""
    if rules.negative == kinds.ZERO:
        return 0, 0, b.EXCEEDED_ZERO
    if rules.negative == kinds.EXCESS:
        points = ratio_points(max(2 * target - actual, 0), target, weight, rules)
        return points, points, b.EXCESS
    points = ratio_points(target, actual, weight, rules)
    return points, points, b.INVERSE
