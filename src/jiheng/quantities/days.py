"""A named day, month, part of a month, quarter or year, as its first and last day."""

import calendar
import re
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from jiheng.quantities.numerals import chinese

_LEAP = 2024
"""Stands for the year that is not printed: 29 February may be meant."""

_NUMERAL = re.compile(r"([〇零一二三四五六七八九十]{1,4})(?=[年月日号]|季度)")
_ISO = re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})日?")
_POINT = re.compile(
    r"(?:(?P<year>\d{4})年度?|(?:当年|本年|今年)(?=\d|年?[底末初]))?"
    r"(?:第?(?P<quarter>[1-4])季度?|(?P<half>[上下])半年|(?P<month>\d{1,2})月份?)?"
    r"(?:(?P<day>\d{1,2})[日号]?)?"
    r"(?P<part>年?[底末初中]|[上中下]旬)?"
)
_THIRDS = {"初": (1, 10), "上旬": (1, 10), "中": (11, 20), "中旬": (11, 20)}
_LATE = {"底", "末", "下旬"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONTHS, _LONGEST = 12, 31


class Span(Struct, frozen=True, kw_only=True):
    """The days that a word may mean.

    Attributes:
        has_year: the year is printed; else it is a stand-in and is not shown.
        is_vague: the name covers a month or more, so that "before" it may mean its start.
        is_year: the span is a year and nothing else.
        is_impossible: the calendar has no such day (31 November); the month's last stands for it.
    """

    first: date
    last: date
    has_year: bool
    is_vague: bool
    is_year: bool = False
    is_impossible: bool = False


def printed(day: date, *, has_year: bool) -> str:
    """Return ISO 8601, or ``--MM-DD`` where no year is known.

    Example:
        >>> printed(date(2024, 9, 30), has_year=True), printed(date(2024, 9, 30), has_year=False)
        ('2024-09-30', '--09-30')
    """
    return day.isoformat() if has_year else f"-{day.isoformat()[4:]}"


def with_arabic(text: str) -> str:
    """Return the text with the Chinese numerals of dates in digits.

    Example:
        >>> with_arabic("二〇二四年十二月底"), with_arabic("三个月")
        ('2024年12月底', '三个月')
    """

    def digits(found: re.Match[str]) -> str:
        value = chinese(found.group(1))
        return found.group() if value is None else str(value)

    return _NUMERAL.sub(digits, text)


def day_before(span: Span) -> date:
    """Return the day before the span, within the year where the year is not printed.

    Example:
        >>> day_before(point("9月"))
        datetime.date(2024, 8, 31)
    """
    earlier = span.first - timedelta(days=1)
    return span.first if earlier.year != span.first.year and not span.has_year else earlier


def point(text: str) -> Span | None:
    """Return the days that the whole text names, or None when it names none.

    Example:
        >>> point("2024年12月底").first, point("2024年12月底").last
        (datetime.date(2024, 12, 21), datetime.date(2024, 12, 31))
        >>> point("13月") is None, point("10号") is None, point("2024-02-30").is_impossible
        (True, True, True)
    """
    found = _ISO.fullmatch(text)
    if found is not None:
        return _exact(int(found["year"]), int(found["month"]), int(found["day"]))
    found = _POINT.fullmatch(text)
    if found is None or not text:
        return None
    year = found["year"] and int(found["year"])
    if year and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _spanned(found, year or None)


def _exact(year: int | None, month: int, day: int) -> Span | None:
    if not (1 <= month <= _MONTHS and 1 <= day <= _LONGEST):
        return None
    shown = year or _LEAP
    end = calendar.monthrange(shown, month)[1]
    there = date(shown, month, min(day, end))
    return Span(
        first=there,
        last=there,
        has_year=year is not None,
        is_vague=False,
        is_impossible=day > end,
    )


def _spanned(found: re.Match[str], year: int | None) -> Span | None:
    part = found["part"]
    if found["month"]:
        month = int(found["month"])
        if found["day"]:
            return None if part else _exact(year, month, int(found["day"]))
        return _month(year, month, part)
    if found["day"]:
        return None
    if found["quarter"] or found["half"]:
        return _edge(_months(year, *_quarters(found)), part)
    return _year(year, part)


def _quarters(found: re.Match[str]) -> tuple[int, int]:
    """Return the first and last month of a quarter or half-year."""
    if found["quarter"]:
        last = 3 * int(found["quarter"])
        return last - 2, last
    return (1, 6) if found["half"] == "上" else (7, 12)


def _months(year: int | None, first: int, last: int) -> Span:
    shown = year or _LEAP
    end = calendar.monthrange(shown, last)[1]
    return Span(
        first=date(shown, first, 1),
        last=date(shown, last, end),
        has_year=year is not None,
        is_vague=True,
    )


def _month(year: int | None, month: int, part: str | None) -> Span | None:
    if not 1 <= month <= _MONTHS or (part or "").startswith("年"):
        return None
    whole = _months(year, month, month)
    if part is None:
        return whole
    last = whole.last.day
    low, high = (21, last) if part in _LATE else _THIRDS[part]
    return Span(
        first=whole.first.replace(day=low),
        last=whole.first.replace(day=high),
        has_year=whole.has_year,
        is_vague=False,
    )


def _year(year: int | None, part: str | None) -> Span | None:
    if part is None:
        return None if year is None else replace(_months(year, 1, 12), is_year=True)
    if year is None and not part.startswith("年"):
        return None
    return _edge(_months(year, 1, 12), part.removeprefix("年") or None)


def _edge(whole: Span, part: str | None) -> Span | None:
    """Return the last month of a quarter or year for 底 and 末, its first month for 初."""
    if part is None:
        return whole
    if part not in {"底", "末", "初"}:
        return None
    month = whole.first.month if part == "初" else whole.last.month
    year = whole.first.year if whole.has_year else None
    return replace(_months(year, month, month), is_vague=False)
