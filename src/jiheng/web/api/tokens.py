"""Tokens made, found by what a program sends, and ended."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import Q, QuerySet
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.api.models import Scope, Token
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.people.reach import branches_of, people_in
from jiheng.web.people.roles import Role

PREFIX = "jiheng_"
"""By which whoever finds a token in a file knows what it opens."""
DAYS = (30, 90, 180, 365)
"""So long a token may last."""
MOST_TOKENS = 20
"""Living tokens of one person."""
LONGEST_NAME = 60
_BYTES = 32
_MINUTE = timedelta(minutes=1)


class BadToken(ValueError):
    """A token that is not made; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Wish(Struct, frozen=True, kw_only=True):
    """What somebody wants a token for."""

    person: Person
    name: str
    scope: Scope
    days: int


class Made(Struct, frozen=True, kw_only=True):
    """A new token with its text, which nobody is shown again."""

    token: Token
    text: str


@transaction.atomic
def make(wish: Wish) -> Made:
    """Return a new token.

    Raises:
        BadToken: it has no name, lasts for no time that is offered, or is one too many.
    """
    name = " ".join(wish.name.split())[:LONGEST_NAME]
    if not name:
        raise BadToken("api.refused.no-name")
    if wish.days not in DAYS:
        raise BadToken("api.refused.no-days")
    # Two windows that make one each must see one another.
    Person.objects.select_for_update().get(pk=wish.person.pk)
    if living(Token.objects.filter(person=wish.person)).count() >= MOST_TOKENS:
        raise BadToken("api.refused.too-many")
    text, now = PREFIX + token_urlsafe(_BYTES), clock.now()
    token = Token.objects.create(
        person=wish.person,
        name=name,
        digest=_digest(text),
        scope=wish.scope.value,
        made_at=now,
        expires_at=now + timedelta(days=wish.days),
    )
    until = f"{token.expires_at:%F}"
    told = {"name": name, "scope": wish.scope.value, "until": until}
    note("make-token", wish.person.username, wish.person, told)
    return Made(token=token, text=text)


def find(text: str) -> Token | None:
    """Return the token with a text, be it living or not; None where there never was one."""
    return Token.objects.select_related("person").filter(digest=_digest(text)).first()


def is_living(token: Token) -> bool:
    """Whether a token still opens anything."""
    return token.ended_at is None and token.expires_at > clock.now() and token.person.is_active


def living(tokens: QuerySet[Token]) -> QuerySet[Token]:
    """Return those of some tokens that still open something."""
    return tokens.filter(
        ended_at__isnull=True, expires_at__gt=clock.now(), person__is_active=True
    ).select_related("person")


def seen_by(person: Person) -> QuerySet[Token]:
    """Return the living tokens that somebody may end: their own; as security administrator all."""
    reach = people_in(branches_of(person, Role.SECURITY_ADMIN)).order_by()
    return living(Token.objects.filter(Q(person=person) | Q(person__in=reach)))


@transaction.atomic
def end(token: Token, by: Person) -> None:
    """End a token: its next call is refused."""
    token.ended_at = clock.now()
    token.save(update_fields=["ended_at"])
    note("end-token", token.person.username, by, {"name": token.name})


def use(token: Token) -> None:
    """Keep when a token was used, not more than once a minute."""
    now = clock.now()
    if token.used_at is None or now - token.used_at >= _MINUTE:
        Token.objects.filter(pk=token.pk).update(used_at=now)


def _digest(text: str) -> str:
    # 256 random bits cannot be guessed, so a slow digest would only slow every call.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
