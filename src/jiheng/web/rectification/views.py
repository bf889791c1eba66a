"""The pages of one form's rectification: issue a notice, feed back to it, settle it."""

from datetime import timedelta

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.decide import Ruling
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.access.situations import ruling_on
from jiheng.web.chain.actions.close_notice import close_notice
from jiheng.web.chain.actions.feed_back import feed_back, save_feedback
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.actions.refuse_feedback import refuse_feedback
from jiheng.web.chain.actions.revoke_notice import revoke_notice
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.files.proofs import BadProof
from jiheng.web.files.storing import path_of
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.language import language_of
from jiheng.web.lists.models import Figures
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Person
from jiheng.web.rectification.models import Demand, DemandProof
from jiheng.web.rectification.refusing import sentence
from jiheng.web.rectification.sent import (
    Choice,
    answers,
    choices,
    day,
    judgements,
    lines,
    notice_wish,
    order_of,
)
from jiheng.web.rectification.shown import notices_of, shown_notice
from jiheng.web.rectification.states import OPEN

_DAYS = timedelta(days=15)
"""So long a unit gets unless the office says otherwise."""


@require_safe
def notice(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a form's notices demand, what was answered, and what can be done now."""
    record = record_for(visitor(request), number)
    return _page(request, record)


def issue(request: HttpRequest, number: str) -> HttpResponse:
    """Show what can be demanded of a form, or issue a notice."""
    record = record_for(visitor(request), number)
    if Action.ISSUE_NOTICE not in allowed_actions(visitor(request), record):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _issuing(request, record)
    order, wish = order_of(request, record), notice_wish(record, request.POST)
    try:
        issue_notice(order, wish)
    except (Refused, OutOfDate) as refusal:
        return _issuing(request, record, sentence(refusal, language_of(request)))
    return _done(request, record, Action.ISSUE_NOTICE)


@require_POST
def answer(request: HttpRequest, number: str) -> HttpResponse:
    """Save a unit's feedback, or hand it in."""
    person, record = visitor(request), record_for(visitor(request), number)
    is_final = request.POST.get("do") == "hand-in"
    ruling = ruling_on(person, Action.FEED_BACK, record)
    if ruling is not Ruling.ALLOWED:
        # Nobody else's files are kept.
        return _page(request, record, say(f"web.ruling.{ruling}", language_of(request)))
    try:
        order = Order(person=person, record=record.pk, version=None)
        (feed_back if is_final else save_feedback)(order, answers(request, _demands(record)))
    except (Refused, OutOfDate, BadProof) as refusal:
        return _page(request, record, sentence(refusal, language_of(request)))
    if is_final:
        return _done(request, record, Action.FEED_BACK)
    messages.success(request, say("web.saved", language_of(request)))
    return redirect("notice", number=number)


@require_POST
def settle(request: HttpRequest, number: str) -> HttpResponse:
    """Close a notice, or give it back to the unit."""
    record = record_for(visitor(request), number)
    order, said = order_of(request, record), judgements(request.POST, _demands(record))
    is_refused = request.POST.get("do") == "refuse"
    try:
        if is_refused:
            refuse_feedback(order, day(request.POST.get("due", "")), said)
        else:
            close_notice(order, said)
    except (Refused, OutOfDate) as refusal:
        return _page(request, record, sentence(refusal, language_of(request)))
    return _done(request, record, Action.REFUSE_FEEDBACK if is_refused else Action.CLOSE_NOTICE)


@require_POST
def revoke(request: HttpRequest, number: str) -> HttpResponse:
    """Take back a notice that should not have been issued."""
    record = record_for(visitor(request), number)
    try:
        revoke_notice(order_of(request, record))
    except (Refused, OutOfDate) as refusal:
        return _page(request, record, sentence(refusal, language_of(request)))
    return _done(request, record, Action.REVOKE_NOTICE)


@require_safe
def proof(request: HttpRequest, key: int) -> FileResponse:
    """Send a proof to whoever sees its form."""
    return proof_file(visitor(request), key)


def proof_file(person: Person, key: int) -> FileResponse:
    """Return a proof of a form that somebody sees, always as a file to keep.

    Raises:
        Http404: there is none, or none for them.
    """
    found = DemandProof.objects.filter(pk=key).select_related("file", "demand__notice__record")
    one = found.first()
    if one is None:
        raise Http404
    record_for(person, one.demand.notice.record.number)
    return FileResponse(
        path_of(one.file).open("rb"),
        as_attachment=True,
        filename=one.file.name,
        content_type="application/octet-stream",
    )


def _demands(record: FormRecord) -> tuple[Demand, ...]:
    return tuple(Demand.objects.filter(notice__record=record, notice__state__in=OPEN))


def _page(request: HttpRequest, record: FormRecord, refused: str = "") -> HttpResponse:
    page = drawn_now(record, language_of(request))
    shown = tuple(shown_notice(record, each, page) for each in notices_of(record))
    context = {
        "record": record,
        "now": next((each for each in shown if each.is_open), None),
        "past": tuple(each for each in shown if not each.is_open),
        "allowed": allowed_actions(visitor(request), record),
        "figures": Figures.of(record),
        "typed": request.POST,
        "due": timezone.localdate() + _DAYS,
        "refused": refused,
    }
    return render(request, "rectification/notice.html", context, status=_status(refused))


def _issuing(request: HttpRequest, record: FormRecord, refused: str = "") -> HttpResponse:
    form, sent = form_of(record), request.POST if request.method == "POST" else None
    page = drawn_now(record, language_of(request))
    can_open = writable_at(form, Step.SELF_EVALUATION)
    context = {
        "record": record,
        "choices": tuple(_named(each, page) for each in choices(record, sent)),
        "lines": lines(sent),
        "cells": tuple((path, page.name(path)) for path in drawn_paths(form) if path in can_open),
        "due": (sent.get("due") if sent else None) or (timezone.localdate() + _DAYS).isoformat(),
        "reason": sent.get("reason", "") if sent else "",
        "refused": refused,
    }
    return render(request, "rectification/issue.html", context, status=_status(refused))


def _named(choice: Choice, page: Drawn) -> tuple[Choice, str, str]:
    """A finding with its check's title and its cell's name."""
    raised = choice.raised
    return choice, page.voice.defect(raised.code, raised.code), page.name(raised.path)


def _status(refused: str) -> int:
    return CONFLICT if refused else 200


def _done(request: HttpRequest, record: FormRecord, action: Action) -> HttpResponse:
    language = language_of(request)
    name = say(f"web.action.{action}", language)
    messages.success(request, say("web.done", language, action=name, project=record.project))
    return redirect("notice", number=record.number)
