"""A form of one year becomes the draft of a later one, never twice."""

from enum import StrEnum
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from jiheng.pipeline.renewal import carried_over
from jiheng.web.chain.route import route_of
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, form_of, locked_record, register
from jiheng.web.journal.writing import note
from jiheng.web.measures.following import follow
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.roles import Role
from jiheng.web.rollover.models import Succession


class Carried(StrEnum):
    """What became of a form."""

    MADE = "made"
    THERE = "there"
    NOBODY = "nobody"


def carry(origin: FormRecord, year: int, by: Person | None) -> Carried:
    """Make the draft of a year from a form, unless the unit has one of this project already.

    Args:
        origin: the form.
        year: of the draft.
        by: who wants it, and fills it in; None where the machine's operator does: then whoever
            filled in the form before, or another clerk of the unit.
    """
    with transaction.atomic():
        # Whoever wants the same at the same time waits here, and then finds it done.
        held = locked_record(origin.pk)
        if successor(held, year) is not None:
            return Carried.THERE
        filler = by or _filler(held)
        if filler is None:
            return Carried.NOBODY
        about = Registration(
            number=f"{year}-{uuid4().hex[:8].upper()}",
            organisation=held.organisation,
            filler=filler,
            route=route_of(held.organisation),
        )
        draft = register(carried_over(form_of(held), year), about)
        Succession.objects.create(origin=held, year=year, draft=draft)
        follow(held, draft, by)
        note("roll-over", draft.number, by, {"from": held.number, "year": str(year)})
        return Carried.MADE


def successor(origin: FormRecord, year: int) -> FormRecord | None:
    """Return the form that the unit has of this project in a year, or None."""
    return successors((origin,), year).get(origin.pk)


def successors(origins: tuple[FormRecord, ...], year: int) -> dict[int, FormRecord]:
    """Return by a form's key the form that its unit has of its project in a year."""
    made = Succession.objects.filter(origin__in=[each.pk for each in origins], year=year)
    found = {each.origin.pk: each.draft for each in made.select_related("origin", "draft")}
    units = {each.organisation.pk for each in origins}
    beside = {
        (each.organisation.pk, each.project): each
        for each in FormRecord.objects.filter(organisation__in=units, year=year).select_related(
            "organisation"
        )
    }
    for each in origins:
        same = beside.get((each.organisation.pk, each.project))
        if same is not None:
            found.setdefault(each.pk, same)
    return found


def forms_of(units: tuple[Organisation, ...], year: int) -> QuerySet[FormRecord]:
    """Return the forms of some units of a year."""
    found = FormRecord.objects.filter(organisation__in=[unit.pk for unit in units], year=year)
    return found.select_related("organisation", "filler").order_by("organisation", "number")


def closed_forms(branch: str, year: int) -> QuerySet[FormRecord]:
    """Return the closed forms of a branch of a year."""
    found = FormRecord.objects.filter(
        organisation__branch__startswith=branch, year=year, step=Step.CLOSED
    )
    return found.select_related("organisation", "filler")


def _filler(origin: FormRecord) -> Person | None:
    clerks = Appointment.objects.filter(
        role=Role.CLERK, organisation=origin.organisation, person__is_active=True
    ).select_related("person")
    by_key = {each.person.pk: each.person for each in clerks}
    return by_key.get(origin.filler.pk) or next(iter(by_key.values()), None)
