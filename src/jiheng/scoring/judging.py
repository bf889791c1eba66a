"""What the rules give an indicator: still without words."""

from functools import reduce
from math import gcd
from typing import NamedTuple

from jiheng.scoring import branches, kernels
from jiheng.scoring.branches import BRANCH_NAMES
from jiheng.scoring.coding import coded, item_kind
from jiheng.scoring.kernels import Points
from jiheng.scoring.rules import Rules
from jiheng.scoring.scored import ItemKind
from jiheng.scoring.understanding import Understood


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
        return Judgement("unscored", None, None, BRANCH_NAMES[branches.UNSCORED])
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
    readings = coded(understood, year)
    first = readings[0]
    points: Points = reduce(
        kernels.either, (kernels.reading(*each, weight, rules) for each in readings)
    )
    low, high, branch = points
    kind = item_kind(understood.readings[0], first)
    if branch == branches.TWO_READINGS:
        return Judgement(kind, low, high, BRANCH_NAMES[branch])
    ratio = None if first.compared is None else lowest_terms(*first.compared)
    return Judgement(kind, low, high, BRANCH_NAMES[branch], first.compared, ratio)


def lowest_terms(part: int, whole: int) -> tuple[int, int] | None:
    """Return a ratio as a reduced fraction, or None over zero."""
    if whole == 0:
        return None
    common = gcd(part, whole)
    sign = -1 if whole < 0 else 1
    return sign * part // common, sign * whole // common
