"""How often somebody may call: counted in the database, for all processes of the server together.

A process draws calls by the lot, so that a call in ten asks the database and nine are free. What
it has drawn and not used when the span ends is lost to the caller; never is more granted than the
limit.
"""

import time
from threading import Lock

from django.db import connection, transaction
from msgspec import Struct

LOT = 10
_MOST_KNOWN = 10_000
_DRAW = """
INSERT INTO api_meter (name, span, calls) VALUES (%s, %s, %s)
ON CONFLICT (name) DO UPDATE SET
    calls = CASE WHEN api_meter.span = excluded.span
        THEN api_meter.calls + excluded.calls ELSE excluded.calls END,
    span = excluded.span
RETURNING calls
"""


class Limit(Struct, frozen=True, kw_only=True):
    """So many calls in so many seconds."""

    calls: int
    seconds: int


class _Purse(Struct, frozen=True, kw_only=True):
    """Calls that this process has drawn for a span and not given out."""

    span: int
    left: int


_purses: dict[str, _Purse] = {}
_turn = Lock()


def spend(name: str, limit: Limit) -> int:
    """Return 0 where one more call is granted, else after how many seconds to ask again."""
    now = int(time.time())
    span = now // limit.seconds
    with _turn:
        purse = _purses.get(name)
        if purse is None or purse.span != span or purse.left == 0:
            purse = _Purse(span=span, left=_drawn(name, span, limit))
        if purse.left:
            _keep(name, _Purse(span=span, left=purse.left - 1))
            return 0
    return (span + 1) * limit.seconds - now


def spent(name: str, limit: Limit) -> bool:
    """Whether a span's calls were all drawn; nothing is drawn by asking."""
    span = int(time.time()) // limit.seconds
    with connection.cursor() as cursor:
        cursor.execute("SELECT calls FROM api_meter WHERE name = %s AND span = %s", [name, span])
        row = cursor.fetchone()
    return row is not None and row[0] >= limit.calls


def count(name: str, limit: Limit) -> None:
    """Count one for a name, at once and not by the lot."""
    _draw(name, int(time.time()) // limit.seconds, 1)


def _drawn(name: str, span: int, limit: Limit) -> int:
    lot = min(LOT, limit.calls)
    return max(0, lot - max(0, _draw(name, span, lot) - limit.calls))


def _draw(name: str, span: int, calls: int) -> int:
    # In a transaction, so that it takes its turn among SQLite's writers.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_DRAW, [name, span, calls])
        rows: list[tuple[int]] = cursor.fetchall()
    return rows[0][0]


def _keep(name: str, purse: _Purse) -> None:
    if len(_purses) >= _MOST_KNOWN:
        _purses.clear()
    _purses[name] = purse
