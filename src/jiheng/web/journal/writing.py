"""Adds to the journal, and proves that nothing was taken away from it."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from django.db import connection, transaction

from jiheng.web import clock
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Person

BEGINNING = "0" * 64
_CHUNK = 5000
_SAID = ("person", "person_name", "action", "subject", "detail")
"""What an entry says, in the order of its digest."""
_LOCK = 0x6A69_6865
"""Any number that nothing else in the database locks by."""
_through: ContextVar[str] = ContextVar("through", default="")


def acts_through(token: str) -> None:
    """Let all that follows in this request say which of the person's programs did it."""
    _through.set(token)


@transaction.atomic
def note(
    action: str,
    subject: str,
    person: Person | None,
    detail: Mapping[str, str] | None = None,
    *,
    is_late: bool = False,
) -> Entry:
    """Return the new entry, written in the transaction of what it tells of.

    What is late was done before, and not by the program of whoever acts now.
    """
    _one_at_a_time()
    last = Entry.objects.order_by("-id").values_list("digest", flat=True).first()
    through = "" if is_late else _through.get()
    told = {**(detail or {}), **({"through": through} if through else {})}
    entry = Entry(
        at=clock.now(),
        person=person.pk if person else None,
        person_name=person.name if person else "",
        action=action,
        subject=subject,
        detail=msgspec.json.encode(told, order="sorted").decode(),
        previous=last or BEGINNING,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry) -> str:
    """Return the digest of what an entry says and of the digest before it."""
    said = (entry.person, entry.person_name, entry.action, entry.subject, entry.detail)
    return _digest(entry.previous, entry.at, said)


def first_break() -> int | None:
    """Return the id of the first entry that does not fit the one before it, or None."""
    last = BEGINNING
    # Plain rows: of a journal of years, to make objects takes longer than to prove it.
    rows = Entry.objects.order_by("id").values_list("id", "digest", "previous", "at", *_SAID)
    for pk, digest, previous, at, *said in rows.iterator(chunk_size=_CHUNK):
        if previous != last or digest != _digest(previous, at, said):
            return pk
        last = digest
    return None


def _digest(previous: str, at: datetime, said: Sequence[object]) -> str:
    told = (previous, at.astimezone(UTC).isoformat(), *said)
    return sha256(msgspec.json.encode(told)).hexdigest()


def _one_at_a_time() -> None:
    """Let no other entry be written until this transaction ends; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
