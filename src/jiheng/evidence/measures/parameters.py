"""The period in a query that a user wrote: ``$year``, ``$since`` and ``$until``."""

import re

from jiheng.evidence.measures.interval import Interval

_PARAMETER = re.compile(r"\$(year|since|until)\b")


def filled(sql: str, interval: Interval) -> str:
    """Return a query with the period in it.

    Example:
        >>> from datetime import date
        >>> year = Interval(since=date(2023, 1, 1), until=date(2023, 12, 31))
        >>> filled("SELECT count(*) FROM payment WHERE paid_on <= $until", year)
        "SELECT count(*) FROM payment WHERE paid_on <= DATE '2023-12-31'"
    """
    written = {
        "year": str(interval.year),
        "since": f"DATE '{interval.since.isoformat()}'",
        "until": f"DATE '{interval.until.isoformat()}'",
    }
    return _PARAMETER.sub(lambda found: written[found[1]], sql)
