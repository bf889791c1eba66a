"""Whose desk a page is drawn for: roles, year, what waits; asked of the database once a request."""

from typing import cast

from django.db.models import Count, Q
from django.db.models.sql import Query
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.access.decide import Post
from jiheng.web.access.situations import appointments_of, posts_of, within_reach
from jiheng.web.chain.tasks import judging, noticed, waiting_for
from jiheng.web.pages.visitor import visitor
from jiheng.web.pages.worded import worded
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import Role

YEAR = "year"
_KEPT = "jiheng_desk"


class Year(Struct, frozen=True, kw_only=True):
    """A year of which somebody has forms.

    Attributes:
        tasks: how many forms wait for them.
        own: how many of theirs wait for them.
        judged: how many of others' wait for their judgement.
        notices: how many notices of rectification wait for them.
    """

    year: int
    own: int = 0
    judged: int = 0
    notices: int = 0
    tasks: int = 0


class Desk(Struct, frozen=True, kw_only=True):
    """A visitor with what they hold.

    Attributes:
        years: years of which they can see forms, the latest first.
        year: the one that their lists show; None where they have none.
    """

    person: Person
    appointments: tuple[Appointment, ...]
    years: tuple[Year, ...]
    year: int | None

    @property
    def posts(self) -> tuple[Post, ...]:
        """Where they hold which role."""
        return posts_of(self.person)

    @property
    def roles(self) -> frozenset[Role]:
        """Which roles they hold somewhere."""
        return frozenset(Role(each.role) for each in self.appointments)

    @property
    def now(self) -> Year:
        """What waits in the chosen year."""
        found = next((each for each in self.years if each.year == self.year), None)
        return found or Year(year=self.year or 0)

    @property
    def elsewhere(self) -> tuple[Year, ...]:
        """Return the other years in which something waits."""
        return tuple(each for each in self.years if each.tasks and each.year != self.year)


def desk_of(request: HttpRequest) -> Desk:
    """Return the desk of the person who asks; the first call of a request asks the database."""
    kept = vars(request)
    if _KEPT not in kept:
        kept[_KEPT] = _desk(request)
    return cast("Desk", kept[_KEPT])


def show_year(request: HttpRequest, year: int) -> None:
    """Let the visitor's lists show a year from now on."""
    request.session[YEAR] = year


def _desk(request: HttpRequest) -> Desk:
    person = visitor(request)
    years = years_of(person, posts_of(person))
    return Desk(
        person=person,
        appointments=appointments_of(person),
        years=years,
        year=_chosen(request, years),
    )


def years_of(person: Person, posts: tuple[Post, ...]) -> tuple[Year, ...]:
    """Return the years of which somebody can see forms, the latest first, with what waits."""
    found = {row[0]: _year(row) for row in _waiting(person.pk, posts)}
    seen = sorted((year for (year,) in _years(posts)), reverse=True)
    return tuple(found.get(year, Year(year=year)) for year in seen)


def _year(row: tuple[int, ...]) -> Year:
    year, tasks, own, judged, notices = row
    return Year(year=year, tasks=tasks, own=own, judged=judged, notices=notices)


@worded
def _waiting(key: int, posts: tuple[Post, ...]) -> Query:
    person = Person(pk=key)
    counted = {
        "tasks": Count("pk"),
        "own": Count("pk", filter=Q(filler=person)),
        "judged": Count("pk", filter=~Q(filler=person) & judging(posts)),
        "notices": Count("pk", filter=noticed(posts)),
    }
    waiting = waiting_for(person, posts).order_by().values("year").annotate(**counted)
    return waiting.values_list("year", *counted).query


@worded
def _years(posts: tuple[Post, ...]) -> Query:
    return within_reach(posts).order_by().values_list("year").distinct().query


def _chosen(request: HttpRequest, years: tuple[Year, ...]) -> int | None:
    """The year of the session; at first the one in which most waits, the latest of these."""
    chosen = request.session.get(YEAR)
    if chosen in {each.year for each in years}:
        return cast("int", chosen)
    if not years:
        return None
    first = max(years, key=lambda each: (each.tasks, each.year)).year
    request.session[YEAR] = first
    return first
