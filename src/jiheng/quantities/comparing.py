"""Two values side by side: same words, same measure, how much of one is the other."""

from typing import Literal

from jiheng.model.quantity import Quantity
from jiheng.quantities.normal import normalise
from jiheng.quantities.numerals import Fraction, reduced, times
from jiheng.quantities.wording import bare

_LEADING = ("已经", "已", "基本")
_NO_YEAR = "--"

Punctuality = Literal["on-time", "late", "undecided"]


def same_words(left: str | None, right: str | None) -> bool:
    """Say whether two wordings differ at most in punctuation, blanks and a leading 已 or 基本.

    Example:
        >>> same_words("成效显著。", "已成效 显著"), same_words("提高", "有所提高")
        (True, False)
    """
    first, second = _words(left), _words(right)
    return bool(first) and first == second


def _words(text: str | None) -> str:
    plain = bare(normalise(text)) if text else ""
    for leading in _LEADING:
        plain = plain.removeprefix(leading)
    return plain


def comparable(left: Quantity, right: Quantity) -> bool:
    """Say whether two numbers measure the same, after conversion; a bare number fits any.

    Example:
        >>> from jiheng.quantities import parse
        >>> comparable(parse("68400元"), parse("≤6.84万元"))
        True
        >>> comparable(parse("3人"), parse("3人次"))
        False
    """
    if not (left.is_number and right.is_number):
        return False
    return left.dimension == right.dimension or None in {left.dimension, right.dimension}


def ratio(left: Quantity, right: Quantity) -> Fraction | None:
    """Return left / right as a reduced fraction, or None when it cannot be said.

    A bare number is taken in the other's unit; written with 万 or 亿, in its base unit.

    Example:
        >>> from jiheng.quantities import parse
        >>> ratio(parse("≥346947人"), parse("≥260572人"))
        (346947, 260572)
        >>> ratio(parse("6.84万元"), parse("68400元")), ratio(parse("95"), parse("≥95%"))
        ((1, 1), (1, 1))
        >>> ratio(parse("1次"), parse("0次")) is None
        True
    """
    if not comparable(left, right):
        return None
    above, below = _in_unit_of(left, right), _in_unit_of(right, left)
    if below[0] == 0:
        return None
    return reduced(above[0] * below[1], above[1] * below[0])


def _in_unit_of(value: Quantity, other: Quantity) -> Fraction:
    """Return the amount; of a bare number, in the unit of the other."""
    amount: Fraction = (value.amount or 0, value.over)
    if value.unit is not None or other.unit is None:
        return amount
    if "scaled" in value.flags and other.dimension != "ratio":
        return amount
    return times(amount, other.scale)


def punctuality(actual: Quantity, target: Quantity) -> Punctuality | None:
    """Return whether a date keeps a deadline, or None when one of them is no date.

    Late is said only of what is late under every reading: 10月 against 9月前 is, 9月 is not.
    Where one of them prints no year, both are taken to be of one year.

    Example:
        >>> from jiheng.quantities import parse
        >>> punctuality(parse("7月"), parse("9月前")), punctuality(parse("10月"), parse("9月前"))
        ('on-time', 'late')
    """
    ends = (actual.first, actual.last, target.last)
    if None in ends:
        return None
    shown = [day for day in ends if day is not None]
    if any(day.startswith(_NO_YEAR) for day in shown):
        shown = [day[-5:] for day in shown]
    first, last, deadline = shown
    if last <= deadline:
        return "on-time"
    return "late" if first > deadline else "undecided"
