"""Many forms handed in at once with one declaration, and the way to the next open cell."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from jiheng.model.paths import value_at
from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, done, move_named, why
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.forms.sheet import drawn
from jiheng.web.language import language_of
from jiheng.web.lists.rows import listed, row_of
from jiheng.web.pages.desk import Desk, desk_of


def hand_in_many(request: HttpRequest) -> HttpResponse:
    """Show the visitor's own forms that can be handed in, and hand in those that are ticked."""
    desk = desk_of(request)
    ready = _ready(desk)
    context: dict[str, object] = {"rows": tuple(row_of(each) for each in listed(ready))}
    if request.method != "POST":
        return render(request, "lists/hand_in.html", context)
    numbers = request.POST.getlist("number")
    missing = "" if request.POST.get("declared") else "lists.not-declared"
    refused = missing if numbers else "web.refused.no-tick"
    if refused:
        context["refused"] = say(refused, language_of(request))
        context["ticked"] = numbers
        return render(request, "lists/hand_in.html", context, status=CONFLICT)
    for record in ready.filter(number__in=numbers):
        _hand_in(request, record)
    return redirect("tasks")


@require_safe
def next_cell(request: HttpRequest, number: str) -> HttpResponse:
    """Lead to the first open cell that is empty, or, in a returned form, to the first open one."""
    person = desk_of(request).person
    record = record_for(person, number)
    if Action.REPORT_MONITORING in allowed_actions(person, record):
        return redirect("act", number=number, action=Action.REPORT_MONITORING)
    form, returned = form_of(record), returned_cells(record)
    open_now = open_paths(form, record, returned)
    cells = [path for path in drawn_paths(form) if path in open_now]
    empty = [path for path in cells if not value_at(form, path)]
    wanted = next(iter((*returned, *empty, *cells)), None)
    page = reverse("form", args=(number,))
    if wanted is None:
        return redirect(page)
    return redirect(f"{page}{drawn(form, Step(record.step), 'zh').anchor(wanted)}")


def _ready(desk: Desk) -> QuerySet[FormRecord]:
    """One's own self-evaluations that were not returned and whose total is filled in."""
    reach = Q(pk__in=[])
    for post in desk.posts:
        reach |= Q(organisation__branch__startswith=post.branch)
    own = FormRecord.objects.filter(reach, filler=desk.person, year=desk.year)
    return own.filter(
        step=Step.SELF_EVALUATION, figures__is_returned=False, figures__printed__isnull=False
    ).order_by("figures__errors", "number")


def _hand_in(request: HttpRequest, record: FormRecord) -> None:
    seen = request.POST.get(f"version.{record.number}", "")
    move = move_named(Action.HAND_IN)
    order = Order(
        person=desk_of(request).person,
        record=record.pk,
        version=int(seen) if seen.isdecimal() else 0,
        reason=say("lists.declared"),
    )
    try:
        move.perform(order)
    except (Refused, OutOfDate) as refusal:
        messages.error(request, f"{record.project}：{why(refusal, request)}")
    else:
        messages.success(request, done(request, record, move))
