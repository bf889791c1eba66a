"""Money and other numbers of a form as exact fractions, and how they are worded."""

import re
from fractions import Fraction

from jiheng.model.decimals import decimal_words
from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.rulebook.phrases import Phrase, Sum, phrase

_MONEY = {
    "元": "yuan",
    "千元": "thousand-yuan",
    "万元": "ten-thousand-yuan",
    "亿元": "hundred-million-yuan",
    "": "unknown-yuan",
}
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


def money_words(yuan: Fraction) -> Phrase:
    """Return an amount as people say it, exact to 1 yuan from 1万元 on, to 1 fen below.

    Example:
        >>> from jiheng.rulebook.messages import worded
        >>> worded(money_words(Fraction(17461600))), worded(money_words(Fraction(75)))
        ('1746.16万元', '75元')
        >>> worded(money_words(Fraction(17461600)), "en")
        '17,461,600 yuan'
    """
    is_large = abs(yuan) >= PER_UNIT
    return money_of(_rounded(yuan, 1 if is_large else 100), "万元" if is_large else "元")


def _rounded(number: Fraction, parts: int) -> Fraction:
    """Return a number rounded half up, away from 0, to so many parts of one."""
    whole = (abs(number) * parts * 2 + 1) // 2
    return Fraction(whole if number >= 0 else -whole, parts)


def money_of(yuan: Fraction, unit: str | None) -> Phrase:
    """Return an amount with a unit of money; as it is where nobody knows the unit."""
    if unit and unit not in _MONEY:
        return phrase("words.other-money", amount=Sum(yuan=yuan), unit=unit)
    return phrase(f"words.{_MONEY[unit or '']}", amount=Sum(yuan=yuan))


def percent_points(share: Fraction) -> Phrase:
    """Return a difference of two shares."""
    return phrase("words.percent-points", number=decimal_words(share * 100, 2))


def percent_words(share: Fraction) -> str:
    """Return a share as a percentage of two decimals at most.

    Example:
        >>> percent_words(Fraction(174616, 868700))
        '20.1%'
    """
    return f"{decimal_words(share * 100, 2)}%"
