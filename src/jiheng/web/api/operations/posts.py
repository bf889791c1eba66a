"""Posts, sessions and tokens, for the security administrator."""

from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Body

from jiheng.web.api import tokens
from jiheng.web.api.operations.around import (
    KeyIn,
    Place,
    Somebody,
    branches,
    place,
    somebody,
)
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Wire
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.admitting import unlock
from jiheng.web.people.appointing import appoint, dismiss, drop
from jiheng.web.people.models import Appointment, Visit
from jiheng.web.people.pages.posts import locked_out, proposals_in
from jiheng.web.people.pages.visits import seen_by
from jiheng.web.people.reach import branches_of, one_of, organisations_in, people_in
from jiheng.web.people.roles import Role
from jiheng.web.people.visits import end, present


class HeldPost(Wire, frozen=True, kw_only=True):
    """Who is what where."""

    key: int
    person: Somebody
    role: str
    at: Place


class Posts(Wire, frozen=True, kw_only=True):
    """The posts of the administrator's branch, and those that are proposed there."""

    items: tuple[HeldPost, ...]
    proposed: tuple[HeldPost, ...]


class GivePost(Wire, frozen=True, kw_only=True):
    """Who is to be what where."""

    person: Key
    role: Role
    organisation: Key


class Decision(Wire, frozen=True, kw_only=True):
    """Whether a proposed post is given, or dropped."""

    give: bool


class Session(Wire, frozen=True, kw_only=True):
    """Somebody who is logged in."""

    key: int
    person: Somebody
    address: str
    browser: str
    begun_at: datetime
    seen_at: datetime


class Sessions(Wire, frozen=True, kw_only=True):
    """Who is logged in, and the names that wrong passwords have locked out."""

    items: tuple[Session, ...]
    locked: tuple[str, ...]


class TokenFound(Wire, frozen=True, kw_only=True):
    """A living token; the token itself is kept nowhere."""

    key: int
    person: Somebody
    name: str
    scope: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None


class Tokens(Wire, frozen=True, kw_only=True):
    """The living tokens that the caller may end."""

    items: tuple[TokenFound, ...]


def list_posts(request: HttpRequest) -> Posts:
    """Return who holds which role where."""
    held = branches(request, Role.SECURITY_ADMIN)
    found = Appointment.objects.filter(organisation__in=organisations_in(held))
    ordered = found.select_related("person", "organisation").order_by(
        "organisation__branch", "role"
    )
    return Posts(
        items=tuple(_post(each) for each in ordered),
        proposed=tuple(
            HeldPost(
                key=each.pk,
                person=somebody(each.person),
                role=each.role,
                at=place(each.organisation),
            )
            for each in proposals_in(held)
        ),
    )


def give_post(request: HttpRequest, wanted: Body[GivePost]) -> HeldPost:
    """Give somebody a post."""
    held = branches(request, Role.SECURITY_ADMIN)
    person = one_of(people_in(held), wanted.person)
    where = one_of(organisations_in(held), wanted.organisation)
    return _post(appoint(person, wanted.role, where, visitor(request)))


def take_post(request: HttpRequest, key: KeyIn) -> Posts:
    """Take a post away."""
    reach = organisations_in(branches(request, Role.SECURITY_ADMIN))
    posts = Appointment.objects.filter(organisation__in=reach)
    dismiss(one_of(posts.select_related("person", "organisation"), key), visitor(request))
    return list_posts(request)


def decide_proposal(request: HttpRequest, key: KeyIn, decision: Body[Decision]) -> Posts:
    """Give a post that was proposed, or drop it."""
    by = visitor(request)
    wanted = one_of(proposals_in(branches(request, Role.SECURITY_ADMIN)), key)
    if decision.give:
        appoint(wanted.person, Role(wanted.role), wanted.organisation, by)
    else:
        drop(wanted, by)
    return list_posts(request)


def list_sessions(request: HttpRequest) -> Sessions:
    """Return who is logged in: the caller, or as security administrator everybody."""
    person = visitor(request)
    held = branches_of(person, Role.SECURITY_ADMIN)
    return Sessions(
        items=tuple(
            Session(
                key=each.visit.pk,
                person=somebody(each.visit.person),
                address=each.visit.address,
                browser=each.visit.browser,
                begun_at=each.visit.begun_at,
                seen_at=each.seen_at,
            )
            for each in present(seen_by(person, held))
        ),
        locked=tuple(str(each.username) for each in locked_out(held)),
    )


def end_session(request: HttpRequest, key: KeyIn) -> Sessions:
    """End a session: one's own, or as security administrator anybody's."""
    person = visitor(request)
    reach = seen_by(person, branches_of(person, Role.SECURITY_ADMIN))
    visit: Visit = one_of(reach, key)
    end([visit], person)
    return list_sessions(request)


def unlock_person(request: HttpRequest, key: KeyIn) -> Sessions:
    """Open the door again for somebody whom wrong passwords have locked out."""
    held = branches(request, Role.SECURITY_ADMIN)
    unlock(one_of(people_in(held), key), visitor(request))
    return list_sessions(request)


def list_tokens(request: HttpRequest) -> Tokens:
    """Return the caller's tokens; as security administrator everybody's."""
    found = tokens.seen_by(visitor(request))
    return Tokens(
        items=tuple(
            TokenFound(
                key=each.pk,
                person=somebody(each.person),
                name=each.name,
                scope=each.scope,
                made_at=each.made_at,
                expires_at=each.expires_at,
                used_at=each.used_at,
            )
            for each in found
        )
    )


def end_token(request: HttpRequest, key: KeyIn) -> Tokens:
    """End a token: one's own, or as security administrator anybody's."""
    person = visitor(request)
    token = tokens.seen_by(person).filter(pk=key).first()
    if token is None:
        raise Http404
    tokens.end(token, person)
    return list_tokens(request)


def _post(post: Appointment) -> HeldPost:
    return HeldPost(
        key=post.pk, person=somebody(post.person), role=post.role, at=place(post.organisation)
    )


OPERATIONS = (
    Operation(name="list-posts", method="GET", path="/posts", view=list_posts, answer=Posts),
    Operation(
        name="give-post",
        method="POST",
        path="/posts",
        view=give_post,
        answer=HeldPost,
        status=201,
    ),
    Operation(name="take-post", method="DELETE", path="/posts/{key}", view=take_post, answer=Posts),
    Operation(
        name="decide-proposal",
        method="POST",
        path="/proposals/{key}",
        view=decide_proposal,
        answer=Posts,
    ),
    Operation(
        name="list-sessions",
        method="GET",
        path="/sessions",
        view=list_sessions,
        answer=Sessions,
    ),
    Operation(
        name="end-session",
        method="DELETE",
        path="/sessions/{key}",
        view=end_session,
        answer=Sessions,
    ),
    Operation(
        name="unlock-person",
        method="POST",
        path="/people/{key}/unlock",
        view=unlock_person,
        answer=Sessions,
    ),
    Operation(name="list-tokens", method="GET", path="/tokens", view=list_tokens, answer=Tokens),
    Operation(
        name="end-token", method="DELETE", path="/tokens/{key}", view=end_token, answer=Tokens
    ),
)
