"""The clerk's page of rows that are out, the section's page of rows to fill in."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.files.proofs import BadProof
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Person
from jiheng.web.sections.answering import Overtaken, answer, asked_of
from jiheng.web.sections.asked import asked_rows, is_final, sent_answers
from jiheng.web.sections.models import Proof
from jiheng.web.sections.rows import rows_of
from jiheng.web.sections.sending import (
    NotSent,
    Sending,
    accept,
    ask_again,
    open_rows,
    sections_of,
    send,
    take_back,
)
from jiheng.web.sections.waiting import owed_by, waiting

_DAYS = 3
"""So long a section gets unless the clerk says otherwise."""
MOVES = {"take-back": take_back, "accept": accept, "again": ask_again}


@require_safe
def sent_to_me(request: HttpRequest) -> HttpResponse:
    """Show a section the rows that it still has to fill in."""
    return render(request, "sections/mine.html", {"rows": owed_by(visitor(request))})


def rows_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a clerk which rows of a form are out, or send more of them."""
    person = visitor(request)
    record = record_for(person, number)
    if not may_send(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return render(request, "sections/send.html", _sending(record))
    sent = request.POST
    try:
        made = send(
            Sending(
                person=person,
                record=record.pk,
                rows=tuple(sent.getlist("row")),
                to=key_in(sent.get("to", "")),
                due=_day(sent.get("due", "")),
                note=clean(sent.get("note")) or "",
            )
        )
    except NotSent as refusal:
        context = {**_sending(record), "refused": _why(refusal, request), "typed": sent}
        return render(request, "sections/send.html", context, status=CONFLICT)
    told = say(
        "sections.sent", language_of(request), count=str(len(made)), name=made[0].person.name
    )
    messages.success(request, told)
    return redirect("sent-rows", number=number)


@require_POST
def move_row(request: HttpRequest, number: str, key: int, what: str) -> HttpResponse:
    """Take a row back, accept it, or send it to the section again."""
    record = record_for(visitor(request), number)
    sent = open_rows(record).filter(pk=key).first()
    if sent is None or what not in MOVES:
        raise Http404
    try:
        MOVES[what](visitor(request), sent)
    except NotSent as refusal:
        messages.error(request, _why(refusal, request))
    else:
        messages.success(
            request, say(f"sections.done-{what}", language_of(request), name=sent.name)
        )
    return redirect("sent-rows", number=number)


def answer_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a section the rows of a form that it was sent, and nothing else, or save them."""
    person = visitor(request)
    record = record_for(person, number)
    asked = asked_of(person, record)
    if not asked:
        raise Http404
    if request.method != "POST":
        rows = asked_rows(record, asked)
        return render(request, "sections/answer.html", {"record": record, "rows": rows})
    final = is_final(request.POST)
    try:
        answer(person, record, sent_answers(request, record, asked), is_final=final)
    except (NotSent, Overtaken, BadProof) as refusal:
        record.refresh_from_db()
        rows = asked_rows(record, asked, request.POST)
        context = {"record": record, "rows": rows, "refused": _why(refusal, request)}
        return render(request, "sections/answer.html", context, status=CONFLICT)
    key = "sections.handed-back" if final else "web.saved"
    messages.success(request, say(key, language_of(request)))
    return redirect("my-rows") if final else redirect("answer-rows", number=number)


@require_safe
def proof(request: HttpRequest, key: int) -> FileResponse:
    """Send a proof to whoever sees its form."""
    return proof_file(visitor(request), key)


def proof_file(person: Person, key: int) -> FileResponse:
    """Return a proof of a form that somebody sees, always as a file to keep.

    Raises:
        Http404: there is none, or none for them.
    """
    found = Proof.objects.filter(pk=key).select_related("file", "sent__record").first()
    if found is None:
        raise Http404
    record_for(person, found.sent.record.number)
    return FileResponse(
        path_of(found.file).open("rb"),
        as_attachment=True,
        filename=found.file.name,
        content_type="application/octet-stream",
    )


def may_send(person: Person, record: FormRecord) -> bool:
    """Whether somebody may send rows of a form now."""
    allowed = allowed_actions(person, record)
    return Action.FILL in allowed and record.step == Step.SELF_EVALUATION


def _sending(record: FormRecord) -> dict[str, object]:
    form, out = form_of(record), waiting(record)
    taken = {each.path for each in out}
    return {
        "record": record,
        "out": out,
        "owed": tuple(each for each in out if not each.is_answered),
        "rows": tuple(row for row in rows_of(form, record) if row.path not in taken),
        "people": sections_of(record),
        "due": timezone.localdate() + timedelta(days=_DAYS),
    }


def _day(sent: str) -> date:
    try:
        return date.fromisoformat(sent)
    except ValueError:
        return date.min


def _why(refusal: NotSent | Overtaken | BadProof, request: HttpRequest) -> str:
    match refusal:
        case NotSent(why=why):
            group = "web" if why.startswith("ruling.") else "sections"
            return say(f"{group}.{why}", language_of(request))
        case BadProof(why=why, name=name):
            return say(f"sections.{why}", language_of(request), name=name)
        case Overtaken():
            return say("sections.refused.overtaken", language_of(request))
