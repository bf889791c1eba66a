"""A read form stored as far as it can be: one transaction a file, one an answer."""

from uuid import uuid4

import msgspec
from django.db import transaction

from jiheng.formats.apart.told import kept
from jiheng.rulebook.phrases import phrase
from jiheng.web.chain.actions.take_in import take_in
from jiheng.web.chain.order import Order
from jiheng.web.chain.route import route_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, locked_record, register
from jiheng.web.imports.asking import answers_of
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.web.imports.projects import project_name
from jiheng.web.imports.standing import Importer, Standing, importer_of, standing_of
from jiheng.web.imports.states import FileState, FormState, file_state
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.roles import Role


def settle(row: BatchForm, importer: Importer) -> None:
    """Store a form, or note why not; within the caller's transaction."""
    standing = standing_of(row, importer)
    row.project = project_name(standing.form)[:300]
    row.organisation_id = standing.organisation
    row.record, row.questions = standing.record, len(standing.questions)
    row.told = kept(standing.left) if standing.left else ""
    if standing.left is not None:
        row.state = FormState.SKIPPED
    elif standing.questions:
        row.state = FormState.IN_DOUBT
    else:
        _store(row, standing, importer)
        row.state = FormState.IMPORTED
    row.save()


def roll_up(file: BatchFile) -> FileState:
    """Bring a file's state up to date with its forms', and return it."""
    rows = tuple(BatchForm.objects.filter(file=file))
    state = file_state(tuple(FormState(row.state) for row in rows))
    file.state = state
    file.told = rows[0].told if state is FileState.SKIPPED and rows else ""
    file.save(update_fields=["state", "told"])
    return state


@transaction.atomic
def answer(pk: int, given: dict[str, str]) -> BatchForm:
    """Add answers to a form's, and store it if nothing else is open."""
    # The import is held, so that its worker and a second window take turns.
    batch = Batch.objects.select_for_update(of=("self",)).get(files__forms=pk)
    row = BatchForm.objects.select_related("file").get(pk=pk)
    if row.state == FormState.IN_DOUBT:
        row.answers = msgspec.json.encode({**answers_of(row), **given}).decode()
        settle(row, importer_of(batch))
        roll_up(row.file)
    return row


def _store(row: BatchForm, standing: Standing, importer: Importer) -> None:
    record = standing.record
    if record is None:
        row.record = _registered(standing, importer)
        row.version = 1
        row.told = kept(phrase("imports.became-new"))
        return
    locked = locked_record(record.pk)
    changes = standing.merge.changes if standing.merge else ()
    take_in(
        Order(person=importer.person, record=record.pk, version=record.version, changes=changes)
    )
    row.version = locked_record(record.pk).version
    told = phrase("imports.became-version", version=str(row.version), count=str(len(changes)))
    row.told = kept(told)
    row.record = locked


def _registered(standing: Standing, importer: Importer) -> FormRecord:
    unit = Organisation.objects.select_related("above").get(pk=standing.organisation)
    about = Registration(
        number=f"{standing.form.year}-{uuid4().hex[:8].upper()}",
        organisation=unit,
        filler=_filler(unit, importer.person),
        route=route_of(unit),
        step=importer.step,
        by=importer.person,
    )
    return register(standing.form, about)


def _filler(unit: Organisation, person: Person) -> Person:
    """Return whose form it becomes: a clerk of the unit, whoever else brings it in."""
    posts = Appointment.objects.filter(organisation=unit, role=Role.CLERK).select_related("person")
    clerks = [each.person for each in posts]
    return next((each for each in clerks if each.pk == person.pk), clerks[0] if clerks else person)
