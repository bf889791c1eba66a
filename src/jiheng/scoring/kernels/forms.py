"""Points of whole forms, row after row, from columns of whole numbers.

A column is anything with places from 0 on: a list, or an array where the code is compiled.
"""

from collections.abc import MutableSequence, Sequence
from typing import NamedTuple

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

Column = Sequence[int]


class Readings(NamedTuple):
    """What rows say, one place a reading; see ``kernels.reading``."""

    asked: Column
    first: Column
    second: Column
    third: Column
    fourth: Column


class Rows(NamedTuple):
    """The scored rows of all forms, one after another.

    Attributes:
        begin: place of the row's first reading; one more place at the end.
        weight: 1/100 point, or BLANK.
        printed: 1 where a score is printed.
        is_cost: 1 where it stands under a heading of costs.
        taken: the deduction that the row prints, 1/100 point.
    """

    begin: Column
    weight: Column
    printed: Column
    is_cost: Column
    taken: Column


class Budgets(NamedTuple):
    """The scored money line of each form.

    Attributes:
        weight: 1/100 point; BLANK where there is none, or no money block.
        printed: 1 where a score is printed.
        is_known: 1 where executed and budget are numbers of one measure.
        executed: over ``budget`` it is the rate; lowest terms where that matters not.
        budget: by the pack's own base.
    """

    weight: Column
    printed: Column
    is_known: Column
    executed: Column
    budget: Column


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


def row_points(row: int, rows: Rows, readings: Readings, rules: Rules) -> Points:
    """Points of one row; (0, 0, UNSCORED) where it has no weight."""
    weight = rows.weight[row]
    if weight < 0:
        return 0, 0, b.UNSCORED
    begin = rows.begin[row]
    points = _reading(begin, weight, readings, rules)
    for at in range(begin + 1, rows.begin[row + 1]):
        points = either(points, _reading(at, weight, readings, rules))
    low, high, branch = points
    if rows.is_cost[row]:
        low, high, _ = cost_limited(low, high, rules)
    low, high = deducted_points(low, high, weight, rows.taken[row])
    return low, high, branch


def _reading(at: int, weight: int, readings: Readings, rules: Rules) -> Points:
    return reading(
        readings.asked[at],
        readings.first[at],
        readings.second[at],
        readings.third[at],
        readings.fourth[at],
        weight,
        rules,
    )


def budget_points(form: int, budgets: Budgets, rules: Rules) -> Points:
    """Points of a form's budget execution; (0, 0, UNSCORED) where it has no weight."""
    weight = budgets.weight[form]
    if weight < 0:
        return 0, 0, b.UNSCORED
    if not budgets.is_known[form]:
        return 0, weight, b.BLANK_MONEY
    return execution(budgets.executed[form], budgets.budget[form], weight, rules)


def form_points(
    form: int, begin: Column, budgets: Budgets, rows: Rows, readings: Readings, rules: Rules
) -> tuple[int, int]:
    """Lowest and highest total of a form; UNKNOWN where a printed score cannot be recomputed.

    Args:
        form: its place.
        begin: place of each form's first row; one more place at the end.
        budgets: the money lines of all forms.
        rows: the rows of all forms.
        readings: what all rows say.
        rules: the pack's numbers.
    """
    low, high, branch = budget_points(form, budgets, rules)
    scored = branch != b.UNSCORED
    if not scored and budgets.printed[form]:
        return UNKNOWN, UNKNOWN
    for row in range(begin[form], begin[form + 1]):
        least, most, branch = row_points(row, rows, readings, rules)
        if branch != b.UNSCORED:
            scored = True
            low += least
            high += most
        elif rows.printed[row]:
            return UNKNOWN, UNKNOWN
    if not scored:
        return UNKNOWN, UNKNOWN
    executed = budgets.executed[form] if budgets.is_known[form] else 0
    budget = budgets.budget[form] if budgets.is_known[form] else 0
    low, high, _ = total(low, high, executed, budget, rules)
    return low, high


def score_forms(
    first: int,
    last: int,
    begin: Column,
    budgets: Budgets,
    rows: Rows,
    readings: Readings,
    rules: Rules,
    lows: MutableSequence[int],
    highs: MutableSequence[int],
) -> None:
    """Write lowest and highest total of each form from ``first`` to before ``last``."""
    for form in range(first, last):
        low, high = form_points(form, begin, budgets, rows, readings, rules)
        lows[form] = low
        highs[form] = high
