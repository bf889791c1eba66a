"""The pages of one's tokens and of the API's description, and the description itself."""

from functools import cache
from http import HTTPStatus

import msgspec
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.api.description import description as described
from jiheng.web.api.description import operations
from jiheng.web.api.models import Scope
from jiheng.web.api.pages import sections_of, shapes_of
from jiheng.web.api.tokens import DAYS, LONGEST_NAME, BadToken, Made, Wish, end, make, seen_by
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.door import open_to_all
from jiheng.web.people.reach import branches_of
from jiheng.web.people.roles import Role


def tokens(request: HttpRequest) -> HttpResponse:
    """Show the tokens that the visitor may end, or make one, which is shown this once."""
    if request.method != "POST":
        return _tokens(request)
    sent = request.POST
    scope, days = sent.get("scope", ""), sent.get("days", "")
    wish = Wish(
        person=visitor(request),
        name=sent.get("name", ""),
        scope=Scope.WRITE if scope == Scope.WRITE else Scope.READ,
        days=next((each for each in DAYS if str(each) == days), 0),
    )
    try:
        return _tokens(request, made=make(wish))
    except BadToken as error:
        return _tokens(request, refused=say(error.why, language_of(request)))


@require_POST
def end_token(request: HttpRequest, key: int) -> HttpResponse:
    """End a token: one's own, or as security administrator anybody's."""
    person = visitor(request)
    token = get_object_or_404(seen_by(person), pk=key)
    end(token, person)
    messages.success(request, say("api.tokens.ended", language_of(request), name=token.name))
    return redirect("tokens")


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show every operation: how it is called and what it answers."""
    context = {
        "operations": _drawn(language_of(request)),
        "count": len(operations()),
        "calls": settings.CONFIG.api_calls,
    }
    return render(request, "api/docs.html", context)


@open_to_all
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Send the description for programs; it says nothing of anybody's data."""
    told = described(language_of(request))
    return HttpResponse(msgspec.json.encode(told), content_type="application/json")


@cache
def _drawn(language: str) -> str:
    """All operations and shapes; they change with the program only."""
    told = described(language)
    context = {"sections": sections_of(told), "shapes": shapes_of(told), "language": language}
    return render_to_string("api/operations.html", context)


def _tokens(request: HttpRequest, *, made: Made | None = None, refused: str = "") -> HttpResponse:
    person = visitor(request)
    shown = tuple(seen_by(person))
    context = {
        "mine": tuple(each for each in shown if each.person.pk == person.pk),
        "is_security": bool(branches_of(person, Role.SECURITY_ADMIN)),
        "others": tuple(each for each in shown if each.person.pk != person.pk),
        "made": made,
        "refused": refused,
        "scopes": tuple(Scope),
        "days": DAYS,
        "longest": LONGEST_NAME,
    }
    status = HTTPStatus.CONFLICT if refused else HTTPStatus.OK
    return render(request, "api/tokens.html", context, status=status)
