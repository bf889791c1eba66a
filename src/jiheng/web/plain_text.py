"""Refuses the sign NUL, which no person types and which PostgreSQL cannot keep."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict

_NUL = "\0"


class PlainTextMiddleware:
    """Looks at the address and the fields of every request before its view does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Let the request pass, unless NUL is in it.

        Raises:
            BadRequest: it is.
        """
        if _NUL in request.path or _is_in(request.GET) or _is_in(request.POST):
            raise BadRequest


def _is_in(fields: QueryDict) -> bool:
    return any(_NUL in text for _, texts in fields.lists() for text in texts)
