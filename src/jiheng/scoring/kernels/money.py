"""Points of the budget execution rate."""

from jiheng.scoring import branches as b
from jiheng.scoring import rules as kinds
from jiheng.scoring.kernels.parts import Points, band_share, ratio_points, share_points
from jiheng.scoring.rules import Rules


def execution(executed: int, budget: int, weight: int, rules: Rules) -> Points:
    """Points of the budget execution rate.

    Args:
        executed: money spent.
        budget: the budget that the pack divides by, same unit.
        weight: points at stake, in 1/100 point.
        rules: the pack's numbers.

    Source:
        固原市本级部门项目支出绩效自评表（2024年度）得分计算方法:
        执行率 × 分值，以分值为限.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> execution(3_000, 4_000, 1000, rules_of(load_pack("guyuan-2024")))
        (750, 750, 22)
    """
    if budget <= 0 or executed < 0:
        return zero_budget_points(executed, budget, weight, rules)
    if rules.execution == kinds.BY_BANDS:
        return banded(executed, budget, weight, rules)
    if rules.capped and executed > budget:
        return weight, weight, b.EXECUTION_CAPPED
    if executed == budget:
        return weight, weight, b.EXECUTION_LINEAR
    points = ratio_points(executed, budget, weight, rules)
    return points, points, b.EXECUTION_LINEAR


def banded(executed: int, budget: int, weight: int, rules: Rules) -> Points:
    """Points of a rate by bands."""
    if rules.done_is_full and executed > budget:
        # Full marks are for spending within the budget, the bands for less than all of it.
        return 0, weight, b.EXECUTION_OVERSPENT
    points = share_points(weight, band_share(executed, budget, rules.execution_bands), rules)
    if rules.done_is_full and executed < budget and points < weight:
        return points, weight, b.EXECUTION_BAND_OR_DONE
    return points, points, b.EXECUTION_BAND


def zero_budget_points(executed: int, budget: int, weight: int, rules: Rules) -> Points:
    """Points where there is no rate."""
    if executed != 0 or budget < 0:
        return 0, weight, b.ZERO_BUDGET_SPENT
    if rules.zero_budget == kinds.BUDGET_FULL:
        return weight, weight, b.ZERO_BUDGET_FULL
    if rules.zero_budget == kinds.BUDGET_ZERO:
        return 0, 0, b.ZERO_BUDGET_ZERO
    return 0, weight, b.ZERO_BUDGET_OPEN


def total(low: int, high: int, executed: int, budget: int, rules: Rules) -> Points:
    """Points of a form's total under the ceilings that the execution rate sets.

    Args:
        low: lowest sum of all scores, in 1/100 point.
        high: highest such sum.
        executed: money spent.
        budget: the budget that the pack divides by, same unit; 0 where there is no rate.
        rules: the pack's numbers.

    Source:
        某市一体化平台自评手册（2022）: 执行率 70%—80% 的总分不高于 89.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> total(9200, 9600, 65, 100, rules_of(load_pack("platform-manual-2022")))
        (7900, 7900, 37)
    """
    least = kinds.NO_LIMIT
    known = budget > 0 and executed >= 0
    for below, most in rules.ceilings:
        if below > 0 and (not known or executed * 10_000 < below * budget):
            least = min(least, most)
    if high <= least:
        return low, high, b.NOT_LIMITED
    if not known:
        return min(low, least), high, b.CEILING_OPEN
    return min(low, least), least, b.CEILING


def cost_limited(low: int, high: int, rules: Rules) -> Points:
    """Points of a cost indicator under the most that it may have.

    Args:
        low: lowest points without the limit, in 1/100 point.
        high: highest such points.
        rules: the pack's numbers.

    Example:
        >>> from jiheng.rulebook.loading import load_pack
        >>> from jiheng.scoring.rules import rules_of
        >>> cost_limited(1000, 1000, rules_of(load_pack("shanxi")))
        (500, 1000, 40)
    """
    if high <= rules.cost_limit:
        return low, high, b.NOT_LIMITED
    if rules.cost_limit_is_sure:
        return min(low, rules.cost_limit), rules.cost_limit, b.COST_LIMIT
    return min(low, rules.cost_limit), high, b.COST_LIMIT_OPEN
