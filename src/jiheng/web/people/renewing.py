"""Nobody goes on with a first password, or with one that has grown old."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from jiheng.web.people.models import Person
from jiheng.web.people.passwords import why_to_change

_OPEN = frozenset({"password", "log-out", "log-in", "language", "report-style"})


class RenewingMiddleware:
    """Leads to the page of the password until it is changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Return the way to the password's page, or None where there is no need."""
        match, person = request.resolver_match, request.user
        if match is None or match.url_name in _OPEN or not isinstance(person, Person):
            return None
        return redirect("password") if why_to_change(person) else None
