"""Numbers as people write them, as exact fractions of integers."""

import re
from math import gcd

Fraction = tuple[int, int]
"""Numerator and denominator, the latter above 0, without a common divisor."""

ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
"""A number without sign; groups of three may be parted by commas."""

_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGITS["两"] = 2
_SMALL = {"十": 10, "百": 100, "千": 1000}
_WAN, _YI = 10_000, 100_000_000

CHINESE = re.compile(rf"[{''.join(_DIGITS)}{''.join(_SMALL)}万亿]+")


def reduced(numerator: int, denominator: int) -> Fraction:
    """Return the fraction without common divisor and with the sign above.

    Example:
        >>> reduced(10, -4)
        (-5, 2)
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    divisor = gcd(numerator, denominator)
    return (numerator // divisor, denominator // divisor)


def times(left: Fraction, right: Fraction) -> Fraction:
    """Return the product, reduced.

    Example:
        >>> times((1, 2), (2, 3))
        (1, 3)
    """
    return reduced(left[0] * right[0], left[1] * right[1])


def arabic(text: str) -> Fraction:
    """Return the value of a string that ``ARABIC`` matches.

    Example:
        >>> arabic("1,234.50"), arabic("90"), arabic(".5")
        ((2469, 2), (90, 1), (1, 2))
    """
    whole, _, decimals = text.replace(",", "").partition(".")
    return reduced(int(f"{whole}{decimals}"), 10 ** len(decimals))


def chinese(text: str) -> int | None:
    """Return the value of Chinese numerals, or None when they are no well-formed number.

    Both the spoken form and digits one by one are read, the latter only for years.

    Example:
        >>> chinese("三百五十"), chinese("二〇二四"), chinese("一万两千"), chinese("万")
        (350, 2024, 12000, None)
    """
    if all(sign in _DIGITS for sign in text):
        return _digit_by_digit(text)
    total = section = 0
    digit: int | None = None
    for sign in text:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[sign]
            digit = None
        else:
            section += digit or 0
            if not section and (sign == "万" or not total):
                return None
            # 亿 takes all before it (一万亿), 万 only what follows the 亿 (一亿零五百万).
            total = (total + section) * _YI if sign == "亿" else total + section * _WAN
            section, digit = 0, None
    return total + section + (digit or 0)


def _digit_by_digit(text: str) -> int | None:
    if len(text) not in {1, 4}:
        return None
    value = 0
    for sign in text:
        value = value * 10 + _DIGITS[sign]
    return value
