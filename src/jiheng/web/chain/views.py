"""待办, 催办, and the pages on which actions are done."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.asking import order_from, question
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Action
from jiheng.web.chain.tasks import grouped, owed_by_others, tasks_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

CONFLICT = 409
FORBIDDEN = 403


@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """Show what waits for the visitor."""
    person = visitor(request)
    groups = grouped(tasks_of(person, posts_of(person)), are_tasks=True)
    return render(request, "chain/tasks.html", {"groups": groups})


@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """Show what others owe, with a text to copy."""
    person = visitor(request)
    rows = owed_by_others(person, posts_of(person))
    return render(request, "chain/reminders.html", {"groups": grouped(rows), "rows": rows})


def act(request: HttpRequest, number: str, action: str) -> HttpResponse:
    """Ask what an action needs to know, or do it."""
    person = visitor(request)
    record, move = record_for(person, number), move_named(action)
    if move.action not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        chosen = tuple(request.GET.getlist("cell"))
        asked = question(record, move, language_of(request), chosen)
        return render(request, "chain/act.html", {"record": record, "move": move, "asked": asked})
    try:
        move.perform(order_from(request, record, move, language_of(request)))
    except (Refused, OutOfDate) as refusal:
        asked = question(record, move, language_of(request))
        context = {"record": record, "move": move, "asked": asked, "refused": why(refusal, request)}
        return render(request, "chain/act.html", context, status=CONFLICT)
    messages.success(request, _done(request, record, move))
    return redirect("tasks")


@require_POST
def batch(request: HttpRequest, action: str) -> HttpResponse:
    """Do one action with every form that was ticked, each by itself."""
    person, move = visitor(request), move_named(action)
    if not move.is_batch:
        raise Http404
    for number in request.POST.getlist("number"):
        record = record_for(person, number)
        try:
            move.perform(order_from(request, record, move, language_of(request)))
        except (Refused, OutOfDate) as refusal:
            messages.error(request, f"{record.project}：{why(refusal, request)}")
        else:
            messages.success(request, _done(request, record, move))
    return redirect("tasks")


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


def _done(request: HttpRequest, record: FormRecord, move: Move) -> str:
    language = language_of(request)
    name = say(f"web.action.{Action(move.action)}", language)
    return say("web.done", language, action=name, project=record.project)
