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
from jiheng.web.journal.writing import note
from jiheng.web.language import language_of
from jiheng.web.lists.listing import listing
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.publication.actable import movable
from jiheng.web.publication.batches import begin, seen, standing
from jiheng.web.publication.models import Batch, Package
from jiheng.web.publication.outside import zip_response
from jiheng.web.publication.permission import RELEASING, batches_of, places_of
from jiheng.web.publication.releasing import Unfit, make, release
from jiheng.web.publication.releasing import withdraw as withdrawn
from jiheng.web.publication.showing import standing_of
from jiheng.web.publication.states import ClearanceState, with_states

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
        place = places_of(desk.posts).filter(pk=key_in(request.POST.get("place", ""))).first()
        year = key_in(request.POST.get("year", ""))
        if place is None or year not in {each.year for each in desk.years}:
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
    """Show what a batch would publish now, or release it."""
    desk = desk_of(request)
    found = _batch(request, key)
    if request.method != "POST":
        return render(request, "publication/batch.html", _page(found))
    try:
        package = release(found, desk.person)
    except Unfit as unfit:
        refused = say(f"web.{unfit.why}", language_of(request))
        context = {**_page(found), "refused": refused, "leaks": unfit.leaks}
        return render(request, "publication/batch.html", context, status=CONFLICT)
    told = say("release.done", language_of(request), edition=str(package.edition))
    messages.success(request, told)
    return redirect("publication-batch", key=found.pk)


@require_safe
def names(request: HttpRequest, key: int) -> HttpResponse:
    """Send what is masked in a batch, one a line, for ``jiheng publish check``."""
    found = _batch(request, key)
    try:
        made = make(found)
    except Unfit as unfit:
        raise Http404 from unfit
    note("take-masked-names", str(found), desk_of(request).person)
    lines = (*made.hidden, *(f"+{' '.join(each.split())}" for each in made.contexts))
    text = "".join(f"{line}\n" for line in lines)
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="names.txt"'},
    )


@require_safe
def package(request: HttpRequest, key: int) -> FileResponse:
    """Send a released package to whoever may release it, also one that was withdrawn."""
    return zip_response(_package(request, key))


@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Take a package from the public."""
    found = _package(request, key)
    withdrawn(found, desk_of(request).person)
    messages.success(request, say("release.withdrawn", language_of(request)))
    return redirect("publication-batch", key=found.batch.pk)


def _batch(request: HttpRequest, key: int) -> Batch:
    found = batches_of(desk_of(request).posts).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _package(request: HttpRequest, key: int) -> Package:
    reach = batches_of(desk_of(request).posts)
    found = Package.objects.filter(pk=key, batch__in=reach).select_related("batch", "file").first()
    if found is None:
        raise Http404
    return found


def _page(batch: Batch) -> dict[str, object]:
    return {"standing": standing(batch), "is_public": settings.CONFIG.public}
