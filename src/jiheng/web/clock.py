"""What time it is for whoever does something; a history that is told afterwards sets it back."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Return the present, or the moment that is being told of."""
    return _told.get() or timezone.now()


def today() -> date:
    """Return the present day where the office is, or the one that is being told of."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Generator[None]:
    """Let what is done meanwhile have been done at a moment."""
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)
