"""The pages of the unit's surveys: begun, coded, keyed in, closed, their results."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import SOURCE, say
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.surveys.answering import key_in_paper
from jiheng.web.surveys.asked import LONGEST, MOST_ASKED, Wish, begin, rows_to_ask, survey_of
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.coding import new_codes
from jiheng.web.surveys.fields import fields_of
from jiheng.web.surveys.holding import survey_for
from jiheng.web.surveys.offering import take_offer
from jiheng.web.surveys.paper import printed_sheet, printed_slips
from jiheng.web.surveys.refusing import NotDone
from jiheng.web.surveys.shown import record_and_may, shown, surveys_of


def surveys_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show the surveys of a form, or begin one."""
    person = visitor(request)
    record, may = record_and_may(person, number)
    context = {
        "record": record,
        "may": may,
        "surveys": surveys_of(person, record),
        "rows": rows_to_ask(form_of(record)),
        "most": MOST_ASKED,
        "suggested": _suggested(record.project),
    }
    if request.method != "POST":
        return render(request, "surveys/list.html", context)
    if not may.run:
        return render(request, "403.html", status=FORBIDDEN)
    try:
        made = begin(person, record, wish_in(request.POST))
    except NotDone as refusal:
        context |= {"refused": why(refusal, language_of(request)), "typed": request.POST}
        return render(request, "surveys/list.html", context, status=CONFLICT)
    messages.success(request, say("surveys.begun", language_of(request)))
    return redirect("survey", key=made.pk)


@require_safe
def survey_page(request: HttpRequest, key: int) -> HttpResponse:
    """Show a survey: how many answered while it is open, its result when it is closed."""
    person = visitor(request)
    each = shown(person, survey_for(person, key))
    context = {"each": each, "record": each.questionnaire.record, "door": _door(request)}
    return render(request, "surveys/survey.html", context)


@require_POST
def codes(request: HttpRequest, key: int) -> HttpResponse:
    """Send slips with new codes; they stand in this file and nowhere else."""
    language = language_of(request)
    try:
        coded = new_codes(visitor(request), key)
    except NotDone as refusal:
        messages.error(request, why(refusal, language))
        return redirect("survey", key=key)
    return _pdf(printed_slips(coded, _door(request), language), "slips.pdf")


@require_safe
def sheet(request: HttpRequest, key: int) -> HttpResponse:
    """Send the questions to be filled in by hand."""
    survey = survey_of(survey_for(visitor(request), key))
    return _pdf(printed_sheet(survey, language_of(request)), "questions.pdf")


def paper(request: HttpRequest, key: int) -> HttpResponse:
    """Take in, one after the other, what came back on paper."""
    person, language = visitor(request), language_of(request)
    each = shown(person, survey_for(person, key))
    context = {"each": each, "fields": fields_of(each.survey, request.POST)}
    context |= {"record": each.questionnaire.record, "said": request.POST}
    if not each.may.key:
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return render(request, "surveys/paper.html", context)
    number = key_in(request.POST.get("slip", "").strip())
    try:
        key_in_paper(person, key, number, request.POST)
    except NotDone as refusal:
        context |= {"refused": why(refusal, language)}
        return render(request, "surveys/paper.html", context, status=CONFLICT)
    messages.success(request, say("surveys.keyed", language, number=str(number)))
    return redirect("survey-paper", key=key)


@require_POST
def close_page(request: HttpRequest, key: int) -> HttpResponse:
    """End a survey and count it."""
    person, language = visitor(request), language_of(request)
    try:
        close(person, key)
    except NotDone as refusal:
        messages.error(request, why(refusal, language))
    else:
        messages.success(request, say("surveys.closed", language))
    return redirect("survey", key=key)


@require_POST
def take(request: HttpRequest, key: int) -> HttpResponse:
    """Write the share into its cell, because the clerk says so."""
    language = language_of(request)
    try:
        take_offer(visitor(request), key, clean(request.POST.get("seen")) or None)
    except NotDone as refusal:
        messages.error(request, why(refusal, language))
    else:
        messages.success(request, say("surveys.taken", language))
    return redirect("survey", key=key)


@require_safe
def result(request: HttpRequest, key: int) -> HttpResponse:
    """Send the result of a closed survey as its wire document."""
    survey = survey_for(visitor(request), key)
    if not survey.result:
        raise Http404
    response = HttpResponse(survey.result, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="survey-result.json"'
    return response


def why(refusal: NotDone, language: str) -> str:
    """Return why something was not done, in words."""
    group = "web" if refusal.why.startswith("ruling.") else "surveys"
    return say(f"{group}.{refusal.why}", language)


def wish_in(sent: QueryDict) -> Wish:
    """Return the survey that somebody typed."""
    return Wish(
        row=sent.get("row", ""),
        title=(clean(sent.get("title")) or "").strip(),
        scaled=_lines(sent.get("scaled", "")),
        worded=_lines(sent.get("worded", "")),
        is_fair_enough=sent.get("fair") != "no",
        population=key_in(sent.get("population", "").strip()),
        asked=key_in(sent.get("asked", "").strip()),
    )


def _suggested(project: str) -> dict[str, str]:
    """What an empty questionnaire begins with: in Chinese, as those who are asked speak."""
    return {
        "title": say("surveys.default-title", SOURCE, project=project)[:LONGEST],
        "scaled": say("surveys.scaled-default", SOURCE),
        "worded": say("surveys.worded-default", SOURCE),
    }


def _lines(text: str) -> tuple[str, ...]:
    lines = (line.strip() for line in (clean(text) or "").splitlines())
    return tuple(line for line in lines if line)


def _door(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("answer-survey"))


def _pdf(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
