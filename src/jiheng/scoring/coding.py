"""What an indicator says, as the whole numbers that a kernel takes: no rule pack is asked."""

from typing import NamedTuple

from jiheng.model.quantity import Operator
from jiheng.quantities import amounts, due_days
from jiheng.scoring import branches
from jiheng.scoring.kernels import rows
from jiheng.scoring.rules import TIERS
from jiheng.scoring.scored import ItemKind
from jiheng.scoring.understanding import Understood

_EMPTY = frozenset({"blank", "placeholder"})
_DAYS = frozenset({"date", "period"})


class Coded(NamedTuple):
    """One reading of an indicator, in the order of ``kernels.reading``'s arguments."""

    asked: int
    first: int
    second: int = 0
    third: int = 0
    fourth: int = 0

    @property
    def compared(self) -> tuple[int, int] | None:
        """Actual and target as whole numbers in one unit, where they are numbers."""
        is_pair = rows.POSITIVE <= self.asked <= rows.NOT_ABOVE_ZERO
        return (self.first, self.second) if is_pair else None


def coded(understood: Understood, year: int | None) -> tuple[Coded, ...]:
    """Return every reading of an indicator, the likeliest first.

    Args:
        understood: its values.
        year: the form's year, for dates printed without one.
    """
    return tuple(_one(each, year) for each in understood.readings)


def item_kind(understood: Understood, reading: Coded) -> ItemKind:
    """Return which rule family a reading belongs to."""
    if reading.asked == rows.TIER:
        return "qualitative"
    if reading.asked == rows.DATE or reading[:2] == (rows.WHOLE, branches.DATE_REACHED):
        return "date"
    return _kind(understood)


def _one(understood: Understood, year: int | None) -> Coded:
    target, actual = understood.target, understood.actual
    if actual.kind in _EMPTY:
        return Coded(rows.OPEN, branches.BLANK_ACTUAL)
    if actual.kind == "tier" and actual.tier is not None:
        return Coded(rows.TIER, TIERS.index(actual.tier))
    if target.kind in _EMPTY:
        return Coded(rows.OPEN, branches.BLANK_TARGET)
    if target.is_number and actual.is_number:
        return _numbers(understood)
    return _by_kind(understood, year)


def _by_kind(understood: Understood, year: int | None) -> Coded:
    """Code what is not two numbers: the same words before anything else."""
    target, actual = understood.target, understood.actual
    if understood.repeats_target:
        return _same(understood)
    if target.kind in _DAYS and actual.kind in _DAYS:
        found = due_days(actual, target, year)
        return Coded(rows.OPEN, branches.UNDECIDED) if found is None else Coded(rows.DATE, *found)
    if target.kind == "range" and actual.is_number:
        return _range(understood)
    return Coded(rows.OPEN, branches.UNDECIDED)


def _same(understood: Understood) -> Coded:
    """The actual repeats the target: what it says was reached, how well is for people to say."""
    kind = understood.target.kind
    if kind in _DAYS:
        return Coded(rows.WHOLE, branches.DATE_REACHED)
    if kind == "range":
        return Coded(rows.WHOLE, branches.IN_RANGE)
    return Coded(rows.TIER, 0)


def _range(understood: Understood) -> Coded:
    """Inside the range is reached; no rule that was read says what lies outside is worth."""
    target, actual = understood.target, understood.actual
    compared = amounts(actual, target)
    if compared is None or target.upper is None:
        return Coded(rows.OPEN, branches.UNDECIDED)
    value, lowest = compared
    if lowest <= value <= target.upper * actual.over:
        return Coded(rows.WHOLE, branches.IN_RANGE)
    return Coded(rows.OPEN, branches.OUT_OF_RANGE)


def _numbers(understood: Understood) -> Coded:
    compared = amounts(understood.actual, understood.target)
    if compared is None or understood.direction is None or understood.is_apart:
        return Coded(rows.OPEN, branches.UNDECIDED)
    actual, target = compared
    direction = understood.direction
    if direction in {"le", "lt"}:
        # A system that prints ≤ and < for both columns prints "<3小时" for what was reached.
        strict = int(direction == "lt" and understood.actual.op != "lt")
        return Coded(rows.NEGATIVE, actual, target, strict)
    if direction == "gt" and actual == target == 0:
        return Coded(rows.NOT_ABOVE_ZERO, actual, target)
    if understood.is_satisfaction:
        return Coded(rows.SATISFACTION, actual, target, hundred_percent(understood))
    if direction in {"eq", "approx"}:
        return Coded(rows.EQUAL, actual, target, int(understood.is_cost))
    return Coded(rows.POSITIVE, actual, target)


def hundred_percent(understood: Understood) -> int:
    """Return 100 % in the unit in which both values are compared; 0 where they are no rates."""
    target, actual = understood.target, understood.actual
    return 10_000 * target.over * actual.over if actual.dimension == "ratio" else 0


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
