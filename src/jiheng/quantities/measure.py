"""A number with its scale word and unit, and its amount in base units."""

import re

from msgspec import Struct

from jiheng.model.quantity import PER_UNIT
from jiheng.quantities.durations import compounded
from jiheng.quantities.numerals import Fraction, arabic, times
from jiheng.quantities.units import Unit, factor_of, match

_SCALED = re.compile(r"(?P<scale>[十百千万亿]*)(?P<more>[余多]?)(?P<rest>[万亿]*)")


class Measured(Struct, frozen=True, kw_only=True):
    """A number with its unit, and where in the text it begins and ends."""

    start: int
    value: Fraction
    unit: Unit | None
    end: int
    flags: tuple[str, ...] = ()


def measured(text: str, start: int, end: int) -> Measured:
    """Return the number that stands at ``start:end``, with scale word and unit behind it.

    Example:
        >>> measured("142万人", 0, 3).value, measured("142万人", 0, 3).unit.text
        ((142, 1), '万人')
        >>> measured("2万余元", 0, 1).flags
        ('scaled', 'and-more')
    """
    value = arabic(text[start:end])
    found = match(text, end)
    if found is not None:
        flags = ("scaled",) if found.unit.is_scaled else ()
        value, unit, end = compounded(text, value, found.unit, found.end)
        return Measured(start=start, value=value, unit=unit, end=end, flags=flags)
    scaled = _SCALED.match(text, end)
    if scaled is None or not scaled.group():
        return Measured(start=start, value=value, unit=None, end=end)
    scale = scaled["scale"] + scaled["rest"]
    flags = (("scaled",) if scale else ()) + (("and-more",) if scaled["more"] else ())
    found = match(text, scaled.end())
    if found is None:
        value = times(value, (factor_of(scale), 1))
        return Measured(start=start, value=value, unit=None, end=scaled.end(), flags=flags)
    unit = Unit(
        text=scale + found.unit.text,
        scale=times(found.unit.scale, (factor_of(scale), 1)),
        dimension=found.unit.dimension,
        is_scaled=True,
    )
    return Measured(start=start, value=value, unit=unit, end=found.end, flags=flags)


def amount_of(value: Fraction, unit: Unit | None) -> Fraction:
    """Return the value in 1/10,000 of the base unit, as amount and its denominator.

    Example:
        >>> from jiheng.quantities.units import resolve
        >>> amount_of((342, 50), resolve("万元")), amount_of((1, 3), None)
        ((684000000, 1), (10000, 3))
    """
    scale = (1, 1) if unit is None else unit.scale
    return times(times(value, scale), (PER_UNIT, 1))
