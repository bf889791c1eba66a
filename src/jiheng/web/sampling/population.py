"""The forms that a draw may draw from, as they are now."""

from django.db.models import Count, QuerySet
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.models import Figures
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import branches_above
from jiheng.web.sampling.models import Basis, Draw
from jiheng.web.sampling.strata import Part, limits_in, order_of, parts_of, stratum_of

READY = (Step.FINANCE_RECHECK, Step.CLOSED)
"""The unit and its department are done with these; here what was drawn is reviewed."""
_CENT = 100
"""So many make a yuan; and so many 1/10,000 yuan make a cent."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A form that may be drawn; the amount is its budget, in 1/100 yuan, 0 where it has none."""

    record: FormRecord
    number: str
    project: str
    unit: str
    department: str
    stratum: str
    amount: int
    version: int


def candidates(draw: Draw) -> tuple[Candidate, ...]:
    """Return the forms that a draw may draw from, in the order of their numbers; two queries."""
    departments = _departments(draw.organisation)
    basis, limits = Basis(draw.basis), limits_in(draw.limits) or ()
    records = _ready(draw).select_related("organisation", "figures").defer("document", "summary")
    return tuple(
        _candidate(each, departments[each.organisation.pk], basis, limits)
        for each in records.order_by("number")
    )


def parts(draw: Draw, found: tuple[Candidate, ...]) -> tuple[Part, ...]:
    """Return the strata of these forms: departments in the order of the tree, sizes upwards."""
    basis, limits = Basis(draw.basis), limits_in(draw.limits) or ()
    order = order_of(basis, limits) or tuple(
        dict.fromkeys(_departments(draw.organisation).values())
    )
    return parts_of(
        ((each.stratum, each.amount) for each in found), order, lambda amount: weight(draw, amount)
    )


def weight(draw: Draw, amount: int) -> int:
    """Return what a form with so much money counts with, in 1/100 yuan, or 1 where all do alike."""
    return max(amount, least_of(draw)) if draw.by_money else 1


def least_of(draw: Draw) -> int:
    """Return what a form counts with at least, in 1/100 yuan."""
    return max(draw.least * _CENT, 1)


def not_ready(draw: Draw) -> tuple[tuple[Step, int], ...]:
    """Return how many forms of the year stand at each step before, along the chain."""
    told = dict(
        _of(draw).exclude(step__in=READY).order_by().values_list("step").annotate(Count("pk"))
    )
    return tuple((step, told[step]) for step in Step if step in told)


def _of(draw: Draw) -> QuerySet[FormRecord]:
    return FormRecord.objects.filter(
        year=draw.year, organisation__branch__startswith=draw.organisation.branch
    )


def _ready(draw: Draw) -> QuerySet[FormRecord]:
    return _of(draw).filter(step__in=READY, figures__is_judged=True)


def _candidate(
    record: FormRecord, department: str, basis: Basis, limits: tuple[int, ...]
) -> Candidate:
    figures = Figures.of(record)
    return Candidate(
        record=record,
        number=record.number,
        project=record.project,
        unit=record.organisation.name,
        department=department,
        stratum=stratum_of(basis, limits, department, figures),
        amount=max(figures.budget or 0, 0) // _CENT,
        version=record.version,
    )


def _departments(place: Organisation) -> dict[int, str]:
    """Return by the key of each organisation of a branch its department's name, or its own."""
    inside = Organisation.objects.filter(branch__startswith=place.branch).order_by("branch")
    above = Organisation.objects.filter(branch__in=branches_above(place.branch))
    names = {
        each.branch: each.name
        for each in (*above, *inside)
        if each.kind == OrganisationKind.DEPARTMENT
    }
    return {each.pk: _first(names, each.branch) or each.name for each in inside}


def _first(names: dict[str, str], branch: str) -> str | None:
    return next((names[each] for each in branches_above(branch) if each in names), None)
