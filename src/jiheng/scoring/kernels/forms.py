"""Points of whole forms, row after row, from columns of whole numbers.

A column is anything with places from 0 on: a list, or an array where the code is compiled.
"""

from collections.abc import MutableSequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from jiheng.scoring import branches as b
from jiheng.scoring.kernels.money import cost_limited, execution, total
from jiheng.scoring.kernels.parts import Points
from jiheng.scoring.kernels.rows import either, reading
from jiheng.scoring.rules import Rules

BLANK = -1
"""A weight, a score or an amount that the form does not give, or that is no number."""
UNKNOWN = -1
"""A total that cannot be said."""
_ROUNDED = 10
"""A score that was rounded to tenths is less than this off, in 1/100 point."""


class Column(Protocol):
    """Whole numbers by their places."""

    def __getitem__(self, place: int, /) -> int: ...


Kept_co = TypeVar("Kept_co", covariant=True)
"""What is kept of each column: its numbers, or their type."""


class Readings(NamedTuple, Generic[Kept_co]):
    """What the rows of all forms say, one place a reading, one form after another.

    Attributes:
        asked: this and the next four are as in ``kernels.reading``.
        more: 1 where this is another reading of the row before.
        weight: of the row, 1/100 point, or BLANK.
        printed: 1 where the row prints a score.
        is_cost: 1 where it stands under a heading of costs.
        taken: the deduction that it prints, 1/100 point.
    """

    asked: Kept_co
    first: Kept_co
    second: Kept_co
    third: Kept_co
    fourth: Kept_co
    more: Kept_co
    weight: Kept_co
    printed: Kept_co
    is_cost: Kept_co
    taken: Kept_co


class Budgets(NamedTuple, Generic[Kept_co]):
    """The scored money line of each form.

    Attributes:
        weight: 1/100 point; BLANK where there is none, or no money block.
        printed: 1 where a score is printed.
        is_known: 1 where executed and budget are numbers of one measure.
        executed: over ``budget`` it is the rate; lowest terms where that matters not.
        budget: by the pack's own base.
    """

    weight: Kept_co
    printed: Kept_co
    is_known: Kept_co
    executed: Kept_co
    budget: Kept_co


def deducted_points(low: int, high: int, weight: int, taken: int) -> tuple[int, int]:
    """Lowest and highest points less a deduction that the row prints, down to 0.

    A deduction is taken from what the rule gives. Where the weight less the deduction is such a
    score itself, or one rounded to tenths, the column may also tell all that was lost.

    Example:
        >>> deducted_points(1000, 1000, 1000, 200), deducted_points(800, 800, 1000, 200)
        ((800, 800), (600, 800))
    """
    if taken == 0:
        return low, high
    left = weight - taken
    most = max(high - taken, 0)
    if low - _ROUNDED <= left <= high + _ROUNDED:
        most = min(max(left, low), high)
    return max(low - taken, 0), most


def row_points(points: Points, weight: int, is_cost: int, taken: int, rules: Rules) -> Points:
    """Points of a row whose readings make these points; (0, 0, UNSCORED) without a weight."""
    if weight < 0:
        return 0, 0, b.UNSCORED
    low, high, branch = points
    if is_cost:
        low, high, _ = cost_limited(low, high, rules)
    low, high = deducted_points(low, high, weight, taken)
    return low, high, branch


def budget_points(weight: int, is_known: int, executed: int, budget: int, rules: Rules) -> Points:
    """Points of a form's budget execution; (0, 0, UNSCORED) where it has no weight."""
    if weight < 0:
        return 0, 0, b.UNSCORED
    if not is_known:
        return 0, weight, b.BLANK_MONEY
    return execution(executed, budget, weight, rules)


def score_forms(
    begin: Column,
    budgets: Budgets[Column],
    readings: Readings[Column],
    rules: Rules,
    lows: MutableSequence[int],
    highs: MutableSequence[int],
) -> None:
    """Write each form's lowest and highest total, in 1/100 point, to ``lows`` and ``highs``.

    It is UNKNOWN where a printed score cannot be recomputed, and where nothing is scored. The rows
    of a form are those from its place in ``begin`` to the next form's.
    """
    # Compiled, a tuple of columns costs more to hand on than a row costs to score.
    asked, first, second, third, fourth, more, weights, printed, is_cost, taken = readings
    money_weights, money_printed, is_known, executed, budget = budgets
    for form in range(len(lows)):
        known = is_known[form]
        rate = executed[form] * known, budget[form] * known
        low, high, branch = budget_points(money_weights[form], known, rate[0], rate[1], rules)
        scored = int(branch != b.UNSCORED)
        lost = money_printed[form] * (1 - scored)
        at, end = begin[form], begin[form + 1]
        while at < end:
            row, weight = at, weights[at]
            points = reading(asked[at], first[at], second[at], third[at], fourth[at], weight, rules)
            at += 1
            while at < end and more[at]:
                points = either(
                    points,
                    reading(asked[at], first[at], second[at], third[at], fourth[at], weight, rules),
                )
                at += 1
            least, most, branch = row_points(points, weight, is_cost[row], taken[row], rules)
            low, high = low + least, high + most
            counts = int(branch != b.UNSCORED)
            scored, lost = scored + counts, lost + printed[row] * (1 - counts)
        low, high, _ = total(low, high, rate[0], rate[1], rules)
        is_said = scored > 0 and lost == 0
        lows[form], highs[form] = (low, high) if is_said else (UNKNOWN, UNKNOWN)
