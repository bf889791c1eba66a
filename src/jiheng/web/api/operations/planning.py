"""Draws planned and led on, from the plan to the sample."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta
from ninja import Body

from jiheng.web.access.situations import posts_of
from jiheng.web.api.operations.around import KeyIn, forbidden
from jiheng.web.api.operations.draws import ONE, DrawFound, found, framed
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Key, Line, Wire, Year
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.reach import one_of
from jiheng.web.sampling.models import Basis
from jiheng.web.sampling.pages.frame import Frame
from jiheng.web.sampling.permission import places_for
from jiheng.web.sampling.planning import MOST_DRAWN, Plan, begin, change, resize
from jiheng.web.sampling.running import STEPS

_MOST_STRATA = 2_000
_MOST_YUAN = 10**15

Size = Annotated[int, Meta(ge=1, le=MOST_DRAWN)]
Words = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]


class DrawPlan(Wire, frozen=True, kw_only=True):
    """What is drawn from, how many forms, by which public number.

    Attributes:
        limits: of the classes of size, in 万元, rising: ``50,200,1000``.
        total: forms to be drawn, spread over the strata.
        least: a form counts with at least so much, in yuan.
        appears_at: when the number will be public, with its offset.
    """

    organisation: Key
    year: Year
    title: Words
    basis: Basis
    limits: Annotated[str, Meta(max_length=100, pattern=NO_NUL)] = ""
    total: Size
    by_money: bool = True
    least: Annotated[int, Meta(ge=0, le=_MOST_YUAN)] = 0
    source: Annotated[str, Meta(min_length=1, max_length=200, pattern=NO_NUL)]
    appears_at: Annotated[datetime, Meta(tz=True)]


class StratumSizes(Wire, frozen=True, kw_only=True):
    """How many forms of each stratum are to be drawn, by its name."""

    sizes: Annotated[dict[Line, Size], Meta(min_length=1, max_length=_MOST_STRATA)]


class DrawStep(Wire, frozen=True, kw_only=True):
    """How a draw goes on; ``words`` are the public number, or why it is given up."""

    do: Annotated[str, Meta(pattern=f"^({'|'.join(STEPS)})$")]
    words: Line = ""


def plan_draw(request: HttpRequest, plan: Body[DrawPlan]) -> DrawFound:
    """Plan a draw, with its sample spread over the strata."""
    if not places_for(posts_of(visitor(request))).exists():
        raise forbidden()
    return found(request, begin(visitor(request), _plan(request, plan)).pk)


def change_draw(request: HttpRequest, key: KeyIn, plan: Body[DrawPlan]) -> DrawFound:
    """Plan a draw anew, as long as it is not frozen."""
    run = running(request, key)
    change(visitor(request), run.draw.pk, _plan(request, plan))
    return found(request, key)


def size_draw(request: HttpRequest, key: KeyIn, wanted: Body[StratumSizes]) -> DrawFound:
    """Take the office's own sizes of the strata."""
    run = running(request, key)
    resize(visitor(request), run.draw.pk, tuple(wanted.sizes.items()))
    return found(request, key)


def step_draw(request: HttpRequest, key: KeyIn, step: Body[DrawStep]) -> DrawFound:
    """Lead a draw to its next state, or give it up."""
    run = running(request, key)
    STEPS[step.do](visitor(request), run.draw.pk, clean(step.words) or "")
    return found(request, key)


def running(request: HttpRequest, key: int) -> Frame:
    """Return a draw that the caller runs.

    Raises:
        Http404: there is none, or none for them.
        Trouble: they see it, and do not run it.
    """
    frame = framed(request, key)
    if not frame.may_run:
        raise forbidden()
    return frame


def _plan(request: HttpRequest, plan: DrawPlan) -> Plan:
    return Plan(
        organisation=one_of(places_for(posts_of(visitor(request))), plan.organisation),
        year=plan.year,
        title=" ".join((clean(plan.title) or "").split()),
        basis=plan.basis,
        limits=plan.limits,
        total=plan.total,
        by_money=plan.by_money,
        least=plan.least,
        source=" ".join((clean(plan.source) or "").split()),
        appears_at=plan.appears_at,
    )


OPERATIONS = (
    Operation(
        name="plan-draw",
        method="POST",
        path="/draws",
        view=plan_draw,
        answer=DrawFound,
        status=201,
    ),
    Operation(
        name="change-draw",
        method="POST",
        path=f"{ONE}/plan",
        view=change_draw,
        answer=DrawFound,
    ),
    Operation(
        name="size-draw",
        method="POST",
        path=f"{ONE}/sizes",
        view=size_draw,
        answer=DrawFound,
    ),
    Operation(
        name="step-draw",
        method="POST",
        path=f"{ONE}/steps",
        view=step_draw,
        answer=DrawFound,
    ),
)
