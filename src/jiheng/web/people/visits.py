"""Who is logged in where: sessions by their people, and how they are ended from outside."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from msgspec import Struct

from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person, Visit

_LONGEST = 200


class Presence(Struct, frozen=True, kw_only=True):
    """A visit that has not ended, and when it was last heard of."""

    visit: Visit
    seen_at: datetime


@receiver(user_logged_in)
def begin(request: HttpRequest, user: Person, **_: object) -> None:
    """Keep a new session under its person's name; what has ended of theirs is forgotten."""
    if request.session.session_key is None:
        request.session.save()
    visits = Visit.objects.filter(person=user)
    visits.exclude(session_key__in=_live(visits)).delete()
    Visit.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "person": user,
            "address": request.META.get("REMOTE_ADDR", "")[:45],
            "browser": request.META.get("HTTP_USER_AGENT", "")[:_LONGEST],
            "begun_at": timezone.now(),
        },
    )


def present(visits: QuerySet[Visit]) -> tuple[Presence, ...]:
    """Return those of some visits that have not ended, the latest first."""
    live = _live(visits)
    idle = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return tuple(
        # Every request moves a session's end on by as much as one may be idle.
        Presence(visit=each, seen_at=live[each.session_key] - idle)
        for each in visits.select_related("person")
        if each.session_key in live
    )


@transaction.atomic
def end(visits: Iterable[Visit], by: Person | None) -> None:
    """End some visits: their next request comes to the log-in."""
    for each in visits:
        Session.objects.filter(session_key=each.session_key).delete()
        note("end-visit", each.person.username, by)
        each.delete()


def _live(visits: QuerySet[Visit]) -> dict[str, datetime]:
    keys = visits.order_by().values("session_key")
    found = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return dict(found.values_list("session_key", "expire_date"))
