"""The page for those who are asked: a code, the questions, once; no log-in, nobody is noted."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from jiheng.model.survey import Survey
from jiheng.rulebook.messages import LANGUAGES, SOURCE, say
from jiheng.web.api.bearer import address_of
from jiheng.web.api.meters import Limit, count, spent
from jiheng.web.language import keep_language, language_of
from jiheng.web.people.door import open_to_all
from jiheng.web.surveys.answering import answer, open_with
from jiheng.web.surveys.codes import hidden
from jiheng.web.surveys.fields import fields_of
from jiheng.web.surveys.refusing import NotDone

GUESSES = Limit(calls=20, seconds=900)
"""Codes that never were, from one address; then its door is closed till the span ends."""
_LONGEST = 40
"""Signs of what is looked at as a code."""
_NO_CODE = "refused.no-code"
_STATUS = {
    _NO_CODE: HTTPStatus.NOT_FOUND,
    "refused.used": HTTPStatus.CONFLICT,
    "refused.over": HTTPStatus.GONE,
    "refused.guessing": HTTPStatus.TOO_MANY_REQUESTS,
}


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def answer_page(request: HttpRequest) -> HttpResponse:
    """Ask for a code, show its questions, or take the answers to them."""
    language = _language(request)
    if request.method != "POST":
        return render(request, "surveys/door.html", {"language": language})
    code = request.POST.get("code", "")[:_LONGEST]
    try:
        _stop_guessing(request)
        survey = _opened(request, code)
    except NotDone as refusal:
        return _refused(request, refusal, code, language)
    if request.POST.get("do") != "answer":
        return _questions(request, survey, code, language)
    try:
        answer(code, request.POST)
    except NotDone as refusal:
        if refusal.why in _STATUS:
            return _refused(request, refusal, code, language)
        # The code is good: what was answered stays on the page.
        return _questions(request, survey, code, language, _told(refusal, language))
    return redirect("survey-thanks")


@open_to_all
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Thank whoever answered."""
    return render(request, "surveys/thanks.html")


def _stop_guessing(request: HttpRequest) -> None:
    if spent(_guesser(request), GUESSES):
        raise NotDone("refused.guessing")


def _opened(request: HttpRequest, code: str) -> Survey:
    try:
        return open_with(code)
    except NotDone as refusal:
        if refusal.why == _NO_CODE:
            count(_guesser(request), GUESSES)
        raise


def _guesser(request: HttpRequest) -> str:
    return f"survey:{hidden(address_of(request))}"


def _refused(request: HttpRequest, refusal: NotDone, code: str, language: str) -> HttpResponse:
    context = {"language": language, "refused": _told(refusal, language), "code": code}
    return render(request, "surveys/door.html", context, status=_STATUS[refusal.why])


def _questions(
    request: HttpRequest, survey: Survey, code: str, language: str, refused: str = ""
) -> HttpResponse:
    context: dict[str, object] = {
        "language": language,
        "survey": survey,
        "fields": fields_of(survey, request.POST),
        "code": code,
        "refused": refused,
    }
    status = HTTPStatus.CONFLICT if refused else HTTPStatus.OK
    response = render(request, "surveys/questions.html", context, status=status)
    if language != language_of(request):
        keep_language(response, language)
    return response


def _told(refusal: NotDone, language: str) -> str:
    return say(f"surveys.{refusal.why}", language)


def _language(request: HttpRequest) -> str:
    """Return the visitor's language, which the page of questions can change without losing it."""
    chosen = request.POST.get("language", "")
    return chosen if chosen in {SOURCE, *LANGUAGES} else language_of(request)
