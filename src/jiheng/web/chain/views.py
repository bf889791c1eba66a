"""The pages on which actions are done, with one form or with many."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.asking import batch_order, order_from, question
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

CONFLICT = 409
FORBIDDEN = 403


def act(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Ask what an action needs to know, or do it."""
    person = visitor(request)
    record, move = record_for(person, number), move_named(action)
    if move.action not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    sent = request.POST if request.method == "POST" else request.GET
    chosen = tuple(sent.getlist("cell"))
    if request.method != "POST":
        asked = question(record, move, language_of(request), chosen)
        return render(request, "chain/act.html", {"record": record, "move": move, "asked": asked})
    try:
        move.perform(order_from(request, record, move, language_of(request)))
    except (Refused, OutOfDate) as refusal:
        asked = question(record, move, language_of(request), chosen)
        context = {"record": record, "move": move, "asked": asked, "refused": why(refusal, request)}
        return render(request, "chain/act.html", context, status=CONFLICT)
    messages.success(request, done(request, record, move))
    # Whoever may still write in the form, as it stands now, goes on there.
    record.refresh_from_db(fields=["step", "version", "document"])
    is_writing = Action.FILL in allowed_actions(person, record)
    return redirect("form", number=number) if is_writing else redirect("tasks")


@require_POST
def batch(request: HttpRequest, action: str) -> HttpResponse:
    """Do one action with every form that was ticked, each by itself."""
    person, move = visitor(request), move_named(action)
    if not move.is_batch:
        raise Http404
    numbers = request.POST.getlist("number")
    refused = _unsaid(request, move) if numbers else "refused.no-tick"
    if refused:
        messages.error(request, say(f"web.{refused}", language_of(request)))
        return redirect(_back(request))
    for number in numbers:
        record = record_for(person, number)
        try:
            move.perform(batch_order(request, record, move, language_of(request)))
        except (Refused, OutOfDate) as refusal:
            messages.error(request, f"{record.project}：{why(refusal, request)}")
        else:
            messages.success(request, done(request, record, move))
    return redirect(_back(request))


def _unsaid(request: HttpRequest, move: Move) -> str:
    """What all the forms lack together, said once and not with every form."""
    wants_reason = "reason" in move.asks and not request.POST.get("reason", "").strip()
    return "refused.reason" if wants_reason else ""


def _back(request: HttpRequest) -> str:
    """The list on which the forms were ticked."""
    path = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if path and is_ours else reverse("tasks")


def move_named(name: str) -> Move:
    """Return an action by the name in its address.

    Raises:
        Http404: there is none.
    """
    move = next((move for move in MOVES if move.action == name), None)
    if move is None:
        raise Http404
    return move


def why(refusal: Refused | OutOfDate, request: HttpRequest) -> str:
    """Return the sentence of a refusal."""
    if isinstance(refusal, OutOfDate):
        version = str(refusal.theirs)
        return say("web.refused.out-of-date", language_of(request), version=version)
    return say(f"web.{refusal.why}", language_of(request))


def done(request: HttpRequest, record: FormRecord, move: Move) -> str:
    """Return the sentence that says what was done."""
    language = language_of(request)
    name = say(f"web.action.{Action(move.action)}", language)
    return say("web.done", language, action=name, project=record.project)
