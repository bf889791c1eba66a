"""Which kernel an indicator goes to, and what it says: still without words."""

from math import gcd
from typing import NamedTuple

from jiheng.model.quantity import Operator
from jiheng.quantities import amounts, due_days
from jiheng.scoring import branches, kernels
from jiheng.scoring.branches import BRANCH_NAMES
from jiheng.scoring.kernels import Points
from jiheng.scoring.rules import TIERS, Rules
from jiheng.scoring.scored import ItemKind
from jiheng.scoring.understanding import Understood

_EMPTY = frozenset({"blank", "placeholder"})
_DAYS = frozenset({"date", "period"})


class Judgement(NamedTuple):
    """What the rule gives, before it is worded.

    Attributes:
        compared: actual and target as whole numbers in one unit, where they are numbers.
        base: what stood before a limit was put on it.
    """

    kind: ItemKind
    low: int | None
    high: int | None
    branch: str
    compared: tuple[int, int] | None = None
    ratio: tuple[int, int] | None = None
    base: "Judgement | None" = None


def judge(understood: Understood, weight: int | None, year: int | None, rules: Rules) -> Judgement:
    """Return the points of one indicator.

    Args:
        understood: its values.
        weight: points at stake, in 1/100 point; None when the form gives none.
        year: the form's year, for dates printed without one.
        rules: the pack's numbers.
    """
    if weight is None or weight < 0:
        return Judgement("unscored", None, None, branches.UNSCORED)
    found = _of_readings(understood, weight, year, rules)
    return _limited(found, rules) if understood.is_cost_row else found


def _limited(found: Judgement, rules: Rules) -> Judgement:
    """Put the pack's limit for cost indicators on what the rule gave."""
    if found.low is None or found.high is None:
        return found
    low, high, branch = kernels.cost_limited(found.low, found.high, rules)
    if branch == branches.NOT_LIMITED:
        return found
    return found._replace(low=low, high=high, branch=BRANCH_NAMES[branch], base=found)


def _of_readings(understood: Understood, weight: int, year: int | None, rules: Rules) -> Judgement:
    """Judge every reading of the values; where they differ, all of it is open."""
    first, *others = (_one(each, weight, year, rules) for each in understood.readings)
    ends = {(each.low, each.high) for each in (first, *others)}
    if len(ends) == 1:
        return first
    low = min(each.low or 0 for each in (first, *others))
    high = max(each.high or 0 for each in (first, *others))
    return Judgement(first.kind, low, high, branches.TWO_READINGS)


def _one(understood: Understood, weight: int, year: int | None, rules: Rules) -> Judgement:
    """Judge one reading of the values."""
    target, actual = understood.target, understood.actual
    if actual.kind in _EMPTY:
        return _open(understood, weight, branches.BLANK_ACTUAL)
    if actual.kind == "tier" and actual.tier is not None:
        return _coded("qualitative", kernels.tier(TIERS.index(actual.tier), weight, rules))
    if target.kind in _EMPTY:
        return _open(understood, weight, branches.BLANK_TARGET)
    if target.is_number and actual.is_number:
        return _numbers(understood, weight, rules)
    return _by_kind(understood, weight, year, rules)


def _by_kind(understood: Understood, weight: int, year: int | None, rules: Rules) -> Judgement:
    """Judge what is not two numbers: the same words before anything else."""
    target, actual = understood.target, understood.actual
    if understood.repeats_target:
        return _same(understood, weight, rules)
    if target.kind in _DAYS and actual.kind in _DAYS:
        return _dates(understood, weight, year, rules)
    if target.kind == "range" and actual.is_number:
        return _range(understood, weight)
    return _open(understood, weight, branches.UNDECIDED)


def _coded(
    kind: ItemKind,
    points: Points,
    compared: tuple[int, int] | None = None,
    fraction: tuple[int, int] | None = None,
) -> Judgement:
    low, high, branch = points
    return Judgement(kind, low, high, BRANCH_NAMES[branch], compared, fraction)


def _open(understood: Understood, weight: int, branch: str) -> Judgement:
    """Nothing can be said: anything from 0 to the weight."""
    return Judgement(_kind(understood), 0, weight, branch)


def _kind(understood: Understood) -> ItemKind:
    target = understood.target
    if understood.is_satisfaction:
        return "satisfaction"
    if target.is_number or target.kind == "range":
        return _numeric_kind(understood.direction)
    return "date" if target.kind in _DAYS else "qualitative"


def _numeric_kind(direction: Operator | None) -> ItemKind:
    if direction in {"le", "lt"}:
        return "negative"
    return "equal" if direction in {"eq", "approx"} else "positive"


def _numbers(understood: Understood, weight: int, rules: Rules) -> Judgement:
    target, actual = understood.target, understood.actual
    compared = amounts(actual, target)
    if compared is None or understood.direction is None or understood.is_apart:
        return _open(understood, weight, branches.UNDECIDED)
    points = _numeric_points(understood, compared, weight, rules)
    return _coded(_kind(understood), points, compared, lowest_terms(*compared))


def lowest_terms(part: int, whole: int) -> tuple[int, int] | None:
    """Return a ratio as a reduced fraction, or None over zero."""
    if whole == 0:
        return None
    common = gcd(part, whole)
    sign = -1 if whole < 0 else 1
    return sign * part // common, sign * whole // common


def _numeric_points(
    understood: Understood, compared: tuple[int, int], weight: int, rules: Rules
) -> Points:
    actual, target = compared
    direction = understood.direction
    if direction in {"le", "lt"}:
        # A system that prints ≤ and < for both columns prints "<3小时" for what was reached.
        strict = int(direction == "lt" and understood.actual.op != "lt")
        return kernels.negative(actual, target, weight, strict, rules)
    if direction == "gt" and actual == target == 0:
        # 0 is not above 0, and there is no ratio that would give the weight all the same.
        return kernels.zero_target(False, weight, rules)
    if understood.is_satisfaction:
        whole = hundred_percent(understood)
        return kernels.satisfaction(actual, target, whole, weight, rules)
    if direction in {"eq", "approx"}:
        return kernels.equal(actual, target, weight, int(understood.is_cost), rules)
    return kernels.positive(actual, target, weight, rules)


def hundred_percent(understood: Understood) -> int:
    """Return 100 % in the unit in which both values are compared; 0 where they are no rates."""
    target, actual = understood.target, understood.actual
    return 10_000 * target.over * actual.over if actual.dimension == "ratio" else 0


def _range(understood: Understood, weight: int) -> Judgement:
    """Inside the range is reached; no rule that was read says what lies outside is worth."""
    target, actual = understood.target, understood.actual
    compared = amounts(actual, target)
    if compared is None or target.upper is None:
        return _open(understood, weight, branches.UNDECIDED)
    value, lowest = compared
    if lowest <= value <= target.upper * actual.over:
        return Judgement(_kind(understood), weight, weight, branches.IN_RANGE)
    return Judgement(_kind(understood), 0, weight, branches.OUT_OF_RANGE)


def _dates(understood: Understood, weight: int, year: int | None, rules: Rules) -> Judgement:
    found = due_days(understood.actual, understood.target, year)
    if found is None:
        return _open(understood, weight, branches.UNDECIDED)
    return _coded("date", kernels.date(*found, weight, rules))


def _same(understood: Understood, weight: int, rules: Rules) -> Judgement:
    """The actual repeats the target: what it says was reached, how well is for people to say."""
    kind = understood.target.kind
    if kind in _DAYS:
        return _coded("date", (weight, weight, branches.DATE_REACHED))
    if kind == "range":
        return Judgement(_kind(understood), weight, weight, branches.IN_RANGE)
    return _coded("qualitative", kernels.tier(0, weight, rules))
