"""The frozen population, the sample with who reviews it, and what somebody was given to review."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import may_be_given
from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Cause, Group
from jiheng.web.sampling.overview import entries_of
from jiheng.web.sampling.pages.frame import frame_of, said
from jiheng.web.sampling.results import with_review, with_reviews
from jiheng.web.sampling.sample import (
    Wanted,
    add_must_check,
    assign,
    given_to,
    reviewers,
    sample,
    take_back,
)

PAGE = 100
_DAYS = timedelta(days=20)
_REASON, _ASKED_BY = 300, 120


@require_safe
def population(request: HttpRequest, key: str) -> HttpResponse:
    """Show the forms as they were frozen, and which of them were changed since."""
    frame = frame_of(request, key)
    stratum, shows_changed = request.GET.get("stratum", ""), request.GET.get("changed") == "1"
    groups = tuple(Group.objects.filter(draw=frame.draw))
    known = stratum if stratum in {each.name for each in groups} else ""
    shown = entries_of(frame.draw, known, changed=shows_changed)
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "frame": frame,
        "draw": frame.draw,
        "groups": groups,
        "stratum": stratum,
        "changed": entries_of(frame.draw, changed=True).count(),
        "shows_changed": shows_changed,
        "page": Paginator(shown, PAGE).get_page(request.GET.get("page")),
        "query": f"{asked.urlencode()}&" if asked else "",
    }
    return render(request, "sampling/population.html", context)


@require_safe
def sample_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was drawn and what must be checked, with who reviews it and how far they are."""
    frame = frame_of(request, key)
    rows = with_reviews(sample(frame.draw))
    context = {
        "frame": frame,
        "draw": frame.draw,
        "rows": rows,
        "given": sum(each.task.given is not None for each in rows),
        "reviewers": reviewers(frame.draw) if frame.may_run else (),
        "causes": tuple(Cause),
        "due": timezone.localdate() + _DAYS,
    }
    return render(request, "sampling/sample.html", context)


@require_POST
def must_check(request: HttpRequest, key: str) -> HttpResponse:
    """Put a form beside the draw that must be checked."""
    frame, sent = frame_of(request, key), request.POST
    if not frame.may_run:
        return render(request, "403.html", status=FORBIDDEN)
    cause = sent.get("cause", "")
    wanted = Wanted(
        number=(clean(sent.get("number")) or "")[:40],
        cause=Cause(cause) if cause in tuple(Cause) else Cause.OTHER,
        reason=(clean(sent.get("reason")) or "")[:_REASON],
        asked_by=(clean(sent.get("asked_by")) or "")[:_ASKED_BY],
    )
    try:
        add_must_check(visitor(request), frame.draw.pk, wanted)
    except Refused as refusal:
        messages.error(request, said(refusal, request))
    else:
        messages.success(request, say("sampling.done.must", language_of(request)))
    return redirect("draw-sample", key=key)


@require_POST
def assign_page(request: HttpRequest, key: str) -> HttpResponse:
    """Give the ticked forms to somebody to review, or take them back."""
    frame, sent = frame_of(request, key), request.POST
    if not frame.may_run:
        return render(request, "403.html", status=FORBIDDEN)
    person, pk, numbers = visitor(request), frame.draw.pk, tuple(sent.getlist("number"))
    try:
        if "back" in sent:
            what, count = "take-back", take_back(person, pk, numbers)
        else:
            what = "assign"
            due = _day(sent.get("due", ""))
            count = assign(person, pk, numbers, key_in(sent.get("to", "")), due)
    except Refused as refusal:
        messages.error(request, said(refusal, request))
    else:
        told = say(f"sampling.done.{what}", language_of(request), count=str(count))
        messages.success(request, told)
    return redirect("draw-sample", key=key)


@require_safe
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Show the forms that the visitor was given to review, where they can be given any."""
    if not may_be_given(desk_of(request).posts):
        raise Http404
    return render(request, "sampling/tasks.html", {"rows": with_review(given_to(visitor(request)))})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
