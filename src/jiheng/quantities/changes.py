"""Values that are changes: 下降5% is no rate of 5 %."""

from typing import Literal

from jiheng.model.quantity import Quantity
from jiheng.quantities.normal import normalise
from jiheng.rulebook import words

Sense = Literal["plain", "fall", "apart"]
"""Compared as they stand; both a fall, where more is better; not to be compared."""


def sense(actual: Quantity, target: Quantity, name: str) -> Sense:
    """Return how two numbers of a row are to be compared.

    Args:
        actual: what was reached.
        target: what was to be reached.
        name: the indicator's name; 事故下降率 says of both that they are falls.

    Example:
        >>> from jiheng.quantities import parse
        >>> sense(parse("下降8%"), parse("下降5%"), "事故率")
        'fall'
        >>> sense(parse("下降5%"), parse("≥5%"), "游客增长率")
        'apart'
    """
    if not (actual.is_number and target.is_number):
        return "plain"
    listed, plain = words.qualitative(), normalise(name)
    name_falls = any(word in plain for word in listed.fall)
    if not _is_change(actual) and not _is_change(target):
        # -6% beside 下降率 ≥5% may be a rise, or a fall that was written as one.
        return "apart" if name_falls and _signs_differ(actual, target) else "plain"
    falls = [_falls(value, name_falls=name_falls) for value in (actual, target)]
    if any(falls):
        return "fall" if all(falls) else "apart"
    is_named = _is_change(target) or any(word in plain for word in listed.rise)
    return "plain" if is_named else "apart"


def _signs_differ(actual: Quantity, target: Quantity) -> bool:
    return (actual.amount or 0) < 0 < (target.amount or 0)


def _is_change(value: Quantity) -> bool:
    return "change" in value.flags


def _falls(value: Quantity, *, name_falls: bool) -> bool:
    return "decrease" in value.flags or (name_falls and not _is_change(value))
