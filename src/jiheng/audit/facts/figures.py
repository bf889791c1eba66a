"""Money and other numbers of a form as exact fractions, and how they are worded."""

import re
from fractions import Fraction

from jiheng.model.quantity import PER_UNIT, Quantity

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.(\d+))?")


def value_of(quantity: Quantity | None) -> Fraction | None:
    """Return a number in base units (yuan, people, 1 for 100 %), or None when it is none."""
    if quantity is None or quantity.amount is None or quantity.kind != "number":
        return None
    return Fraction(quantity.amount, quantity.over * PER_UNIT)


def yuan_of(quantity: Quantity | None) -> Fraction | None:
    """Return an amount of money in yuan; None for a unit price or anything else."""
    if quantity is None or quantity.dimension != "money":
        return None
    return value_of(quantity)


def half_last_digit(quantity: Quantity) -> Fraction:
    """Return half of the last printed digit in base units: what rounding can have hidden.

    1746万元 stands for anything within half of 1万元, 6.84万元 within 50元.
    """
    found = _NUMBER.search(quantity.normalised or quantity.raw)
    places = len(found.group(1) or "") if found else 0
    return Fraction(quantity.scale[0], 2 * quantity.scale[1] * 10**places)


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers are the same as far as their printed digits tell.

    The coarser of the two says how far: 1746万元 agrees with 17461600元, 1000万元 does not.
    """
    one, other = value_of(left), value_of(right)
    if one is None or other is None:
        return False
    return abs(one - other) <= max(half_last_digit(left), half_last_digit(right))


def money_words(yuan: Fraction) -> str:
    """Return an amount as people say it, exact to 1 yuan from 1万元 on, to 1 fen below.

    Example:
        >>> money_words(Fraction(17461600)), money_words(Fraction(75))
        ('1746.16万元', '75元')
    """
    if abs(yuan) >= PER_UNIT:
        return f"{decimal_words(yuan / PER_UNIT, 4)}万元"
    return f"{decimal_words(yuan, 2)}元"


def decimal_words(number: Fraction, places: int) -> str:
    """Return a number rounded half up to so many decimals, without idle zeros.

    Example:
        >>> decimal_words(Fraction(2010, 100), 2), decimal_words(Fraction(-1, 3), 2)
        ('20.1', '-0.33')
    """
    unit = 10**places
    scaled = (2 * abs(number.numerator) * unit + number.denominator) // (2 * number.denominator)
    whole, rest = divmod(scaled, unit)
    decimals = str(rest).zfill(places).rstrip("0") if places else ""
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def percent_words(share: Fraction) -> str:
    """Return a share as a percentage of two decimals at most.

    Example:
        >>> percent_words(Fraction(174616, 868700))
        '20.1%'
    """
    return f"{decimal_words(share * 100, 2)}%"
