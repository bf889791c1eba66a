"""Durations of several parts: 1小时30分, 2天3小时, 1年6个月."""

import re

from jiheng.quantities.numerals import ARABIC, Fraction, arabic, reduced, times
from jiheng.quantities.units import Unit, match, resolve

_PART = re.compile(rf"[零又]?(?P<number>{ARABIC.pattern})")
_DIMENSIONS = frozenset({"time", "month"})
_MINUTE, _SECOND = "分", "秒"
_HALF: Fraction = (1, 2)
_DECIMALS = 100


def compounded(text: str, value: Fraction, unit: Unit, end: int) -> tuple[Fraction, Unit, int]:
    """Return a duration with the smaller parts that follow it.

    Args:
        text: the normalised text.
        value: the first number.
        unit: its unit.
        end: where the unit ends.

    Returns:
        The whole duration, its unit, and where it ends; what cannot be added is left alone. The
        unit is the first one where two decimals hold the whole, else the smallest.

    Example:
        >>> for text in ("1小时30分", "1小时20分"):
        ...     value, unit, end = compounded(text, (1, 1), resolve("小时"), 3)
        ...     value, unit.text, end
        ((3, 2), '小时', 6)
        ((80, 1), '分钟', 6)
    """
    first = unit
    while (part := _PART.match(text, end)) is not None:
        found = match(text, part.end())
        sizes = None if found is None else _sizes(unit, found.unit, text[part.end() :])
        if found is None or sizes is None:
            break
        larger, unit = sizes
        first = larger if first.text == _MINUTE else first
        ratio = times(larger.scale, (unit.scale[1], unit.scale[0]))
        value = _sum(times(value, ratio), arabic(part["number"]))
        end = found.end
    if unit.dimension in _DIMENSIONS and text.startswith("半", end):
        value, end = _sum(value, _HALF), end + 1
    return (*_readable(value, unit, first), end)


def _readable(value: Fraction, unit: Unit, first: Unit) -> tuple[Fraction, Unit]:
    """Return the duration in its first unit where two decimals hold it there."""
    whole = times(value, times(unit.scale, (first.scale[1], first.scale[0])))
    is_short = unit is not first and _DECIMALS % whole[1] == 0
    return (whole, first) if is_short else (value, unit)


def _sizes(first: Unit, second: Unit, rest: str) -> tuple[Unit, Unit] | None:
    """Return both units when the second is a smaller part of the first; 分 is then a minute."""
    if first.text == _MINUTE and second.text == _SECOND:
        first = resolve("分钟") or first
    if second.text == _MINUTE and first.dimension == "time":
        second = resolve("分钟") or second
    if first.dimension not in _DIMENSIONS or first.dimension != second.dimension:
        return None
    # 20年5月 may be May 2020.
    if second.dimension == "month" and not rest.startswith("个"):
        return None
    larger = first.scale[0] * second.scale[1] > second.scale[0] * first.scale[1]
    return (first, second) if larger else None


def _sum(left: Fraction, right: Fraction) -> Fraction:
    return reduced(left[0] * right[1] + right[0] * left[1], left[1] * right[1])
