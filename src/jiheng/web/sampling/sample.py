"""What was drawn, what must be checked besides, and who was given which of these to review."""

from datetime import date

from django.db.models import Q
from msgspec import Struct

from jiheng.rulebook.phrases import phrase
from jiheng.web import clock
from jiheng.web.access.table import GIVEN
from jiheng.web.chain.tasks import own
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import Role
from jiheng.web.people.tree import branches_above
from jiheng.web.sampling.holding import Refused, held
from jiheng.web.sampling.models import Assignment, Cause, Draw, DrawState, Entry, MustCheck

SAMPLED = (DrawState.FROZEN, DrawState.NUMBERED, DrawState.DRAWN)
"""From the freeze on, forms that must be checked are put beside the draw."""


class Wanted(Struct, frozen=True, kw_only=True):
    """A form that must be checked, why, and who wants it."""

    number: str
    cause: Cause
    reason: str
    asked_by: str


class Task(Struct, frozen=True, kw_only=True):
    """A form of the sample.

    Attributes:
        entry: as it was frozen.
        must: why it is looked at whatever the draw says; None where it was only drawn.
        given: who reviews it; None where nobody was asked yet.
    """

    entry: Entry
    record: FormRecord
    must: MustCheck | None
    given: Assignment | None

    @property
    def is_changed(self) -> bool:
        """Whether the form was written in since it was frozen."""
        return self.record.version != self.entry.version

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over; whoever knows the result asks only for what is open."""
        return self.given is not None and self.given.due < clock.today()


def add_must_check(person: Person, draw: int, wanted: Wanted) -> None:
    """Put a form of the frozen population beside the draw.

    Raises:
        Refused: the person may not, no reason is given, or the form is not there or there already.
    """
    with held(draw, person, *SAMPLED) as found:
        entry = (
            Entry.objects.filter(draw=found, number=wanted.number).select_related("record").first()
        )
        if entry is None:
            raise Refused(phrase("draw.unknown-form", id=wanted.number))
        if not wanted.reason or not wanted.asked_by:
            raise Refused(phrase("sampling.refused.no-reason"))
        if MustCheck.objects.filter(draw=found, record=entry.record).exists():
            raise Refused(phrase("sampling.refused.must-already", number=wanted.number))
        MustCheck.objects.create(
            draw=found,
            record=entry.record,
            cause=wanted.cause.value,
            reason=wanted.reason,
            asked_by=wanted.asked_by,
            person=person,
            at=clock.now(),
        )
        told = {"draw": found.name, "cause": wanted.cause.value, "reason": wanted.reason}
        note("draw-must-check", entry.number, person, {**told, "asked_by": wanted.asked_by})


def sample(draw: Draw) -> tuple[Task, ...]:
    """Return the drawn forms, then those that only must be checked; four queries for all."""
    must = {
        each.record.pk: each
        for each in MustCheck.objects.filter(draw=draw).select_related("record", "person")
    }
    given = {
        each.record.pk: each
        for each in Assignment.objects.filter(draw=draw).select_related("record", "person")
    }
    entries = Entry.objects.filter(~Q(chance="") | Q(record__in=list(must)), draw=draw)
    shown = entries.select_related("record", "record__organisation", "record__figures")
    tasks = [
        Task(
            entry=each,
            record=each.record,
            must=must.get(each.record.pk),
            given=given.get(each.record.pk),
        )
        for each in shown.defer("record__document", "record__summary")
    ]
    return tuple(sorted(tasks, key=lambda each: (not each.entry.chance, each.entry.pk)))


def reviewers(draw: Draw) -> tuple[Appointment, ...]:
    """Return who can be given forms of a draw: the office, and whoever it hired, here or above."""
    found = Appointment.objects.filter(
        role__in=[each.value for each in GIVEN],
        organisation__branch__in=branches_above(draw.organisation.branch),
        person__is_active=True,
    ).select_related("person", "organisation")
    # Those who were hired first: it is mostly them.
    return tuple(sorted(found, key=lambda each: (each.role != Role.THIRD_PARTY, each.pk)))


def assign(person: Person, draw: int, numbers: tuple[str, ...], to: int, due: date) -> int:
    """Give forms of the sample to somebody to review, or to somebody else; return how many.

    Raises:
        Refused: the person may not, nobody is named, the day is over, a form is not of the sample
            or was written by whoever is to review it.
    """
    with held(draw, person, *SAMPLED) as found:
        reviewer = next((each.person for each in reviewers(found) if each.person.pk == to), None)
        records = _of_sample(found, numbers)
        if reviewer is None:
            raise Refused(phrase("sampling.refused.nobody"))
        if due < clock.today():
            raise Refused(phrase("sampling.refused.past-day"))
        keys = [each.pk for each in records]
        theirs = FormRecord.objects.filter(own(reviewer), pk__in=keys).first()
        if theirs is not None:
            raise Refused(phrase("sampling.refused.own-form", number=theirs.number))
        for record in records:
            _give(found, record, reviewer, person, due)
        return len(records)


def take_back(person: Person, draw: int, numbers: tuple[str, ...]) -> int:
    """Take forms back from whoever was to review them; return how many.

    Raises:
        Refused: the person may not, or a form is not of the sample.
    """
    with held(draw, person, *SAMPLED) as found:
        records = _of_sample(found, numbers)
        given = Assignment.objects.filter(draw=found, record__in=records)
        for each in given.select_related("record", "person"):
            told = {"draw": found.name, "from": each.person.name}
            note("draw-take-back", each.record.number, person, told)
        return given.delete()[0]


def given_to(person: Person) -> tuple[Assignment, ...]:
    """Return the forms that somebody was given to review, what is due first on top."""
    found = Assignment.objects.filter(person=person)
    return tuple(
        found.select_related("draw", "record__organisation", "record__figures").defer(
            "record__document", "record__summary"
        )
    )


def _of_sample(draw: Draw, numbers: tuple[str, ...]) -> tuple[FormRecord, ...]:
    wanted = set(numbers)
    found = {each.entry.number: each.record for each in sample(draw)}
    if not wanted or not wanted <= set(found):
        raise Refused(phrase("web.refused.no-tick"))
    return tuple(found[number] for number in sorted(wanted))


def _give(draw: Draw, record: FormRecord, to: Person, by: Person, due: date) -> None:
    Assignment.objects.update_or_create(
        draw=draw,
        record=record,
        defaults={"person": to, "given_by": by, "given_at": clock.now(), "due": due},
    )
    note(
        "draw-assign", record.number, by, {"draw": draw.name, "to": to.name, "due": due.isoformat()}
    )
