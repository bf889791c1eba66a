"""A sitting: what one person writes without a break is one version of the form.

A page saves after every few keys. Only the latest version grows, only by its own author, only
until something happens to the form or the person rests.
"""

from datetime import datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from jiheng.model.form import Indicator
from jiheng.web import clock
from jiheng.web.forms.models import Change, Deed, FormRecord, FormVersion, RowMove
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
    version = _version(record, person, of_rows=False)
    _keep_changes(version, saved)
    return version


def keep_move(
    record: FormRecord, move: RowMove, sums: tuple[CellSaved, ...], person: Person
) -> None:
    """Keep the version that holds the record's document, with this move of a row in it.

    Rows have versions of their own: in each version an address means one cell.
    """
    version = _version(record, person, of_rows=True)
    move.version = version
    move.save(force_insert=True)
    _keep_changes(version, sums)
    note(f"{move.deed}-row", record.number, person, _moved(record, move, person))


def _version(record: FormRecord, person: Person, *, of_rows: bool) -> FormVersion:
    """The version that is being written in, with the record's document."""
    now = clock.now()
    version = _going_on(record, person, now, of_rows) or _begun(record, person, now, of_rows)
    version.number, version.document, version.made_at = record.version, record.document, now
    version.save(update_fields=["number", "document", "made_at"])
    return version


def _moved(record: FormRecord, move: RowMove, person: Person) -> dict[str, str]:
    """What the journal tells of a move: place and name, and all that a removed row held."""
    row = msgspec.json.decode(move.row, type=Indicator)
    told = {"version": str(record.version), "row": str(move.at + 1), "name": row.name}
    if move.to is not None:
        told["row_to"] = str(move.to + 1)
    if move.deed == Deed.REMOVE:
        held = {field: text for field, text in asdict(row).items() if text and field != "name"}
        told.update({f"row.{field}": str(text) for field, text in held.items()})
    return {**told, **on_behalf(record, person)}


def tell(record: FormRecord) -> None:
    """Write into the journal what was written since: cell by cell, first and last text."""
    for version in FormVersion.objects.filter(record=record, is_told=False):
        changes = Change.objects.filter(version=version)
        detail = {each.path: f"{each.old or ''} → {each.new or ''}" for each in changes}
        told = {"version": str(version.number), **detail}
        note("filled", record.number, version.made_by, told, is_late=True)
        version.is_told = True
        version.save(update_fields=["is_told"])


def _going_on(
    record: FormRecord, person: Person, now: datetime, of_rows: bool
) -> FormVersion | None:
    """The latest version, if it is this person's, of the same kind, and nothing came between."""
    last = FormVersion.objects.filter(record=record).select_related("made_by").last()
    if last is None or last.made_by.pk != person.pk or last.is_of_rows != of_rows:
        return None
    if last.is_told and not of_rows:
        return None
    is_new = last.begun_at > record.step_since
    return last if is_new and now - last.made_at < REST else None


def _begun(record: FormRecord, person: Person, now: datetime, of_rows: bool) -> FormVersion:
    tell(record)
    if not of_rows:
        told = {"version": str(record.version), **on_behalf(record, person)}
        note("fill", record.number, person, told)
    return FormVersion.objects.create(
        record=record,
        number=record.version,
        document=record.document,
        made_by=person,
        begun_at=now,
        made_at=now,
        # Of rows the journal says at once what was done.
        is_told=of_rows,
        is_of_rows=of_rows,
    )


def on_behalf(record: FormRecord, person: Person) -> dict[str, str]:
    """Return what the journal says of 代填: somebody writes in another's form."""
    return {} if record.filler.pk == person.pk else {"on_behalf_of": record.filler.name}


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
