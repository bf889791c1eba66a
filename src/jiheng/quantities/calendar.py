"""Dates, deadlines and periods."""

import re
from functools import lru_cache

from jiheng.model.quantity import Quantity
from jiheng.quantities.days import Span, day_before, point, printed, with_arabic
from jiheng.rulebook import words

_MAY_BE = re.compile(r"[年月日号季旬期久]|\d{4}[-/.]\d")
_EVERY = re.compile(r"每(?:年|半年|季度|季|月|周|星期|日|天|学期)")
_DAY_OF = re.compile(r"(?:\d{1,2}[日号]?|底|末|初|上旬|中旬|下旬)(?:[-~至到]\d{1,2}[日号])?")
_SPAN = re.compile(r"(?P<left>[^-~至到]+)[-~至到](?P<right>[^-~至到]+)")
_DATE_AT = re.compile(
    r"(?:\d{4}年|\d{4}[-/.]\d{1,2}[-/.]|\d{1,2}月|当年|本年|今年|年[底末初]|第?[1-4]季度|[上下]半年)"
)
_DIGIT = re.compile(r"[0-9]")
_LONGEST_PREFIX = 16
_NO_LEAD = ("比", "较", "从", "自", "第", "(")


def dated(raw: str, text: str) -> Quantity | None:
    """Return the date, deadline or period that the normalised text is, or None.

    A deadline has the operator ``le``. ``first`` and ``last`` are the earliest and the latest day
    that can be meant: ISO 8601, or ``--MM-DD`` where no year is printed. 9月前 may mean before
    1 September or by the end of September, so that both are covered; 12月底 is the last ten days
    as a date and the last day as a deadline.

    Example:
        >>> dated("9月前", "9月前").first, dated("9月前", "9月前").last
        ('--08-31', '--09-30')
        >>> dated("2023年底", "2023年底").last, dated("20年", "20年") is None
        ('2023-12-31', True)
    """
    if not _MAY_BE.search(text):
        return None
    named = _named(raw, text)
    if named is not None:
        return named
    plain = with_arabic(text)
    return _recurring(raw, text, plain) or _between(raw, text, plain) or _deadline(raw, text, plain)


def _named(raw: str, text: str) -> Quantity | None:
    listed = words.calendar()
    if text in listed.endless:
        return Quantity(raw=raw, normalised=text, kind="period", flags=("endless",))
    if text in listed.year or text in listed.within_year:
        is_deadline = text in listed.within_year
        return Quantity(
            raw=raw,
            normalised=text,
            kind="date" if is_deadline else "period",
            op="le" if is_deadline else None,
            first="--12-31" if is_deadline else "--01-01",
            last="--12-31",
            flags=("no-year",),
        )
    return None


def _recurring(raw: str, text: str, plain: str) -> Quantity | None:
    """Return 每月10号前 as a period; 每月2次 is none."""
    every = _EVERY.match(plain)
    if every is None:
        return None
    rest, has_end, tail = _without_end(plain[every.end() :])
    if rest and not (_DAY_OF.fullmatch(rest) or point(rest)):
        return None
    if rest[-1:].isdigit() and not has_end:
        return None
    return Quantity(
        raw=raw,
        normalised=text,
        kind="period",
        op="le" if has_end else None,
        prefix=every.group(),
        note=tail or None,
        flags=("recurring",),
    )


def _between(raw: str, text: str, plain: str) -> Quantity | None:
    """Return 2022年3月-2023年11月 or 1-7月 as a period."""
    found = _SPAN.fullmatch(plain)
    if found is None:
        return None
    left, right = found["left"], found["right"]
    if left[-1].isdigit() and right[-1] in "年月日号":
        left += right[-1]
    if right[-1] in "日号" and "月" not in right and "月" in left:
        right = f"{left[: left.index('月') + 1]}{right}"
    start, end = point(left), point(right)
    if start is None or end is None:
        return None
    last = end.last
    if start.has_year and not end.has_year:
        last = last.replace(year=start.first.year, day=min(last.day, _days(start, last.month)))
    has_year = start.has_year
    return Quantity(
        raw=raw,
        normalised=text,
        kind="period",
        first=printed(start.first, has_year=has_year),
        last=printed(last, has_year=has_year or end.has_year),
        flags=_flags(start, end),
    )


def _flags(start: Span, end: Span) -> tuple[str, ...]:
    tests = {
        "no-year": not start.has_year,
        "impossible-date": start.is_impossible or end.is_impossible,
    }
    return tuple(flag for flag, holds in tests.items() if holds)


def _days(start: Span, month: int) -> int:
    """Return how many days the month has in the year of ``start``."""
    there = point(f"{start.first.year}年{month}月")
    return there.last.day if there is not None else 28


def _deadline(raw: str, text: str, plain: str) -> Quantity | None:
    """Return a day, month or year, or the deadline that it is."""
    found = _DATE_AT.search(plain)
    if found is None:
        return None
    prefix, rest = plain[: found.start()], plain[found.start() :]
    middle, ending, tail = _without_end(rest)
    span = point(middle)
    if span is None or _DIGIT.search(prefix + tail) or not _may_lead(prefix, span):
        return None
    is_ambiguous = ending == "before" and span.is_vague
    is_deadline = bool(ending) or _is_deadline_lead(prefix)
    first = day_before(span) if is_ambiguous else span.last if is_deadline else span.first
    tests = {
        "no-year": not span.has_year,
        "ambiguous-date": is_ambiguous,
        "impossible-date": span.is_impossible,
    }
    return Quantity(
        raw=raw,
        normalised=text,
        kind="date",
        op="le" if is_deadline else None,
        prefix=prefix or None,
        note=tail or None,
        first=printed(first, has_year=span.has_year),
        last=printed(span.last, has_year=span.has_year),
        flags=tuple(flag for flag, holds in tests.items() if holds),
    )


def _may_lead(prefix: str, span: Span) -> bool:
    """Say whether the words may stand before a date: 比 may not, and few may before a mere year."""
    if len(prefix) > _LONGEST_PREFIX or prefix.endswith(_NO_LEAD):
        return False
    if prefix and span.is_year:
        return _is_deadline_lead(prefix) or prefix.endswith((*words.calendar().lead, ":"))
    return True


def _is_deadline_lead(prefix: str) -> bool:
    """Say whether the words before a date make it a deadline."""
    return prefix.endswith(("≤", "<", *words.calendar().deadline_lead))


def _without_end(text: str) -> tuple[str, str, str]:
    """Return the text without what follows the date, how it ends, and what follows.

    The ending is ``before``, ``whole`` or empty.

    Example:
        >>> _without_end("11月底之前完成"), _without_end("7月")
        (('11月底', 'before', '完成'), ('7月', '', ''))
    """
    head, tail = _without_tail(text)
    for kind, ending in _endings():
        if head.endswith(ending) and len(head) > len(ending):
            return head.removesuffix(ending), kind, tail
    return head, "", tail


def _without_tail(text: str) -> tuple[str, str]:
    """Cut off what is to be done: 12月底前完成验收 → 12月底前, 完成验收."""
    starts = [at for tail in words.calendar().tails if (at := text.find(tail)) > 0]
    if not starts:
        return text, ""
    return text[: min(starts)], text[min(starts) :]


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, str], ...]:
    listed = words.calendar()
    pairs = [("before", ending) for ending in listed.before]
    pairs += [("whole", ending) for ending in listed.whole]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))
