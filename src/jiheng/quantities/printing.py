"""Amounts as people write them."""

from jiheng.model.quantity import PER_UNIT
from jiheng.quantities.normal import normalise
from jiheng.quantities.numerals import Fraction, reduced, times
from jiheng.quantities.units import resolve

_MOST_PLACES = 8
_PLACES_OF_ENDLESS = 4


def format_amount(amount: int, over: int = 1, unit: str | None = None) -> str:
    """Return an amount in the unit, with the unit behind it.

    Args:
        amount: in 1/10,000 of the base unit.
        over: the amount's denominator.
        unit: how to print it; None prints a bare number of base units.

    Returns:
        All decimals where eight are enough, else four, rounded half up.

    Raises:
        ValueError: the unit is not known.

    Example:
        >>> format_amount(684000000, unit="万元"), format_amount(135, unit="%")
        ('6.84万元', '1.35%')
        >>> format_amount(10000, 3), format_amount(-25000, unit="元/人·月")
        ('0.3333', '-2.5元/人·月')
    """
    value = reduced(amount, over * PER_UNIT)
    if unit is None:
        return decimal(value)
    there = resolve(normalise(unit))
    if there is None:
        raise ValueError(f"no such unit of measure: {unit}")
    return f"{decimal(times(value, (there.scale[1], there.scale[0])))}{there.text}"


def decimal(value: Fraction) -> str:
    """Return a fraction in decimals without trailing zeros.

    Example:
        >>> decimal((5, 4)), decimal((2, 3)), decimal((-7, 1))
        ('1.25', '0.6667', '-7')
    """
    top, bottom = abs(value[0]), value[1]
    places = next(
        (places for places in range(_MOST_PLACES + 1) if top * 10**places % bottom == 0),
        _PLACES_OF_ENDLESS,
    )
    scaled = (2 * top * 10**places + bottom) // (2 * bottom)
    whole, rest = divmod(scaled, 10**places)
    sign = "-" if value[0] < 0 and scaled else ""
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
