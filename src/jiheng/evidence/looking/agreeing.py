"""Whether what a paper says and what the form says are the same, as exactly as the form says it."""

import re
from fractions import Fraction

from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.quantities import amounts, parse

_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def agrees(actual: Quantity, found: str, unit: str | None) -> bool | None:
    """Return whether a number of a paper bears a form's value out; None where that cannot be said.

    A value with ≥ or ≤ is borne out by any number on its side; any other value by a number that is
    the same when it is rounded as the form rounds.

    Example:
        >>> agrees(parse("34.69万人"), "346947", "人"), agrees(parse("≥95%"), "94", "%")
        (True, False)
        >>> agrees(parse("98.08%"), "98.07692308", "%"), agrees(parse("20套"), "20", "人")
        (True, None)
    """
    shown = parse(f"{found}{unit or ''}")
    pair = amounts(shown, actual)
    if pair is None or not actual.is_number:
        return None
    over = shown.over * actual.over * PER_UNIT
    apart = Fraction(pair[0] - pair[1], over)
    slack = _half_step(actual)
    match actual.op:
        case "ge" | "gt":
            return apart >= -slack
        case "le" | "lt":
            return apart <= slack
        case _:
            return abs(apart) <= slack


def _half_step(actual: Quantity) -> Fraction:
    """Half of one in the last printed digit, in base units."""
    found = _DECIMALS.search(actual.normalised)
    places = len(found[1] or "") if found else 0
    return Fraction(actual.scale[0], 2 * actual.scale[1] * 10**places)


def is_by(actual: Quantity, day: str, year: int | None) -> bool | None:
    """Return whether a day, as 2023-10-05, lies no later than a form's date, if it has one."""
    last = actual.last
    if last is None or (last.startswith("--") and year is None):
        return None
    return day <= (f"{year}{last[1:]}" if last.startswith("--") else last)
