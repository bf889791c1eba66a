"""What a page of the review sends: rows with their scores, a day."""

from datetime import date

from django.http import QueryDict

from jiheng.web.pages.keys import key_in
from jiheng.web.verdicts.wishes import Wish

_SCORE = "score."


def wishes_in(sent: QueryDict) -> tuple[Wish, ...]:
    """Return what was sent for each row; rows of which nothing was sent are none."""
    rows = (name.removeprefix(_SCORE) for name in sent if name.startswith(_SCORE))
    return tuple(
        Wish(
            row=row,
            typed=sent.get(f"{_SCORE}{row}", ""),
            clause=sent.get(f"clause.{row}", ""),
            reason=sent.get(f"reason.{row}", "").replace("\r\n", "\n"),
            seen=key_in(sent.get(f"seen.{row}", "")),
        )
        for row in rows
    )


def day_in(sent: str) -> date | None:
    """Return the day that was sent, or None where it is none.

    Example:
        >>> day_in("2025-03-01"), day_in("soon")
        (datetime.date(2025, 3, 1), None)
    """
    try:
        return date.fromisoformat(sent)
    except ValueError:
        return None
