"""What the server writes down of its work: a line a request without anybody in it, and failures."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse

ACCESS = "jiheng.access"
_LINE = "%(asctime)s %(message)s"
_FAILURE = "%(asctime)s %(levelname)s %(name)s %(message)s"


class AccessLogMiddleware:
    """Notes of every request its method, which page it was, how it went and how long it took.

    Who asked, from where and for which form is left out: that stands in the journal.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._log = logging.getLogger(ACCESS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        begin = time.perf_counter()
        response = self._get_response(request)
        spent = round(1000 * (time.perf_counter() - begin))
        page = request.resolver_match.route if request.resolver_match else "-"
        self._log.info("%s /%s %s %sms", request.method, page, response.status_code, spent)
        return response


def logging_into(folder: Path | None, days: int) -> dict[str, object]:
    """Return Django's LOGGING: failures to the console; into a folder, too, each day its file.

    Args:
        folder: where to; None writes no files.
        days: so many days are kept.
    """
    described: dict[str, object] = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": _LINE}, "failure": {"format": _FAILURE}},
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
    }
    if folder is None:
        return described
    return {
        **described,
        "handlers": {
            "console": {"class": "logging.StreamHandler"},
            "access": _daily(folder / "access.log", "line", days),
            "failures": _daily(folder / "failures.log", "failure", days),
        },
        "root": {"handlers": ["console", "failures"], "level": "WARNING"},
        "loggers": {ACCESS: {"handlers": ["access"], "level": "INFO", "propagate": False}},
    }


def _daily(path: Path, form: str, days: int) -> dict[str, object]:
    return {
        "class": "logging.handlers.TimedRotatingFileHandler",
        "filename": path,
        "formatter": form,
        "when": "midnight",
        "backupCount": days,
        "encoding": "utf-8",
        # Opened by the process that writes, not by every one that has these settings.
        "delay": True,
    }
