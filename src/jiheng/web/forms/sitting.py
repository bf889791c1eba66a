"""A sitting: what one person writes without a break is one version of the form.

A page saves after every few keys. Only the latest version grows, only by its own author, only
until something happens to the form or the person rests.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from jiheng.web import clock
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person

REST = timedelta(minutes=10)
"""After so long without a save a new version begins."""


class CellSaved(Struct, frozen=True, kw_only=True):
    """A cell of one save: what stood there, and what stands there now."""

    path: str
    old: str | None
    new: str | None


def keep(record: FormRecord, saved: tuple[CellSaved, ...], person: Person) -> FormVersion:
    """Return the version that holds the record's document, with these changed cells in it."""
    now = clock.now()
    version = _going_on(record, person, now) or _begun(record, person, now)
    version.number, version.document, version.made_at = record.version, record.document, now
    version.save(update_fields=["number", "document", "made_at"])
    _keep_changes(version, saved)
    return version


def tell(record: FormRecord) -> None:
    """Write into the journal what was written since: cell by cell, first and last text."""
    for version in FormVersion.objects.filter(record=record, is_told=False):
        changes = Change.objects.filter(version=version)
        detail = {each.path: f"{each.old or ''} → {each.new or ''}" for each in changes}
        told = {"version": str(version.number), **detail}
        note("filled", record.number, version.made_by, told, is_late=True)
        version.is_told = True
        version.save(update_fields=["is_told"])


def _going_on(record: FormRecord, person: Person, now: datetime) -> FormVersion | None:
    """The latest version, if it is this person's and nothing came between."""
    last = FormVersion.objects.filter(record=record).select_related("made_by").last()
    if last is None or last.made_by.pk != person.pk:
        return None
    is_new = last.begun_at > record.step_since
    return last if is_new and now - last.made_at < REST else None


def _begun(record: FormRecord, person: Person, now: datetime) -> FormVersion:
    tell(record)
    # 代填: somebody writes in another's form.
    proxy = {} if record.filler.pk == person.pk else {"on_behalf_of": record.filler.name}
    note("fill", record.number, person, {"version": str(record.version), **proxy})
    return FormVersion.objects.create(
        record=record,
        number=record.version,
        document=record.document,
        made_by=person,
        begun_at=now,
        made_at=now,
        is_told=False,
    )


def _keep_changes(version: FormVersion, saved: tuple[CellSaved, ...]) -> None:
    """Add to what changed in a version: its first old text, its last new one."""
    paths = [each.path for each in saved]
    known = {each.path: each for each in Change.objects.filter(version=version, path__in=paths)}
    fresh = [each for each in saved if each.path not in known]
    Change.objects.bulk_create(
        Change(version=version, path=each.path, old=each.old, new=each.new) for each in fresh
    )
    for each in saved:
        change = known.get(each.path)
        if change is None:
            continue
        change.new = each.new
        if change.new != change.old:
            change.save()
        else:
            # What was changed and changed back is no change.
            change.delete()
