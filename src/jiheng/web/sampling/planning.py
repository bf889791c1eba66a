"""The plan of a draw: what is drawn from, how many of each stratum, by which public number."""

from datetime import datetime

from django.db import transaction
from msgspec import Struct

from jiheng.rulebook.phrases import phrase
from jiheng.web import clock
from jiheng.web.access.situations import posts_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Organisation, Person
from jiheng.web.sampling.holding import Refused, held, reach
from jiheng.web.sampling.models import Basis, Draw, DrawState, Group
from jiheng.web.sampling.permission import may_run
from jiheng.web.sampling.population import candidates, parts
from jiheng.web.sampling.strata import Part, limits_in, spread

OPEN = (DrawState.PLANNED, DrawState.COMMITTED)
"""Until it is frozen, a plan can be changed; the commitment binds the secret alone."""
MOST_DRAWN = 5_000
_YEARS = range(2000, 2100)
_MOST_LEAST = 10**12


class Plan(Struct, frozen=True, kw_only=True):
    """What the office wants.

    Attributes:
        limits: of the classes of size, in 万元, as typed.
        total: forms to be drawn.
        least: a form counts with at least so much, in yuan.
        source: which public number will be taken.
        appears_at: when it will be public.
    """

    organisation: Organisation
    year: int
    title: str
    basis: Basis
    limits: str
    total: int
    by_money: bool
    least: int
    source: str
    appears_at: datetime


class Planned(Struct, frozen=True, kw_only=True):
    """A stratum as it is now, and how many of its forms the plan wants; 0 where it says nothing."""

    part: Part
    size: int


@transaction.atomic
def begin(person: Person, plan: Plan) -> Draw:
    """Return a new draw with its sample spread over the strata.

    Raises:
        Refused: the person runs no draws there, or the plan cannot be.
    """
    if not may_run(posts_of(person), plan.organisation.branch):
        raise Refused(phrase("sampling.refused.not-yours"))
    _check(plan)
    draw = Draw(**_columns(plan))
    draw.save()
    _spread(draw, plan)
    reach(draw, DrawState.PLANNED, person)
    note("draw-plan", draw.name, person, _told(plan))
    return draw


def change(person: Person, draw: int, plan: Plan) -> None:
    """Plan a draw anew, and spread its sample over the strata again.

    Raises:
        Refused: the person may not, the plan cannot be, or it is too late.
    """
    _check(plan)
    with held(draw, person, *OPEN) as found:
        if not may_run(posts_of(person), plan.organisation.branch):
            raise Refused(phrase("sampling.refused.not-yours"))
        for name, value in _columns(plan).items():
            setattr(found, name, value)
        found.save()
        Group.objects.filter(draw=found).delete()
        _spread(found, plan)
        note("draw-plan", found.name, person, _told(plan))


def resize(person: Person, draw: int, sizes: tuple[tuple[str, int], ...]) -> None:
    """Take the office's own sizes of the strata.

    Raises:
        Refused: the person may not, a stratum would give none, or it is too late.
    """
    with held(draw, person, *OPEN) as found:
        if not sizes or any(not 0 < size <= MOST_DRAWN for _, size in sizes):
            raise Refused(phrase("sampling.refused.size"))
        Group.objects.filter(draw=found).delete()
        Group.objects.bulk_create(Group(draw=found, name=name, size=size) for name, size in sizes)
        note("draw-plan", found.name, person, {name: str(size) for name, size in sizes})


def planned(draw: Draw) -> tuple[Planned, ...]:
    """Return the strata of the forms as they are now, each with its planned size."""
    sizes = dict(Group.objects.filter(draw=draw).values_list("name", "size"))
    return tuple(
        Planned(part=each, size=sizes.get(each.name, 0)) for each in parts(draw, candidates(draw))
    )


def _spread(draw: Draw, plan: Plan) -> None:
    found = parts(draw, candidates(draw))
    sizes = spread(found, plan.total)
    Group.objects.bulk_create(
        Group(draw=draw, name=part.name, size=size) for part, size in zip(found, sizes, strict=True)
    )


def _check(plan: Plan) -> None:
    if not plan.title:
        raise Refused(phrase("sampling.refused.no-title"))
    if not plan.source:
        raise Refused(phrase("sampling.refused.no-source"))
    if plan.appears_at <= clock.now():
        raise Refused(phrase("sampling.refused.past"))
    if plan.year not in _YEARS or plan.appears_at.year not in _YEARS:
        raise Refused(phrase("web.begin.no-year"))
    if not 0 < plan.total <= MOST_DRAWN:
        raise Refused(phrase("sampling.refused.total", most=str(MOST_DRAWN)))
    if plan.least > _MOST_LEAST:
        raise Refused(phrase("sampling.refused.least"))
    if plan.basis is Basis.SIZE and limits_in(plan.limits) is None:
        raise Refused(phrase("sampling.refused.limits"))


def _columns(plan: Plan) -> dict[str, object]:
    return {
        "organisation": plan.organisation,
        "year": plan.year,
        "title": plan.title,
        "basis": plan.basis.value,
        "limits": plan.limits if plan.basis is Basis.SIZE else "",
        "by_money": plan.by_money,
        "least": plan.least,
        "source": plan.source,
        "appears_at": plan.appears_at,
    }


def _told(plan: Plan) -> dict[str, str]:
    return {
        "basis": plan.basis.value,
        "total": str(plan.total),
        "source": plan.source,
        "appears_at": plan.appears_at.isoformat(),
    }
