"""Adds to the journal, and proves that nothing was taken away from it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from django.db import connection, transaction

from jiheng.web import clock
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Person

BEGINNING = "0" * 64
_CHUNK = 5000
_LOCK = 0x6A69_6865
"""Any number that nothing else in the database locks by."""


@transaction.atomic
def note(
    action: str, subject: str, person: Person | None, detail: Mapping[str, str] | None = None
) -> Entry:
    """Return the new entry, written in the transaction of what it tells of."""
    _one_at_a_time()
    last = Entry.objects.order_by("-id").values_list("digest", flat=True).first()
    entry = Entry(
        at=clock.now(),
        person=person.pk if person else None,
        person_name=person.name if person else "",
        action=action,
        subject=subject,
        detail=msgspec.json.encode(dict(detail or {}), order="sorted").decode(),
        previous=last or BEGINNING,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry) -> str:
    """Return the digest of what an entry says and of the digest before it."""
    at: datetime = entry.at
    said = (
        entry.previous,
        at.astimezone(UTC).isoformat(),
        entry.person,
        entry.person_name,
        entry.action,
        entry.subject,
        entry.detail,
    )
    return sha256(msgspec.json.encode(said)).hexdigest()


def first_break() -> int | None:
    """Return the id of the first entry that does not fit the one before it, or None."""
    previous = BEGINNING
    for entry in Entry.objects.order_by("id").iterator(chunk_size=_CHUNK):
        if entry.previous != previous or entry.digest != digest_of(entry):
            return entry.pk
        previous = entry.digest
    return None


def _one_at_a_time() -> None:
    """Let no other entry be written until this transaction ends; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
