"""The rules of one pack as a peer would write them: expressions over columns, not a loop over rows.

The same expressions are Polars' and a spreadsheet's; see ``Dialect``. They cover packs that round
once to 1/100 point, without bands, pass thresholds, ceilings or limits.
"""

from typing import Any, Protocol, TypeAlias

from jiheng.scoring import rules as kinds
from jiheng.scoring.kernels import rows
from jiheng.scoring.kernels.forms import Budgets, Readings
from jiheng.scoring.rules import NO_LIMIT, Rules

Column: TypeAlias = Any
"""A column that knows ``+ - * //``, comparisons, ``& |``."""
Interval = tuple[Column, Column]


class Dialect(Protocol):
    """What a peer spells its own way."""

    def where(self, asked: Column, yes: Column, no: Column) -> Column:
        """Return one value or another, place by place."""
        ...

    def least(self, one: Column, other: Column) -> Column:
        """Return the smaller."""
        ...

    def most(self, one: Column, other: Column) -> Column:
        """Return the larger."""
        ...

    def kept(self, value: Column) -> Column:
        """Return a value that is used more than once."""
        ...

    def after(self, value: Column) -> Column:
        """Return the value of the next place."""
        ...


def is_covered(rules: Rules) -> bool:
    """Whether these are the rules of such a pack."""
    return (
        (rules.step, rules.truncate, rules.rate_scale, rules.capped) == (1, 0, 0, 1)
        and (rules.execution, rules.equal, rules.satisfaction, rules.pass_part) == (0, 0, 0, 0)
        and (rules.negative, rules.over_action) == (kinds.ZERO, kinds.DEDUCT_SHARE)
        and (rules.zero_target, rules.zero_budget) == (kinds.MET_OR_ZERO, 0)
        and rules.over_low != rules.over_high
        and all(is_included for _, _, is_included, _ in rules.tiers)
        and rules.cost_limit == NO_LIMIT
        and all(most == NO_LIMIT for _, most in rules.ceilings)
    )


class Scoring:
    """The points of rows and of money lines in a dialect.

    Args:
        dialect: of the peer.
        rules: of a pack that is covered.
    """

    def __init__(self, dialect: Dialect, rules: Rules) -> None:
        self._say, self._rules = dialect, rules

    def row(self, row: Readings) -> Interval:
        """Return lowest and highest points at the first reading of each row, 0 at the others."""
        say, weight = self._say, row.weight
        found = self._reading(row)
        low, high = say.kept(found[0]), say.kept(found[1])
        # A row has two readings at most.
        is_open = say.after(row.more) == 1
        low = say.kept(say.where(is_open, say.least(low, say.after(low)), low))
        high = say.kept(say.where(is_open, say.most(high, say.after(high)), high))
        low, high = self._deducted(low, high, weight, row.taken)
        is_scored = (row.more == 0) & (weight >= 0)
        return say.where(is_scored, low, 0), say.where(is_scored, high, 0)

    def counts(self, weight: Column, printed: Column, more: Column = 0) -> Interval:
        """Return 1 where there are points, and 1 where points are printed that nobody can say."""
        say = self._say
        first = say.where(more == 0, 1, 0)
        return say.where(weight >= 0, first, 0), say.where(weight >= 0, 0, first * printed)

    def money(self, money: Budgets) -> Interval:
        """Return lowest and highest points of the execution rate."""
        say, weight = self._say, money.weight
        executed, budget = money.executed, money.budget
        is_rate = (money.is_known == 1) & (budget > 0) & (executed >= 0)
        points = say.kept(
            say.where(executed >= budget, weight, self._ratio(executed, budget, weight))
        )
        low = say.where(is_rate, points, 0)
        high = say.where(is_rate, points, weight)
        return say.where(weight >= 0, low, 0), say.where(weight >= 0, high, 0)

    def _reading(self, row: Readings) -> Interval:
        say, asked, weight = self._say, row.asked, row.weight
        upward = self._upward(row)
        downward = self._downward(row)
        tiered = self._tiered(row.first, weight)
        dated = self._dated(row)
        whole = weight, weight
        found: Interval = 0, weight
        for kind, points in (
            (rows.WHOLE, whole),
            (rows.TIER, tiered),
            (rows.NEGATIVE, downward),
            (rows.DATE, dated),
            (rows.NOT_ABOVE_ZERO, (0, 0)),
        ):
            found = tuple(
                say.where(asked == kind, one, other)
                for one, other in zip(points, found, strict=True)
            )
        is_upward = (asked == rows.POSITIVE) | (asked == rows.EQUAL) | (asked == rows.SATISFACTION)
        return (
            say.where(is_upward, upward[0], found[0]),
            say.where(is_upward, upward[1], found[1]),
        )

    def _upward(self, row: Readings) -> Interval:
        """Return points of at least, of equal, and of a satisfaction."""
        say, actual, target, weight = self._say, row.first, row.second, row.weight
        over = self._over(actual, target, weight)
        ratio = say.kept(self._ratio(actual, target, weight))
        is_cost = (row.asked == rows.EQUAL) & (row.third == 1) & (actual > target)
        is_met_zero = say.where(row.asked == rows.EQUAL, actual <= 0, actual >= 0)
        at_zero = say.where(is_met_zero, weight, 0)
        below = say.where(actual >= target, weight, 0)
        low = say.where(actual >= target, say.where(is_cost, 0, over[0]), ratio)
        high = say.where(actual >= target, over[1], ratio)
        low = say.where(actual < 0, 0, low)
        high = say.where(actual < 0, 0, high)
        low = say.where(target < 0, below, low)
        high = say.where(target < 0, weight, high)
        return say.where(target == 0, at_zero, low), say.where(target == 0, at_zero, high)

    def _over(self, actual: Column, target: Column, weight: Column) -> Interval:
        say, rules = self._say, self._rules
        ratio = say.kept(self._ratio(actual, target, 10_000))
        less = say.kept((2 * weight * (10_000 - rules.over_amount) + 10_000) // 20_000)
        return (
            say.where(ratio <= rules.over_low, weight, less),
            say.where(ratio >= rules.over_high, less, weight),
        )

    def _downward(self, row: Readings) -> Interval:
        say, actual, target, weight = self._say, row.first, row.second, row.weight
        at_zero = say.where(actual <= 0, weight, 0)
        is_kept = (actual < target) | ((actual == target) & (row.third == 0))
        low = say.where(is_kept, weight, 0)
        high = say.where(actual <= target, weight, 0)
        # Of numbers below 0 only kept or not can be seen.
        is_negative = (actual < 0) | (target < 0)
        low = say.where(is_negative, say.where(actual <= target, weight, 0), low)
        high = say.where(is_negative, say.where((actual > target) & (target < 0), 0, weight), high)
        return say.where(target == 0, at_zero, low), say.where(target == 0, at_zero, high)

    def _dated(self, row: Readings) -> Interval:
        say, weight = self._say, row.weight
        is_reached = row.second <= row.third
        is_late = row.first > row.fourth
        late = self._tier(1, weight)[1]
        low = say.where(is_reached, weight, 0)
        return low, say.where(is_reached, weight, say.where(is_late, late, weight))

    def _tiered(self, code: Column, weight: Column) -> Interval:
        say = self._say
        met, partly, unmet = (self._tier(place, weight) for place in range(len(self._rules.tiers)))
        low, high = (
            say.where(code == 0, one, say.where(code == 1, two, three))
            for one, two, three in zip(met, partly, unmet, strict=True)
        )
        return low, high

    def _tier(self, code: int, weight: Column) -> Interval:
        say = self._say
        lowest, highest, _, is_included = self._rules.tiers[code]
        low = say.least((weight * lowest + 9_999) // 10_000, weight)
        if is_included:
            return low, say.most(low, (2 * weight * highest + 10_000) // 20_000)
        return low, say.most(low, (weight * highest + 9_999) // 10_000 - 1)

    def _ratio(self, part: Column, whole: Column, weight: Column) -> Column:
        # Where the whole is not above 0, this is not what is taken.
        safe = self._say.most(whole, 1)
        return (2 * part * weight + safe) // (2 * safe)

    def _deducted(self, low: Column, high: Column, weight: Column, taken: Column) -> Interval:
        say = self._say
        left = say.kept(weight - taken)
        fewest = say.most(low - taken, 0)
        most = say.most(high - taken, 0)
        is_all_lost = (low - 10 <= left) & (left <= high + 10)
        most = say.where(is_all_lost, say.least(say.most(left, low), high), most)
        return say.where(taken == 0, low, fewest), say.where(taken == 0, high, most)
