"""Forms in and out of the database: the only place that writes a version."""

import msgspec
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import value_at, with_value
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.forms.summary import summary_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Organisation, Person


class CellChange(Struct, frozen=True, kw_only=True):
    """A cell and what is to stand in it; None leaves it empty."""

    path: str
    new: str | None


class OutOfDate(Exception):
    """Somebody else saved in between.

    Attributes:
        theirs: the version that is there now.
    """

    def __init__(self, theirs: int) -> None:
        super().__init__(f"version {theirs}")
        self.theirs = theirs


class Registration(Struct, frozen=True, kw_only=True):
    """What a form is begun with.

    Attributes:
        by: who brings it in for its filler; None where that is the filler.
    """

    number: str
    organisation: Organisation
    filler: Person
    route: str
    step: Step = Step.TARGET_DRAFT
    by: Person | None = None


@transaction.atomic
def register(form: Form, about: Registration) -> FormRecord:
    """Return a new record with the form as its first version."""
    by = about.by or about.filler
    now, document = timezone.now(), msgspec.json.encode(form).decode()
    record = FormRecord.objects.create(
        number=about.number,
        organisation=about.organisation,
        filler=about.filler,
        year=form.year or now.year,
        project=form.project.name or form.title or about.number,
        route=about.route,
        step=about.step,
        step_since=now,
        document=document,
        summary=summary_of(form, about.step),
    )
    FormVersion.objects.create(record=record, number=1, document=document, made_by=by, made_at=now)
    note("register", about.number, by, _on_behalf(record, by))
    return record


def form_of(record: FormRecord) -> Form:
    """Return the form that a record holds."""
    return msgspec.json.decode(record.document, type=Form)


def locked_record(pk: int) -> FormRecord:
    """Return the record, held until the transaction ends."""
    return (
        FormRecord.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=pk)
    )


def check_version(record: FormRecord, seen: int) -> None:
    """Refuse to go on from an older version than the one that is there.

    Raises:
        OutOfDate: somebody saved since.
    """
    if record.version != seen:
        raise OutOfDate(record.version)


def save_changes(
    record: FormRecord, changes: tuple[CellChange, ...], person: Person
) -> FormVersion | None:
    """Return the new version, or None where nothing changed. The record is held by the caller.

    Raises:
        NoSuchField: a path leads nowhere in this form.
    """
    before = form_of(record)
    real = tuple(each for each in changes if value_at(before, each.path) != each.new)
    if not real:
        return None
    after = before
    for each in real:
        after = with_value(after, each.path, each.new)
    version = _stored(record, after, person)
    olds = {each.path: value_at(before, each.path) for each in real}
    Change.objects.bulk_create(
        Change(version=version, path=each.path, old=olds[each.path], new=each.new) for each in real
    )
    _noted(record, version, real, person)
    return version


def _stored(record: FormRecord, form: Form, person: Person) -> FormVersion:
    record.version += 1
    record.document = msgspec.json.encode(form).decode()
    record.summary = summary_of(form, Step(record.step))
    record.save(update_fields=["version", "document", "summary"])
    return FormVersion.objects.create(
        record=record,
        number=record.version,
        document=record.document,
        made_by=person,
        made_at=timezone.now(),
    )


def _noted(
    record: FormRecord, version: FormVersion, changes: tuple[CellChange, ...], person: Person
) -> None:
    detail = {each.path: each.new or "" for each in changes}
    told = {"version": str(version.number), **_on_behalf(record, person), **detail}
    note("fill", record.number, person, told)


def _on_behalf(record: FormRecord, person: Person) -> dict[str, str]:
    """代填: somebody wrote in another's form."""
    return {} if record.filler.pk == person.pk else {"on_behalf_of": record.filler.name}
