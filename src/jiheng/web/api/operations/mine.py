"""Whoever asks: who they are, what they hold, and what waits for them in which year."""

from datetime import datetime

from django.http import HttpRequest

from jiheng.web.api.models import Token
from jiheng.web.api.operations.around import Place, Somebody, desk, place, somebody
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.pages.desk import years_of
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import organisations_in


class Post(Wire, frozen=True, kw_only=True):
    """A role, and where it is held."""

    role: str
    at: Place


class WaitingYear(Wire, frozen=True, kw_only=True):
    """A year of which they see forms, and how many of these wait for them."""

    year: int
    own: int
    judged: int


class Me(Wire, frozen=True, kw_only=True):
    """Whoever asks.

    Attributes:
        scope: what the token may do: ``read`` or ``write``.
    """

    person: Somebody
    posts: tuple[Post, ...]
    years: tuple[WaitingYear, ...]
    token: str
    scope: str
    expires_at: datetime


class Organisations(Wire, frozen=True, kw_only=True):
    """Organisations, those above before those below."""

    items: tuple["SeenOrganisation", ...]


class SeenOrganisation(Wire, frozen=True, kw_only=True):
    """An organisation in the caller's reach; ``above`` is the key of the one above it."""

    place: Place
    above: int | None
    route: str


def me(request: HttpRequest) -> Me:
    """Return who asks."""
    asking, token = desk(request, None), _token(request)
    return Me(
        person=somebody(asking.person),
        posts=tuple(
            Post(role=each.role, at=place(each.organisation)) for each in asking.appointments
        ),
        years=tuple(
            WaitingYear(year=each.year, own=each.own, judged=each.judged)
            for each in years_of(asking.person, asking.posts)
        ),
        token=token.name,
        scope=token.scope,
        expires_at=token.expires_at,
    )


def organisations(request: HttpRequest) -> Organisations:
    """Return the organisations of the branches in which the caller holds a post."""
    posts = desk(request, None).posts
    found = organisations_in(tuple(post.branch for post in posts)).order_by("branch")
    return Organisations(items=tuple(seen_organisation(each) for each in found))


def seen_organisation(one: Organisation) -> SeenOrganisation:
    """Return an organisation as those see it in whose reach it is."""
    above = one.above.pk if one.above else None
    return SeenOrganisation(place=place(one), above=above, route=one.route)


def _token(request: HttpRequest) -> Token:
    return vars(request)["auth"]


OPERATIONS = (
    Operation(name="me", method="GET", path="/me", view=me, answer=Me),
    Operation(
        name="list-organisations",
        method="GET",
        path="/organisations",
        view=organisations,
        answer=Organisations,
    ),
)
