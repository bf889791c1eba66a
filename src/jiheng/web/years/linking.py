"""An indicator that got another name, linked to what it was called before, by hand."""

from django.db import transaction

from jiheng.audit.years.comparison import compare
from jiheng.model.form import Form
from jiheng.rulebook.years import thresholds
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.years.keeping import keep_trend
from jiheng.web.years.lineage import document_of, line_of, renamed_in
from jiheng.web.years.models import LONGEST_NAME, RowLink


class BadLink(ValueError):
    """Two names that cannot be linked: not both forms have them, or one is linked already."""


@transaction.atomic
def link(record: FormRecord, person: Person, name: str, before: str) -> None:
    """Say that a row of a form is the one that the form before it called otherwise.

    Raises:
        BadLink: there are no two such rows, each without another.
    """
    held = locked_record(record.pk)
    gone, new = loose_names(held)
    if name not in new or before not in gone or max(len(name), len(before)) > LONGEST_NAME:
        raise BadLink(name)
    RowLink.objects.create(
        record=held, name=name, before=before, made_by=person, made_at=clock.now()
    )
    note("link-rows", held.number, person, {"name": name, "before": before})
    keep_trend(held)


@transaction.atomic
def unlink(record: FormRecord, person: Person, name: str) -> None:
    """Take a link back; where there is none, nothing happens."""
    held = locked_record(record.pk)
    made = RowLink.objects.filter(record=held, name=name).first()
    if made is not None:
        made.delete()
        note("unlink-rows", held.number, person, {"name": name, "before": made.before})
        keep_trend(held)


def loose_names(record: FormRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that only the form before has, and those that only this one has."""
    line = line_of(record, FormRecord.objects.all())
    at = line.index(record)
    if at == 0:
        return (), ()
    before, now = document_of(line[at - 1]), document_of(record)
    found = compare(before, now, thresholds(), renamed_in((record,)).get(record.pk))
    return names_at(before, found.gone), names_at(now, found.new)


def names_at(form: Form, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return the names of some rows."""
    return tuple(form.indicators[at].name for at in places)
