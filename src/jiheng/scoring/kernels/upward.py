"""Points of what should be at least its target."""

from jiheng.scoring import branches as b
from jiheng.scoring import rules as kinds
from jiheng.scoring.kernels.parts import Points, ratio_points, rounded, share_points
from jiheng.scoring.rules import Rules


def positive(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of an indicator that should be at least its target.

    Args:
        actual: what was done.
        target: what was to be done, same unit.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）注3: B / A × 该指标分值.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> positive(380, 400, 1000, rules_of(load_pack("guyuan-2024")))
        (950, 950, 1)
    """
    if target == 0:
        return zero_target(actual >= 0, weight, rules)
    if actual < 0 < target:
        # B/A is below 0 here, and no score is.
        return 0, 0, b.BELOW_ZERO_MISSED
    if target < 0:
        return below_zero(actual >= target, weight, b.ATTAINED)
    if actual >= target:
        return over_completed(actual, target, weight, rules)
    if rules.pass_part:
        return passed(actual, target, weight, rules)
    points = ratio_points(actual, target, weight, rules)
    return points, points, b.PROPORTIONAL


def zero_target(met: bool, weight: int, rules: Rules) -> Points:
    """Points where the target is 0, so that there is no ratio."""
    if met:
        return weight, weight, b.ZERO_TARGET_MET
    if rules.zero_target == kinds.MET_OR_ZERO:
        return 0, 0, b.ZERO_TARGET_MISSED
    return 0, weight, b.ZERO_TARGET_OPEN


def below_zero(met: bool, weight: int, branch: int) -> Points:
    """A ratio of negative numbers says nothing; only reached (``branch``) or not can be seen."""
    if met:
        return weight, weight, branch
    return 0, weight, b.BELOW_ZERO


def passed(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Nothing under the pass threshold; from there a straight line from 0, or the ratio itself."""
    above = actual * rules.pass_whole - target * rules.pass_part
    if above < 0:
        return 0, 0, b.UNDER_PASS
    if rules.pass_ratio:
        points = ratio_points(actual, target, weight, rules)
        return points, points, b.PROPORTIONAL
    points = ratio_points(above, target * (rules.pass_whole - rules.pass_part), weight, rules)
    return points, points, b.ABOVE_PASS


def over_completed(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of a target that was reached, perhaps by too much."""
    if rules.over_high < 0 or rules.over_action == 0:
        return weight, weight, b.ATTAINED
    low, high, branch = over_points(weight, rules)
    if rules.over_low == rules.over_high:
        reached = actual * 10_000 >= rules.over_high * target
        return (low, high, branch) if reached else (weight, weight, b.ATTAINED)
    # The two ends were read off forms as percents with two decimals: compare in the same way.
    ratio = rounded(actual * 10_000, target, 1, 0)
    if ratio >= rules.over_high:
        return low, high, branch
    if ratio <= rules.over_low:
        return weight, weight, b.ATTAINED
    return low, weight, b.OVER_UNSETTLED


def over_points(weight: int, rules: Rules) -> Points:
    """Points of a target that was certainly reached by too much."""
    if rules.over_action == kinds.REASON:
        return weight, weight, b.OVER_REASON
    if rules.over_action == kinds.DEDUCT_POINTS:
        points = max(weight - rules.over_amount, 0)
        return points, points, b.OVER_POINTS
    if rules.over_action == kinds.DEDUCT_SHARE:
        points = share_points(weight, 10_000 - rules.over_amount, rules)
        return points, points, b.OVER_SHARE
    return 0, weight, b.OVER_JUDGED
