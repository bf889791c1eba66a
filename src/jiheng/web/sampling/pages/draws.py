"""The list of draws, and a draw on its way from plan to sample."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import phrase
from jiheng.web.chain.views import FORBIDDEN
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.sampling.holding import Refused
from jiheng.web.sampling.models import Kind, Paper
from jiheng.web.sampling.overview import overview, strata
from jiheng.web.sampling.pages.frame import frame_of, said
from jiheng.web.sampling.permission import READING, draws_for, places_for
from jiheng.web.sampling.planning import planned
from jiheng.web.sampling.population import not_ready
from jiheng.web.sampling.running import STEPS, paper_of

JSON = "application/json; charset=utf-8"


@require_safe
def draws(request: HttpRequest) -> HttpResponse:
    """Show every draw that the visitor may see, the latest first."""
    desk = desk_of(request)
    if not desk.roles & READING:
        return render(request, "403.html", status=FORBIDDEN)
    context = {
        "rows": overview(draws_for(desk.posts)),
        "may_begin": places_for(desk.posts).exists(),
    }
    return render(request, "sampling/draws.html", context)


@require_safe
def draw(request: HttpRequest, key: str) -> HttpResponse:
    """Show where a draw stands, what was published, and what comes next."""
    frame = frame_of(request, key)
    context: dict[str, object] = {"frame": frame, "draw": frame.draw}
    if frame.is_open:
        wanted = planned(frame.draw)
        context["strata"] = wanted
        context["forms"] = sum(each.part.forms for each in wanted)
        context["total"] = sum(each.size for each in wanted)
        context["money"] = sum(each.part.money for each in wanted)
        context["not_ready"] = not_ready(frame.draw)
    else:
        context["groups"] = strata(frame.draw)
        context["papers"] = Paper.objects.filter(draw=frame.draw).values_list("kind", flat=True)
    return render(request, "sampling/draw.html", context)


@require_safe
def paper(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Send a published paper, byte for byte."""
    frame = frame_of(request, key)
    text = paper_of(frame.draw, Kind(kind)) if kind in tuple(Kind) else None
    if text is None:
        raise Http404
    answer = HttpResponse(text, content_type=JSON)
    answer["Content-Disposition"] = f'attachment; filename="{kind}.json"'
    return answer


@require_POST
def step(request: HttpRequest, key: str, what: str) -> HttpResponse:
    """Lead a draw to its next state, or give it up."""
    frame = frame_of(request, key)
    if what not in STEPS:
        raise Http404
    if not frame.may_run:
        return render(request, "403.html", status=FORBIDDEN)
    try:
        STEPS[what](visitor(request), frame.draw.pk, _words(request, what))
    except Refused as refusal:
        messages.error(request, said(refusal, request))
    else:
        messages.success(request, say(f"sampling.done.{what}", language_of(request)))
    return redirect("draw", key=key)


def _words(request: HttpRequest, what: str) -> str:
    """What is said with a step: the number, typed twice, or the reason."""
    number, again, reason = (
        clean(request.POST.get(name)) or "" for name in ("number", "again", "reason")
    )
    if what == "number" and number != again:
        raise Refused(phrase("sampling.refused.differs"))
    return number if what == "number" else reason
