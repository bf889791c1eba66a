"""Points as plain integer functions: ``(low, high, branch)``, no objects, no text.

Weights and points are in 1/100 point. Actuals and targets are in one unit, whatever it is, since
only their ratio counts. Shares and ratios are in 1/10,000. Where a rule leaves room, low < high.

The functions are written in the part of Python that also compiles; compiled integers hold 63 bits,
so a caller who compiles them asks ``fits_compiled`` first. Plain integers are exact at any size.
"""

from jiheng.scoring import branches as b
from jiheng.scoring.rules import Pairs, Rules

Points = tuple[int, int, int]

LIMIT = 2**63


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

    Returns:
        An interval: the rule gives a band, and people choose in it. An end that does not belong
        to the band moves in by the smallest step of a score.
    """
    lowest, highest, lowest_included, highest_included = rules.tiers[code]
    low = rounded(weight * lowest, 10_000, 1, 0)
    high = rounded(weight * highest, 10_000, 1, 0)
    if not lowest_included:
        low += rules.step
    if not highest_included:
        high -= rules.step
    if high < low:
        high = low
    return low, high, b.TIER_MET + code


def execution(executed: int, budget: int, weight: int, rules: Rules) -> Points:
    """Points of the budget execution rate.

    Args:
        executed: money spent.
        budget: the budget that the pack divides by, same unit.
        weight: points at stake, in 1/100 point.

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）得分计算方法: 执行率×该指标分值, 最高不得超过分值上限.
    """
    if budget <= 0 or executed < 0:
        return _zero_budget(executed, budget, weight, rules)
    if rules.execution == 1:
        points = share_points(weight, band_share(executed, budget, rules.execution_bands), rules)
        if rules.done_is_full and executed < budget and points < weight:
            return points, weight, b.EXECUTION_BAND_OR_DONE
        return points, points, b.EXECUTION_BAND
    if rules.capped and executed > budget:
        return weight, weight, b.EXECUTION_CAPPED
    if executed == budget:
        return weight, weight, b.EXECUTION_LINEAR
    points = ratio_points(executed, budget, weight, rules)
    return points, points, b.EXECUTION_LINEAR


def positive(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of an indicator that should be at least its target.

    Args:
        actual: what was done.
        target: what was to be done, same unit.
        weight: points at stake, in 1/100 point.

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）注3: B / A × 该指标分值.
    """
    if target == 0:
        return _zero_target(actual >= 0, weight, rules)
    if actual < 0 or target < 0:
        return _below_zero(actual >= target, weight)
    if actual >= target:
        return _over_completion(actual, target, weight, rules)
    if rules.pass_part:
        return _passed(actual, target, weight, rules)
    points = ratio_points(actual, target, weight, rules)
    return points, points, b.PROPORTIONAL


def negative(actual: int, target: int, weight: int, strict: int, rules: Rules) -> Points:
    """Points of an indicator that should be at most its target.

    Args:
        actual: what it came to.
        target: the ceiling, same unit.
        weight: points at stake, in 1/100 point.
        strict: 1 where the ceiling itself is not allowed (<).

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）注3: A / B × 该指标分值.
    """
    if target == 0:
        return _zero_target(actual <= 0, weight, rules)
    if actual < 0 or target < 0:
        return _below_zero(actual <= target, weight)
    if actual < target or (actual == target and not strict):
        return weight, weight, b.KEPT
    if actual == target:
        # A/B and 1−(B−A)/A both give the whole weight here; only "exceeded → 0" is in doubt.
        if rules.negative == 2:
            return 0, weight, b.AT_LIMIT
        return weight, weight, b.KEPT
    if rules.negative == 0:
        points = ratio_points(target, actual, weight, rules)
        return points, points, b.INVERSE
    if rules.negative == 1:
        left = max(2 * target - actual, 0)
        points = ratio_points(left, target, weight, rules)
        return points, points, b.EXCESS
    return 0, 0, b.EXCEEDED_ZERO


def equal(actual: int, target: int, weight: int, ceiling: int, rules: Rules) -> Points:
    """Points of an indicator whose target is printed with ``=``.

    Args:
        actual: what it came to.
        target: the standard, same unit.
        weight: points at stake, in 1/100 point.
        ceiling: 1 for costs, where more than the target is not better.
    """
    if target > 0 and actual >= 0:
        if rules.equal == 1:
            if actual == target:
                return weight, weight, b.EXACT
            return 0, 0, b.NOT_EXACT
        if rules.equal == 2:
            return _deviation(actual, target, weight, rules)
        if ceiling and actual > target:
            return ratio_points(target, actual, weight, rules), weight, b.EQUAL_OVER_COST
    elif target == 0:
        return _zero_target(actual <= 0, weight, rules)
    return positive(actual, target, weight, rules)


def satisfaction(actual: int, target: int, share: int, weight: int, rules: Rules) -> Points:
    """Points of a satisfaction rate.

    Args:
        actual: the rate that was measured.
        target: the rate that was to be reached, same unit.
        share: what 100 % is in that unit; 0 where the value is not a rate.
        weight: points at stake, in 1/100 point.
    """
    if rules.satisfaction == 1 and share > 0 and actual >= 0:
        points = share_points(weight, band_share(actual, share, rules.satisfaction_bands), rules)
        return points, points, b.SATISFACTION_BAND
    return positive(actual, target, weight, rules)


def date(first: int, last: int, due: int, weight: int, rules: Rules) -> Points:
    """Points of a date against the last day that was promised.

    No rule that was read takes points off by the day. A late project has not 达成 its target, so
    the highest tier is closed; all below it stays open.

    Args:
        first: earliest day that the printed date can mean, as an ordinal.
        last: latest such day.
        due: latest day that the target can mean.
        weight: points at stake, in 1/100 point.
    """
    if last <= due:
        return weight, weight, b.DATE_REACHED
    if first > due:
        return 0, tier(1, weight, rules)[1], b.DATE_LATE
    return 0, weight, b.DATE_OPEN


def _zero_target(met: bool, weight: int, rules: Rules) -> Points:
    if met:
        return weight, weight, b.ZERO_TARGET_MET
    if rules.zero_target == 0:
        return 0, 0, b.ZERO_TARGET_MISSED
    return 0, weight, b.ZERO_TARGET_OPEN


def _below_zero(met: bool, weight: int) -> Points:
    """A ratio of negative numbers says nothing; only reached or not can be seen."""
    if met:
        return weight, weight, b.ATTAINED
    return 0, weight, b.BELOW_ZERO


def _zero_budget(executed: int, budget: int, weight: int, rules: Rules) -> Points:
    if executed != 0 or budget < 0:
        return 0, weight, b.ZERO_BUDGET_SPENT
    if rules.zero_budget == 1:
        return weight, weight, b.ZERO_BUDGET_FULL
    if rules.zero_budget == 2:
        return 0, 0, b.ZERO_BUDGET_ZERO
    return 0, weight, b.ZERO_BUDGET_OPEN


def _passed(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Nothing under the pass threshold, from there in a straight line to the whole weight."""
    above = actual * rules.pass_whole - target * rules.pass_part
    if above < 0:
        return 0, 0, b.UNDER_PASS
    points = ratio_points(above, target * (rules.pass_whole - rules.pass_part), weight, rules)
    return points, points, b.ABOVE_PASS


def _deviation(actual: int, target: int, weight: int, rules: Rules) -> Points:
    if actual == target:
        return weight, weight, b.EXACT
    left = actual if actual < target else max(2 * target - actual, 0)
    points = ratio_points(left, target, weight, rules)
    return points, points, b.DEVIATION


def _over_completion(actual: int, target: int, weight: int, rules: Rules) -> Points:
    """Points of a target that was reached, perhaps by too much."""
    if rules.over_high < 0 or rules.over_action == 0:
        return weight, weight, b.ATTAINED
    low, high, branch = _over_points(weight, rules)
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


def _over_points(weight: int, rules: Rules) -> Points:
    if rules.over_action == 1:
        return weight, weight, b.OVER_REASON
    if rules.over_action == 2:
        points = max(weight - rules.over_amount, 0)
        return points, points, b.OVER_POINTS
    if rules.over_action == 3:
        points = share_points(weight, 10_000 - rules.over_amount, rules)
        return points, points, b.OVER_SHARE
    return 0, weight, b.OVER_JUDGED


KERNELS = (
    rounded,
    share_points,
    ratio_points,
    band_share,
    tier,
    _zero_target,
    _below_zero,
    _zero_budget,
    _passed,
    _deviation,
    _over_points,
    _over_completion,
    execution,
    positive,
    negative,
    equal,
    satisfaction,
    date,
)
"""Every kernel, callees before their callers."""


def fits_compiled(actual: int, target: int, weight: int, rules: Rules) -> bool:
    """Whether no product of this row leaves 63 bits, so that compiled code is exact."""
    largest = max(abs(actual), abs(target), 1)
    factor = max(weight, rules.rate_scale, 10_000)
    return 8 * largest * factor * rules.pass_whole < LIMIT
