"""What a page of the review sends: rows with their scores."""

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
