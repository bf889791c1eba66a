"""The way into the API: no cookie gets in, and whatever goes wrong comes out in one shape."""

from collections.abc import Callable
from contextvars import copy_context
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jiheng.web.api.bearer import wait_of_address
from jiheng.web.api.problems import MEDIA, TooOften, answered, problem, too_often
from jiheng.web.language import COOKIE

ROOT = "/api/"
PAGES = "/api/v1/docs"
"""What people look at is a page like any other."""
_KEPT = ("Allow", "Retry-After", "WWW-Authenticate")
_WORDS = {
    HTTPStatus.NOT_FOUND: "api.refused.nothing-there",
    HTTPStatus.METHOD_NOT_ALLOWED: "api.refused.method",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "api.refused.too-large",
}


class DoorMiddleware:
    """Stands before everything that knows sessions, languages and pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if not request.path.startswith(ROOT) or request.path.startswith(PAGES):
            return self._get_response(request)
        # A browser's cookies open nothing here, so that no page of another host can use them.
        english = request.headers.get("Accept-Language", "").strip().lower().startswith("en")
        vars(request)["COOKIES"] = {COOKIE: "en" if english else "zh"}
        if not settings.CONFIG.api_calls:
            return answered(problem(request, HTTPStatus.NOT_FOUND, "api.refused.closed"))
        seconds = wait_of_address(request)
        if seconds:
            return answered(too_often(request, TooOften(seconds)))
        # Through which token somebody acts is forgotten with the request.
        return _shaped(request, copy_context().run(self._get_response, request))


def _shaped(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Return what Django itself refuses in the shape of all our problems."""
    if answer.status_code < HTTPStatus.BAD_REQUEST or answer.get("Content-Type") == MEDIA:
        return answer
    status = HTTPStatus(answer.status_code)
    is_fault = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    otherwise = "api.refused.fault" if is_fault else "api.refused.unreadable"
    shaped = answered(problem(request, status, _WORDS.get(status, otherwise)))
    for name in _KEPT:
        if answer.has_header(name):
            shaped[name] = answer[name]
    return shaped
