"""How large a request may be."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jiheng.rulebook.messages import say
from jiheng.web.files.storing import MOST_BYTES
from jiheng.web.language import language_of

MOST_REQUEST = MOST_BYTES + 8 * 2**20
"""One file of the largest kind, with what is around it."""
_TOO_LARGE = 413


class LimitsMiddleware:
    """Refuses a request that says it is too large, before anything of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MOST_REQUEST:
            most = f"{MOST_REQUEST // 2**20} MB"
            told = say("upkeep.too-large", language_of(request), most=most)
            return HttpResponse(told, status=_TOO_LARGE, content_type="text/plain; charset=utf-8")
        return self._get_response(request)
