"""A session lives as long as somebody works in it, without a write for every page."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

KEY = "seen_at"
_TENTH = 10
_LONGEST = 60
"""Seconds after which a session that is in use is prolonged."""


class WakingMiddleware:
    """Prolongs a session now and then: two people who save do not wait for one another's visits."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._pause = min(_LONGEST, settings.SESSION_COOKIE_AGE // _TENTH)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        now = int(time.time())
        if not request.session.is_empty() and now - request.session.get(KEY, 0) >= self._pause:
            request.session[KEY] = now
        return self._get_response(request)
