"""Many forms handed in at once with one declaration, and the way to the next open cell."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import SOURCE, say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.actions import Move
from jiheng.web.chain.asking import cells_in_question
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.tasks import waiting_for
from jiheng.web.chain.views import CONFLICT, done, move_named, why
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.language import language_of
from jiheng.web.lists.blanks import blank_paths
from jiheng.web.lists.rows import listed, row_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.people.models import Person

MOVED_BY = {Step.TARGET_DRAFT: Action.DECLARE, Step.SELF_EVALUATION: Action.HAND_IN}
"""What hands a form in at a step."""


def hand_in_many(request: HttpRequest) -> HttpResponse:
    """Show the visitor's own forms that can be handed in, and hand in those that are ticked."""
    desk = desk_of(request)
    found = ready(desk)
    context: dict[str, object] = {"rows": tuple(row_of(each) for each in listed(found))}
    if request.method != "POST":
        return render(request, "lists/hand_in.html", context)
    numbers = request.POST.getlist("number")
    missing = "" if request.POST.get("declared") else "lists.not-declared"
    refused = missing if numbers else "web.refused.no-tick"
    if refused:
        context["refused"] = say(refused, language_of(request))
        context["ticked"] = numbers
        return render(request, "lists/hand_in.html", context, status=CONFLICT)
    for record in found.filter(number__in=numbers):
        _hand_in(request, record)
    return redirect("tasks")


@require_safe
def next_cell(request: HttpRequest, number: str) -> HttpResponse:
    """Lead to the first open cell that is empty, or, in a returned form, to the first open one."""
    person = desk_of(request).person
    record = record_for(person, number)
    if Action.REPORT_MONITORING in allowed_actions(person, record):
        return redirect("act", number=number, action=Action.REPORT_MONITORING)
    wanted, page = _wanted(record)
    address = reverse("form", args=(number,))
    return redirect(address if wanted is None else f"{address}{page.anchor(wanted)}")


def _wanted(record: FormRecord) -> tuple[str | None, Drawn]:
    """The open cell to begin with: returned, else empty, else in question, else the first."""
    form, step, returned = form_of(record), Step(record.step), returned_cells(record)
    page = drawn_now(record, SOURCE)
    open_now = open_paths(form, record, returned)
    cells = [path for path in drawn_paths(form) if path in open_now]
    asked = cells_in_question(page)
    order = (*returned, *blank_paths(form, step), *(path for path in cells if path in asked))
    return next((path for path in (*order, *cells) if path in open_now), None), page


def ready(desk: Desk) -> QuerySet[FormRecord]:
    """Return one's own drafts and self-evaluations that were not returned and lack nothing."""
    waiting = waiting_for(desk.person, desk.posts).filter(year=desk.year)
    return waiting.filter(
        step__in=MOVED_BY, figures__is_returned=False, figures__blanks=0
    ).order_by("step", "figures__errors", "number")


def handed_in(person: Person, record: FormRecord, version: int) -> Move:
    """Hand a form in with the declaration, as somebody saw it; return what that was.

    Raises:
        Refused, OutOfDate: it cannot be done, or not with this version.
    """
    move = move_named(MOVED_BY[Step(record.step)])
    move.perform(
        Order(person=person, record=record.pk, version=version, reason=say("lists.declared"))
    )
    return move


def _hand_in(request: HttpRequest, record: FormRecord) -> None:
    seen = key_in(request.POST.get(f"version.{record.number}", ""))
    try:
        move = handed_in(desk_of(request).person, record, seen)
    except (Refused, OutOfDate) as refusal:
        messages.error(request, f"{record.project}：{why(refusal, request)}")
    else:
        messages.success(request, done(request, record, move))
