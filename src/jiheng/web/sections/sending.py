"""分派: the clerk sends rows of a form, takes them back, accepts what came."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import ruling_on
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of, locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import branches_above
from jiheng.web.sections.models import OPEN, SentRow, State
from jiheng.web.sections.rows import rows_of


class NotSent(Exception):
    """What cannot be done with a row; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Sending(Struct, frozen=True, kw_only=True):
    """Rows of a form, and whom they go to.

    Attributes:
        rows: paths of the rows.
        to: key of the person.
    """

    person: Person
    record: int
    rows: tuple[str, ...]
    to: int
    due: date
    note: str = ""


def sections_of(record: FormRecord) -> QuerySet[Appointment]:
    """Return who holds the post of a 业务科室 at the form's unit or at its department."""
    kinds = (OrganisationKind.UNIT, OrganisationKind.DEPARTMENT)
    return Appointment.objects.filter(
        role=Role.SECTION,
        person__is_active=True,
        organisation__branch__in=branches_above(record.organisation.branch),
        organisation__kind__in=[each.value for each in kinds],
    ).select_related("person", "organisation")


def send(sending: Sending) -> tuple[SentRow, ...]:
    """Return the rows as they were sent, all of them or none.

    Raises:
        NotSent: the person may not, nobody is asked, or a row is out already.
    """
    with _held(sending.person, sending.record) as record:
        names = {row.path: row.name for row in rows_of(form_of(record), record)}
        if not sending.rows or not set(sending.rows) <= set(names):
            raise NotSent("refused.no-row")
        if sending.due < clock.today():
            raise NotSent("refused.past")
        asked = sections_of(record).filter(person=sending.to).first()
        if asked is None:
            raise NotSent("refused.nobody")
        if open_rows(record).filter(row__in=sending.rows).exists():
            raise NotSent("refused.out-already")
        return tuple(
            _sent(record, path, names[path], asked.person, sending) for path in sending.rows
        )


def take_back(person: Person, sent: SentRow) -> None:
    """Take a row back, whatever it stands at; what was written stays.

    Raises:
        NotSent: the person may not, or the row is no longer out.
    """
    _close(person, sent, State.TAKEN_BACK, OPEN)


def accept(person: Person, sent: SentRow) -> None:
    """Accept an answer: the row is done with.

    Raises:
        NotSent: the person may not, or there is no answer to accept.
    """
    _close(person, sent, State.ACCEPTED, (State.ANSWERED,))


def ask_again(person: Person, sent: SentRow) -> None:
    """Send an answered row back to the section.

    Raises:
        NotSent: the person may not, or there is no answer.
    """
    _close(person, sent, State.WAITING, (State.ANSWERED,))


def open_rows(record: FormRecord) -> QuerySet[SentRow]:
    """Return the rows of a form that are out, those that are due first."""
    return SentRow.objects.filter(record=record, state__in=OPEN).select_related("person")


def _sent(record: FormRecord, path: str, name: str, asked: Person, sending: Sending) -> SentRow:
    made = SentRow.objects.create(
        record=record,
        row=path,
        name=name,
        person=asked,
        sent_by=sending.person,
        sent_at=clock.now(),
        due=sending.due,
        note=sending.note.strip(),
    )
    told = {"row": path, "name": name, "to": asked.name, "due": sending.due.isoformat()}
    note("send-row", record.number, sending.person, told)
    return made


def _close(person: Person, sent: SentRow, state: State, before: tuple[State, ...]) -> None:
    with _held(person, sent.record.pk) as record:
        now = SentRow.objects.select_for_update(of=("self",)).get(pk=sent.pk)
        if now.state not in before:
            raise NotSent("refused.not-now")
        now.state = state
        now.save(update_fields=["state"])
        note(f"row-{state}", record.number, person, {"row": sent.row, "name": sent.name})


@contextmanager
def _held(person: Person, record: int) -> Generator[FormRecord]:
    """Hold a form while its rows are dealt with by whoever may fill it in."""
    with transaction.atomic():
        held = locked_record(record)
        ruling = ruling_on(person, Action.FILL, held)
        if ruling is Ruling.ALLOWED and held.step != Step.SELF_EVALUATION:
            ruling = Ruling.WRONG_STEP
        if ruling is not Ruling.ALLOWED:
            raise NotSent(f"ruling.{ruling}")
        yield held
