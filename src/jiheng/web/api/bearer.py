"""Who calls: by the token in the request's head, and by nothing else."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer

from jiheng.web.api.meters import Limit, count, spend, spent
from jiheng.web.api.models import Scope, Token
from jiheng.web.api.problems import TooOften, Trouble
from jiheng.web.api.tokens import find, is_living, use
from jiheng.web.journal.writing import acts_through
from jiheng.web.people.passwords import why_to_change

GUESSES = Limit(calls=20, seconds=900)
"""Tokens that never were, from one address; then its door is closed till the span ends."""
_MINUTE = 60
_ADDRESSES = 4
"""Several people of an office may come from one address."""


class Bearer(HttpBearer):
    """Lets in whoever has a living token; one that may write, where the operation does."""

    def __init__(self, *, writes: bool) -> None:
        super().__init__()
        self._writes = writes

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Return the token; its person is the visitor from here on.

        Raises:
            Trouble: it may not write, its person must change the password first, or too many
                tokens were guessed.
            TooOften: it called too often.
        """
        guesses = f"guess:{address_of(request)}"
        if spent(guesses, GUESSES):
            raise Trouble(HTTPStatus.TOO_MANY_REQUESTS, "api.refused.guessing")
        found = find(token)
        if found is None:
            count(guesses, GUESSES)
            return None
        if not is_living(found):
            return None
        if why_to_change(found.person):
            raise Trouble(HTTPStatus.FORBIDDEN, "api.refused.password")
        if self._writes and found.scope != Scope.WRITE:
            raise Trouble(HTTPStatus.FORBIDDEN, "api.refused.read-only")
        seconds = spend(f"token:{found.pk}", _limit(settings.CONFIG.api_calls))
        if seconds:
            raise TooOften(seconds)
        # As the middleware sets it, from which all views have their visitor.
        vars(request)["user"] = found.person
        acts_through(found.name)
        use(found)
        return found


def wait_of_address(request: HttpRequest) -> int:
    """Return 0 where one more call from an address is granted, else the seconds to wait."""
    limit = _limit(settings.CONFIG.api_calls * _ADDRESSES)
    return spend(f"address:{address_of(request)}", limit)


def address_of(request: HttpRequest) -> str:
    """Return from where a request came: the last address that our own proxy has written."""
    told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")) if settings.CONFIG.proxy else ""
    return (told.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", "")))[:45]


def _limit(calls: int) -> Limit:
    return Limit(calls=calls, seconds=_MINUTE)
