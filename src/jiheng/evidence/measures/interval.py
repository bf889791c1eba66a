"""The days that a measure is about."""

from datetime import date

from msgspec import Struct

from jiheng.model.measure import Measure
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.proofs import BadMeasure

_FIRST, _LAST = (1, 1), (12, 31)


class Interval(Struct, frozen=True, kw_only=True):
    """From the first day to the last, both among them."""

    since: date
    until: date

    @property
    def year(self) -> int:
        """The year in which it ends, which is the year of the form."""
        return self.until.year

    @property
    def is_whole_years(self) -> bool:
        """Whether it begins and ends with a year."""
        since, until = self.since, self.until
        return (since.month, since.day) == _FIRST and (until.month, until.day) == _LAST


def interval_of(measure: Measure, year: int | None) -> Interval:
    """Return the days of a measure.

    Args:
        measure: may leave one end, or both, to the form.
        year: of the form; None where nobody said.

    Raises:
        BadMeasure: a day is none, the ends are the wrong way round, or the year is missing.
    """
    period = measure.period
    since = period.since if period is not None else None
    until = period.until if period is not None else None
    if year is None and (since is None or until is None):
        raise BadMeasure(phrase("proof.no-year"))
    interval = Interval(
        since=_day(since) if since is not None else date(year or 1, *_FIRST),
        until=_day(until) if until is not None else date(year or 1, *_LAST),
    )
    if interval.since > interval.until:
        raise BadMeasure(phrase("proof.period-turned", since=str(since), until=str(until)))
    return interval


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadMeasure(phrase("proof.no-day", text=text)) from error
