"""Numbers in Chinese numerals, read by writing them in digits."""

import re

from msgspec.structs import replace

from jiheng.model.quantity import Quantity
from jiheng.quantities import operators
from jiheng.quantities.comparison import compared
from jiheng.quantities.numerals import ARABIC, CHINESE, chinese
from jiheng.quantities.units import match
from jiheng.rulebook import words

_SHARE = re.compile(r"(?P<of>[百千])分之(?P<number>.+)")
_SHARE_UNIT = {"百": "%", "千": "‰"}


def spoken(raw: str, text: str) -> Quantity | None:
    """Return a number in Chinese numerals with its unit, or None.

    Numerals inside words are no numbers: 一次性, 一体化. 零 before a thing that should not
    happen is 0: 零投诉.

    Example:
        >>> spoken("三次", "三次").amount, spoken("百分之九十五", "百分之九十五").amount
        (30000, 9500)
        >>> spoken("零投诉", "零投诉").amount, spoken("一次性发放", "一次性发放") is None
        (0, True)
    """
    found = _SHARE.search(text) or CHINESE.search(text)
    if found is None or operators.before(text[: found.start()])[0]:
        return None
    written = _in_digits(text[found.start() :])
    if written is None:
        return None
    value = compared(raw, text[: found.start()] + written)
    return None if value is None else replace(value, normalised=text)


def _in_digits(text: str) -> str | None:
    """Return 三次以上 as 3次以上; None when the numeral is part of a word."""
    share = _SHARE.fullmatch(text)
    if share is not None:
        return _share(share["number"], _SHARE_UNIT[share["of"]])
    if text.startswith("零") and text[1:].startswith(words.directions().negative):
        return f"0{text[1:]}"
    found = CHINESE.match(text)
    value = chinese(found.group()) if found is not None else None
    if found is None or value is None:
        return None
    unit = match(text, found.end())
    if unit is None or not _is_closed(text, unit.end):
        return None
    return f"{value}{text[found.end() :]}"


def _share(number: str, unit: str) -> str | None:
    """Return 九十五以上 of 百分之九十五以上 as 95%以上."""
    digits = ARABIC.match(number)
    if digits is not None:
        return f"{digits.group()}{unit}{number[digits.end() :]}"
    found = CHINESE.match(number)
    value = chinese(found.group()) if found is not None else None
    if found is None or value is None or not _is_closed(number, found.end()):
        return None
    return f"{value}{unit}{number[found.end() :]}"


def _is_closed(text: str, end: int) -> bool:
    """Say whether nothing but an operator and what is to be done follows."""
    return end == len(text) or operators.after(text, end)[1] is not None
