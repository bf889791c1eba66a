"""A date against a deadline, as days that can be compared."""

from calendar import isleap
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from jiheng.model.quantity import Quantity

LEAP = 2024
"""Stands for a year that nobody printed: 29 February may be meant."""

_NO_YEAR = "--"
_FEBRUARY = 2
_AFTER_THE_YEAR = 92
"""Days after a deadline in which a form is still filled in: the first quarter of the next year."""


class Days(NamedTuple):
    """When something was done and when it was due, as ordinals.

    Attributes:
        first: earliest day that the printed date can mean.
        last: latest such day.
        due_first: last day allowed under the strictest reading of the deadline.
        due_last: last day allowed under the mildest reading.
    """

    first: int
    last: int
    due_first: int
    due_last: int


def due_days(actual: Quantity, target: Quantity, year: int | None) -> Days | None:
    """Return the days of a date and its deadline, or None when one of them names no day.

    Args:
        actual: when it was done.
        target: when it was due; 9月前 may mean before 1 September or by 30 September.
        year: the form's year, for days printed without one. Where the form has none either, all
            days are taken to be of one year.

    Example:
        >>> from jiheng.quantities import parse
        >>> found = due_days(parse("9月10日"), parse("9月前"), 2023)
        >>> found.due_first < found.first < found.due_last
        True
    """
    is_vague = "ambiguous-date" in target.flags
    shown = (actual.first, actual.last, target.first if is_vague else target.last, target.last)
    dated = _dated(shown, year)
    if dated is None:
        return None
    first, last, due_first, due_last = (day.toordinal() for day in dated)
    if (actual.last or "").startswith(_NO_YEAR) and first <= due_last:
        later = _next_year(dated[1])
        # 1月5日 for a deadline at the end of December may be of the year after.
        last = later if due_last < later <= due_last + _AFTER_THE_YEAR else last
    return Days(first, last, due_first, due_last)


def _dated(shown: tuple[str | None, ...], year: int | None) -> tuple[date, ...] | None:
    """Return ISO days as dates; a day without year lies in the form's year."""
    known = [text for text in shown if text is not None]
    if len(known) < len(shown):
        return None
    if year is not None and not MINYEAR <= year <= MAXYEAR:
        year = None
    if year is None and any(text.startswith(_NO_YEAR) for text in known):
        known = [f"-{text[-6:]}" for text in known]
    return tuple(_day(text, year or LEAP) for text in known)


def _day(text: str, year: int) -> date:
    """Return an ISO day; the end of February is the 28th where the year has no 29th."""
    if not text.startswith(_NO_YEAR):
        return date.fromisoformat(text)
    if text == "--02-29" and not isleap(year):
        return date(year, 2, 28)
    return date.fromisoformat(f"{year:04d}{text[1:]}")


def _next_year(day: date) -> int:
    """Return the same day a year later as an ordinal; 1 March stands for 29 February."""
    year = day.year + (day.month > _FEBRUARY)
    return day.toordinal() + (366 if isleap(year) else 365)
