"""The forms that can be published, the batches, and what was released."""

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import within_reach
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.language import language_of
from jiheng.web.lists.listing import listing
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import wants_part
from jiheng.web.people.reach import one_of
from jiheng.web.publication.actable import movable
from jiheng.web.publication.batches import begin, masked_names, seen, standing
from jiheng.web.publication.making import ask, last_making, leaks_of, took
from jiheng.web.publication.models import Batch
from jiheng.web.publication.outside import zip_response
from jiheng.web.publication.packing import Unfit
from jiheng.web.publication.permission import (
    RELEASING,
    batch_for,
    batches_of,
    package_for,
    places_of,
)
from jiheng.web.publication.releasing import withdraw as withdrawn
from jiheng.web.publication.showing import standing_of
from jiheng.web.publication.states import ClearanceState, with_states

NAMES = "text/plain; charset=utf-8"
_COLUMNS = ("project", "unit", "budget", "printed", "recomputed", "findings")


@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """Show the closed forms of the year by their state on the way to the public."""
    desk = desk_of(request)
    if not desk.roles & RELEASING:
        return render(request, "403.html", status=FORBIDDEN)
    reach = within_reach(desk.posts, Action.REVIEW_SECRECY)
    records = with_states(reach.filter(year=desk.year, step=Step.CLOSED))
    counts = dict(records.order_by().values_list("state").annotate(Count("pk")))
    state = request.GET.get("state", "")
    chosen = records.filter(state=state) if state in counts else records
    shown = listing(request, chosen.select_related("clearance"), _COLUMNS, default="findings")
    rows = tuple(standing_of(row.record) for row in shown.rows)
    context = {
        "listing": shown,
        "rows": rows,
        "movable": movable(desk.person, desk.posts, tuple(each.row.record.pk for each in rows)),
        "states": tuple((each, counts[each]) for each in ClearanceState if each in counts),
        "state": state if state in counts else "",
        "total": sum(counts.values()),
    }
    return render(request, "publication/forms.html", context)


def batches(request: HttpRequest) -> HttpResponse:
    """Show the batches, or begin one of a place and year."""
    desk = desk_of(request)
    if not desk.roles & RELEASING:
        return render(request, "403.html", status=FORBIDDEN)
    if request.method == "POST":
        place = one_of(places_of(desk.posts), request.POST.get("place", ""))
        year = key_in(request.POST.get("year", ""))
        if year not in {each.year for each in desk.years}:
            raise Http404
        return redirect("publication-batch", key=begin(place, year, desk.person).pk)
    context = {
        "batches": seen(batches_of(desk.posts)),
        "places": places_of(desk.posts),
        "years": tuple(each.year for each in desk.years),
        "year": desk.year,
    }
    return render(request, "publication/batches.html", context)


def batch(request: HttpRequest, key: int) -> HttpResponse:
    """Show a batch, how far its next package is, or let the worker make one."""
    found = batch_for(desk_of(request).posts, key)
    if request.method != "POST":
        return _batch(request, found)
    try:
        ask(found, desk_of(request).person)
    except Unfit as unfit:
        return _batch(request, found, say(f"web.{unfit.why}", language_of(request)))
    messages.success(request, say("release.asked", language_of(request)))
    return redirect("publication-batch", key=found.pk)


@require_safe
def names(request: HttpRequest, key: int) -> HttpResponse:
    """Send what is masked in a batch, one a line, for ``jiheng publish check``."""
    found = batch_for(desk_of(request).posts, key)
    return HttpResponse(
        masked_names(found, desk_of(request).person),
        content_type=NAMES,
        headers={"Content-Disposition": 'attachment; filename="names.txt"'},
    )


@require_safe
def package(request: HttpRequest, key: int) -> FileResponse:
    """Send a released package to whoever may release it, also one that was withdrawn."""
    return zip_response(package_for(desk_of(request).posts, key))


@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Take a package from the public."""
    found = package_for(desk_of(request).posts, key)
    withdrawn(found, desk_of(request).person)
    messages.success(request, say("release.withdrawn", language_of(request)))
    return redirect("publication-batch", key=found.batch.pk)


def _batch(request: HttpRequest, batch: Batch, refused: str = "") -> HttpResponse:
    making = last_making(batch)
    is_made = making is not None and making.ended_at is not None
    if wants_part(request) and is_made:
        # What was made changes the whole page.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {
        "standing": standing(batch),
        "is_public": settings.CONFIG.public,
        "refused": refused,
        "making": making,
        "took": took(making) if making else None,
        "leaks": leaks_of(making) if making else (),
    }
    page = "making.html" if wants_part(request) else "batch.html"
    status = CONFLICT if refused else None
    return render(request, f"publication/{page}", context, status=status)
