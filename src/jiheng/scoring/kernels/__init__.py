"""Points as plain integer functions: ``(low, high, branch)``, no objects, no text.

Weights and points are in 1/100 point. Actuals and targets are in one unit, whatever it is, since
only their ratio counts. Shares and ratios are in 1/10,000. Where a rule leaves room, low < high.

The functions are written in the part of Python that also compiles; compiled integers hold 63 bits,
so a caller who compiles them asks ``fits_compiled`` first. Plain integers are exact at any size.
"""

from itertools import chain

from jiheng.scoring.kernels.downward import exceeded, negative
from jiheng.scoring.kernels.forms import (
    budget_points,
    deducted_points,
    row_points,
    score_forms,
)
from jiheng.scoring.kernels.money import (
    banded,
    cost_limited,
    execution,
    total,
    zero_budget_points,
)
from jiheng.scoring.kernels.otherwise import date, deviated, equal, over_cost, satisfaction
from jiheng.scoring.kernels.parts import (
    Points,
    band_share,
    ratio_points,
    rounded,
    share_points,
    tier,
)
from jiheng.scoring.kernels.rows import compared, either, reading
from jiheng.scoring.kernels.upward import (
    below_zero,
    over_completed,
    over_points,
    passed,
    positive,
    zero_target,
)
from jiheng.scoring.rules import Rules

__all__ = [
    "FORM_KERNELS",
    "KERNELS",
    "Points",
    "band_share",
    "cost_limited",
    "date",
    "deducted_points",
    "either",
    "equal",
    "exceeded",
    "execution",
    "fits_compiled",
    "negative",
    "positive",
    "ratio_points",
    "reading",
    "rounded",
    "satisfaction",
    "score_forms",
    "share_points",
    "tier",
    "total",
    "zero_target",
]

LIMIT = 2**63
_LARGEST_RULE = 2**31
"""Two numbers of a pack below this have a product that fits."""

KERNELS = (
    rounded,
    share_points,
    ratio_points,
    band_share,
    tier,
    zero_target,
    below_zero,
    zero_budget_points,
    passed,
    exceeded,
    deviated,
    over_points,
    over_completed,
    over_cost,
    banded,
    execution,
    positive,
    negative,
    equal,
    satisfaction,
    date,
    compared,
    reading,
    either,
    total,
    cost_limited,
    deducted_points,
)
"""Every kernel of a row, callees before their callers."""

FORM_KERNELS = (row_points, budget_points, score_forms)
"""Those that go through columns of rows and forms, after ``KERNELS``."""


def fits_compiled(actual: int, target: int, weight: int, rules: Rules) -> bool:
    """Whether no product of this row leaves 63 bits, so that compiled code is exact."""
    largest, times = compiled_bounds(weight, rules)
    compared = abs(actual), abs(target)
    return max(*compared, 1) <= largest and max(compared) // max(min(compared), 1) <= times


def compiled_bounds(weight: int, rules: Rules) -> tuple[int, int]:
    """Return up to where no product of a row leaves 63 bits.

    Args:
        weight: the largest of the rows, in 1/100 point.
        rules: a pack's numbers.

    Returns:
        The largest amount, and how many times the smaller of two amounts the larger may be. Where
        the first is 0, nothing fits.
    """
    bands = (*rules.execution_bands, *rules.satisfaction_bands, *rules.tiers)
    shares = (rules.over_low, rules.over_high, rules.over_amount, *chain(*bands))
    factor = max(weight, rules.rate_scale, 10_000, *shares, *(below for below, _ in rules.ceilings))
    limits = (rules.cost_limit, *(most for _, most in rules.ceilings))
    if factor >= _LARGEST_RULE or max(limits) >= LIMIT:
        return 0, 0
    # A rate that was rounded first is multiplied by the weight: it may be far above 1.
    times = (LIMIT - 1) // (8 * max(rules.rate_scale * weight, 1) * rules.pass_whole) - 1
    return (LIMIT - 1) // (8 * factor * rules.pass_whole), times
