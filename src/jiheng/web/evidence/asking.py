"""Whether the forms of a branch and year are asked for evidence: off until somebody says so."""

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.evidence.keeping import keep_papers
from jiheng.web.evidence.models import EvidenceYear
from jiheng.web.evidence.permission import ASKING
from jiheng.web.evidence.years import is_asked
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import read_papers
from jiheng.web.forms.saving import locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Appointment, Organisation, Person


@transaction.atomic
def ask_for_evidence(person: Person, organisation: Organisation, year: int, *, ask: bool) -> None:
    """Let what lacks evidence be a finding from now on in a branch and year, or no more.

    Whether the person may say so is for the caller to ask. The worker tells the forms.
    """
    asked = EvidenceYear.objects.filter(organisation=organisation, year=year)
    if asked.exists() == ask:
        return
    if ask:
        EvidenceYear.objects.create(
            organisation=organisation, year=year, asked_by=person, asked_at=clock.now()
        )
    else:
        asked.delete()
    what = "ask-evidence" if ask else "spare-evidence"
    note(what, organisation.name, person, {"year": str(year)})
    tell_forms.enqueue(organisation.pk, year)


@task()
def tell_forms(organisation: int, year: int) -> None:
    """Bring the forms of a branch and year up to date, each in a transaction of its own."""
    branch = Organisation.objects.values_list("branch", flat=True).get(pk=organisation)
    for pk in _forms(branch, year).values_list("pk", flat=True):
        with transaction.atomic():
            record = locked_record(pk)
            papers = read_papers(record.papers)
            asked = is_asked(record.organisation, year)
            if asked != (papers is not None and papers.are_asked):
                keep_papers(record, are_asked=asked)


def _forms(branch: str, year: int) -> QuerySet[FormRecord]:
    return FormRecord.objects.filter(organisation__branch__startswith=branch, year=year)


class Line(Struct, frozen=True, kw_only=True):
    """A place and year, and since when evidence is asked there; None where it is not."""

    place: Organisation
    year: int
    asked: EvidenceYear | None


def places_of(person: Person) -> tuple[Organisation, ...]:
    """Return where a person says whether evidence is asked."""
    held = Appointment.objects.filter(person=person, role=ASKING).select_related("organisation")
    return tuple(each.organisation for each in held)


def lines_of(places: tuple[Organisation, ...], years: tuple[int, ...]) -> tuple[Line, ...]:
    """Return places and years with whether evidence is asked there."""
    asked = EvidenceYear.objects.filter(organisation__in=places).select_related("asked_by")
    found = {(each.organisation.pk, each.year): each for each in asked}
    return tuple(
        Line(place=place, year=year, asked=found.get((place.pk, year)))
        for place in places
        for year in years
    )
