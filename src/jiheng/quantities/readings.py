"""In which unit two values of a row are meant, where one of them prints none."""

from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.quantities.parsing import in_unit
from jiheng.quantities.units import resolve
from jiheng.quantities.wording import says_none

_SCALES = "十百千万亿"
_NUMBERS = frozenset({"number", "range"})
_TENTH, _TEN = Fraction(1, 10), 10

# A bare number up to 1 beside a rate is a share (0.95 beside ≥90%), unless the rate is so low
# that a percent without its sign is as likely (0.5 beside ≤1%).
_LOW_RATE, _HIGH_RATE = Fraction(2, 100), Fraction(20, 100)
_NEAR = (Fraction(1, 2), 2)
_FAR = 3


class Pair(NamedTuple):
    """Both values of a row, under one reading."""

    actual: Quantity
    target: Quantity


def readings(actual: Quantity, target: Quantity, *, is_rate: bool = False) -> tuple[Pair, ...]:
    """Return both values as they are meant, once for each reading that is possible.

    A bare number is meant in the other's unit. Beside a rate it is a percent or a share of 1;
    beside 万人 it may be plain persons. Where only one of the two is near the other value it is
    that one. 未发生 beside a target of 0 is 0, and 30分 beside a duration are minutes.

    Args:
        actual: what was reached.
        target: what was to be reached.
        is_rate: the row's name speaks of a rate, for values that both lack a unit.

    Example:
        >>> from jiheng.quantities import parse
        >>> [pair.actual.unit for pair in readings(parse("35000"), parse("≥3万人"))]
        ['人']
        >>> [pair.actual.amount for pair in readings(parse("0.2"), parse("≤5%"))]
        [20, 2000]
    """
    actual, target = _minutes(_none(actual, target), target), _minutes(target, actual)
    if _is_bare(actual) and _gives(target):
        return tuple(Pair(read, target) for read in _beside(actual, target))
    if _is_bare(target) and _gives(actual):
        return tuple(Pair(actual, read) for read in _beside(target, actual))
    if is_rate and _is_bare(actual) and _is_bare(target):
        return _bare_rates(actual, target)
    return (Pair(actual, target),)


def _none(actual: Quantity, target: Quantity) -> Quantity:
    """Return 未发生 beside a target of 0 as 0; beside a ceiling too, but 无 may then be a blank."""
    if not target.is_number or actual.is_number or not says_none(actual.normalised):
        return actual
    is_ceiling = target.op in {"le", "lt"} and actual.kind != "blank"
    if target.amount != 0 and not is_ceiling:
        return actual
    return Quantity(
        raw=actual.raw,
        normalised=actual.normalised,
        kind="number",
        amount=0,
        unit=target.unit,
        scale=target.scale,
        dimension=target.dimension,
    )


def _minutes(value: Quantity, other: Quantity) -> Quantity:
    """Return 30分 beside a duration as minutes; elsewhere 分 are points."""
    if value.unit != "分" or other.dimension != "time":
        return value
    return in_unit(replace(value, unit=None, dimension=None), "分钟")


def _is_bare(value: Quantity) -> bool:
    return value.kind in _NUMBERS and value.amount is not None and value.unit is None


def _gives(value: Quantity) -> bool:
    return value.kind in _NUMBERS and value.amount is not None and value.unit is not None


def _beside(bare: Quantity, giver: Quantity) -> tuple[Quantity, ...]:
    unit = giver.unit or ""
    if giver.dimension == "ratio":
        return _rates(bare, giver)
    named = in_unit(bare, unit)
    base = unit.lstrip(_SCALES)
    there, plain = resolve(unit), resolve(base)
    if "scaled" in bare.flags or base == unit or there is None or plain is None:
        return (named,)
    in_named = _size(named) / _size(giver) if giver.amount else Fraction(0)
    in_base = in_named * Fraction(*plain.scale) / Fraction(*there.scale)
    tests = (in_named <= _TEN, in_base >= _TENTH)
    both = (named, in_unit(bare, base))
    return tuple(value for value, holds in zip(both, tests, strict=True) if holds) or both


def _rates(bare: Quantity, giver: Quantity) -> tuple[Quantity, ...]:
    """Return a bare number beside a rate as a percent, as a share, or as both."""
    percent, share = in_unit(bare, giver.unit or ""), _as_share(bare, giver)
    rate, number = _size(giver), _size(bare)
    # Nothing is the same as a percent and as a share.
    if 0 in {rate, number} or percent.scale == (1, 1):
        return (percent,)
    multiple = number / rate
    if rate > _LOW_RATE and _NEAR[0] <= multiple <= _NEAR[1]:
        return (share,)
    if number > 1:
        return (percent,) if multiple > _FAR else (percent, share)
    if rate >= _HIGH_RATE:
        return (share,)
    furthest = _FAR if rate <= _LOW_RATE else _TEN
    return (percent,) if multiple > furthest else (percent, share)


def _bare_rates(actual: Quantity, target: Quantity) -> tuple[Pair, ...]:
    """Return 95 beside ≥0.95, or 0.96 beside ≥95, as a percent beside a share."""
    plain = Pair(actual, target)
    low, high = sorted((actual, target), key=_size)
    share, percent = _size(low), _size(high) / 100
    if share == 0 or share > 1 or percent * 100 <= 1 or percent * 100 <= _NEAR[1] * share:
        return (plain,)
    written = in_unit(high, "%")
    mixed = Pair(*(written if side is high else _as_share(side, written) for side in plain))
    if percent <= _TENTH:
        return (mixed, plain) if high is actual else (plain,)
    return (mixed,) if _TENTH <= percent / share <= _TEN else (mixed, plain)


def _as_share(bare: Quantity, rate: Quantity) -> Quantity:
    """Return 0.95 as 95 %, to be shown as the rate beside it is."""
    return replace(bare, unit=rate.unit, scale=rate.scale, dimension=rate.dimension)


def _size(value: Quantity) -> Fraction:
    return abs(Fraction(value.amount or 0, value.over * PER_UNIT))
