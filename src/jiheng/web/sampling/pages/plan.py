"""The pages on which a draw is planned."""

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.reach import one_of
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Basis, Draw, Group
from jiheng.web.sampling.pages.frame import Frame, frame_of, said
from jiheng.web.sampling.permission import places_for
from jiheng.web.sampling.planning import Plan, begin, change, resize

_TITLE, _SOURCE, _LIMITS = 120, 200, 100
_NEVER = datetime.min.replace(tzinfo=timezone.get_default_timezone(), year=2)
_WEEK = timedelta(days=7)
_EVENING = time(21, 30)
_TOTAL, _LEAST, _CLASSES = 30, 100_000, "50,200,1000"


class Typed(Struct, frozen=True, kw_only=True):
    """What stands in the fields of the plan, as text."""

    organisation: str
    year: str
    title: str
    basis: str
    limits: str
    total: str
    by_money: bool
    least: str
    source: str
    day: str
    time: str


def new_draw(request: HttpRequest) -> HttpResponse:
    """Ask for the plan of a new draw, or begin it."""
    if not places_for(desk_of(request).posts).exists():
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _asked(request, _proposed(request))
    try:
        draw = begin(visitor(request), _plan(request))
    except Refused as refusal:
        return _asked(request, _typed(request.POST), refused=said(refusal, request))
    messages.success(request, say("sampling.done.plan", language_of(request)))
    return redirect("draw", key=str(draw.pk))


def plan(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for another plan of a draw, or take it."""
    frame = frame_of(request, key)
    if not frame.may_run or not frame.is_open:
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _asked(request, _stored(frame.draw), frame)
    try:
        change(visitor(request), frame.draw.pk, _plan(request))
    except Refused as refusal:
        return _asked(request, _typed(request.POST), frame, said(refusal, request))
    messages.success(request, say("sampling.done.plan", language_of(request)))
    return redirect("draw", key=key)


@require_POST
def sizes(request: HttpRequest, key: str) -> HttpResponse:
    """Take the sizes of the strata as the office wants them."""
    frame = frame_of(request, key)
    if not frame.may_run:
        return render(request, "403.html", status=FORBIDDEN)
    sent = request.POST
    wanted = zip(sent.getlist("stratum"), sent.getlist("size"), strict=False)
    try:
        resize(
            visitor(request),
            frame.draw.pk,
            tuple((name, key_in(size)) for name, size in dict(wanted).items()),
        )
    except Refused as refusal:
        messages.error(request, said(refusal, request))
    else:
        messages.success(request, say("sampling.done.sizes", language_of(request)))
    return redirect("draw", key=key)


def _asked(
    request: HttpRequest, typed: Typed, frame: Frame | None = None, refused: str = ""
) -> HttpResponse:
    desk = desk_of(request)
    context = {
        "typed": typed,
        "frame": frame,
        "refused": refused,
        "bases": tuple(Basis),
        "places": places_for(desk.posts),
        "years": tuple(each.year for each in desk.years),
    }
    return render(request, "sampling/plan.html", context, status=CONFLICT if refused else 200)


def _plan(request: HttpRequest) -> Plan:
    typed = _typed(request.POST)
    return Plan(
        organisation=one_of(places_for(desk_of(request).posts), typed.organisation),
        year=key_in(typed.year),
        title=typed.title,
        basis=Basis(typed.basis) if typed.basis in tuple(Basis) else Basis.NONE,
        limits=typed.limits,
        total=key_in(typed.total),
        by_money=typed.by_money,
        least=key_in(typed.least),
        source=typed.source,
        appears_at=_moment(typed.day, typed.time),
    )


def _typed(sent: QueryDict) -> Typed:
    def text(name: str, most: int = _LIMITS) -> str:
        return " ".join((clean(sent.get(name)) or "").split())[:most]

    return Typed(
        organisation=text("organisation"),
        year=text("year"),
        title=text("title", _TITLE),
        basis=text("basis"),
        limits=text("limits"),
        total=text("total"),
        by_money=sent.get("weigh") == "money",
        least=text("least"),
        source=text("source", _SOURCE),
        day=text("day"),
        time=text("time"),
    )


def _proposed(request: HttpRequest) -> Typed:
    """A plan to begin with: the visitor's year, by department and money."""
    desk = desk_of(request)
    year = str(desk.year or timezone.localdate().year)
    first = places_for(desk.posts).first()
    return Typed(
        organisation=str(first.pk if first else ""),
        year=year,
        title=say("sampling.plan.title-example", year=year),
        basis=Basis.DEPARTMENT.value,
        limits=_CLASSES,
        total=str(_TOTAL),
        by_money=True,
        least=str(_LEAST),
        source="",
        day=(timezone.localdate() + _WEEK).isoformat(),
        time=_EVENING.isoformat("minutes"),
    )


def _stored(draw: Draw) -> Typed:
    at = timezone.localtime(draw.appears_at)
    drawn = sum(Group.objects.filter(draw=draw).values_list("size", flat=True))
    return Typed(
        organisation=str(draw.organisation.pk),
        year=str(draw.year),
        title=draw.title,
        basis=draw.basis,
        limits=draw.limits or _CLASSES,
        total=str(drawn),
        by_money=draw.by_money,
        least=str(draw.least),
        source=draw.source,
        day=at.date().isoformat(),
        time=at.time().isoformat("minutes"),
    )


def _moment(day: str, hour: str) -> datetime:
    try:
        at = datetime.combine(date.fromisoformat(day), time.fromisoformat(hour))
    except ValueError:
        return _NEVER
    return timezone.make_aware(at.replace(tzinfo=None)) if at.year > _NEVER.year else _NEVER
