"""The entries that somebody asks for: by day, person, deed and words."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from msgspec import Struct

from jiheng.rulebook.messages import names_under
from jiheng.web.journal.models import Entry

MOST_ASKED = 200
"""Signs of a search; SQLite looks for no pattern of more than fifty thousand bytes."""


class Sieve(Struct, frozen=True, kw_only=True):
    """What is asked for; what is blank is not.

    Attributes:
        since, until: days, as typed.
        who: a part of the name of who did it.
        what: an action.
        text: a part of subject or detail.
    """

    since: str = ""
    until: str = ""
    who: str = ""
    what: str = ""
    text: str = ""


ACTIONS = names_under("web.noted")
"""Every action that an entry can name, in the catalogue's order."""


def sieve_of(sent: QueryDict) -> Sieve:
    """Return what somebody asked for; a day that is none is not asked for."""
    since, until = sent.get("since", ""), sent.get("until", "")
    what = sent.get("what", "")
    return Sieve(
        since=since if _day(since) else "",
        until=until if _day(until) else "",
        who=sent.get("who", "").strip()[:MOST_ASKED],
        what=what if what in ACTIONS else "",
        text=sent.get("text", "").strip()[:MOST_ASKED],
    )


def sifted(sieve: Sieve) -> QuerySet[Entry]:
    """Return the entries that are asked for, the latest first."""
    found = Entry.objects.order_by("-id")
    since, until = _day(sieve.since), _day(sieve.until)
    if since:
        found = found.filter(at__gte=_begin(since))
    if until:
        found = found.filter(at__lt=_begin(until + timedelta(days=1)))
    if sieve.who:
        found = found.filter(person_name__icontains=sieve.who)
    if sieve.what:
        found = found.filter(action=sieve.what)
    if sieve.text:
        found = found.filter(Q(subject__icontains=sieve.text) | Q(detail__icontains=sieve.text))
    return found


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # The last day that there is has no following one.
    return found if date.min < found < date.max else None


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())
