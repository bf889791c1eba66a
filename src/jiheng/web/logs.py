"""What the server writes down of its work: a line a request without anybody in it, and failures."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from io import TextIOWrapper
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
    return {"()": DailyFile, "path": path, "days": days, "formatter": form}


class DailyFile(logging.Handler):
    """Writes ``access.log`` into ``access-2026-11-22.log``: each day its file, the oldest go.

    No file is ever renamed, so that several processes may write the same log.
    """

    def __init__(self, path: Path, days: int) -> None:
        super().__init__()
        self._path = path
        self._days = days
        self._day = ""
        self._file: TextIOWrapper | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; what cannot be written stops nobody."""
        try:
            day = f"{datetime.fromtimestamp(record.created).astimezone():%F}"
            if day != self._day or self._file is None:
                self._turn_to(day)
            file = self._file
            if file is not None:
                file.write(f"{self.format(record)}\n")
                file.flush()
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file of the day."""
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()

    def _turn_to(self, day: str) -> None:
        if self._file is not None:
            self._file.close()
        name = self._path.with_name(f"{self._path.stem}-{day}{self._path.suffix}")
        self._file = name.open("a", encoding="utf-8")
        self._day = day
        kept = sorted(self._path.parent.glob(f"{self._path.stem}-????-??-??{self._path.suffix}"))
        for old in kept[: -self._days]:
            # Another process may have been faster.
            old.unlink(missing_ok=True)
