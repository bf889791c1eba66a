"""Organisations and people from a file: who is new gets a first password."""

from collections.abc import Iterator
from secrets import token_urlsafe

import msgspec
from django.db import transaction
from msgspec import Struct

from jiheng.web.journal.writing import note
from jiheng.web.people.models import Appointment, Organisation, Person, create_person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import WrongPlace, add_organisation

_PASSWORD_BYTES = 12


class BadPeople(ValueError):
    """A file of organisations and people that cannot be followed; nothing of it was kept."""


class NamedOrganisation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation, below another one that the file or the database names."""

    name: str
    kind: OrganisationKind
    above: str | None = None
    route: str = ""


class NamedPost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A role at an organisation."""

    role: Role
    at: str


class NamedPerson(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody with all their roles."""

    username: str
    name: str
    posts: tuple[NamedPost, ...]


class Roster(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: those above stand before those below."""

    organisations: tuple[NamedOrganisation, ...] = ()
    people: tuple[NamedPerson, ...] = ()


class FirstPassword(Struct, frozen=True, kw_only=True):
    """What a new person logs in with, to change it at once."""

    username: str
    name: str
    password: str


@transaction.atomic
def load_people(text: bytes) -> tuple[FirstPassword, ...]:
    """Add what a file names and the database lacks; who is there already keeps their password.

    Raises:
        BadPeople: the file cannot be followed.
    """
    try:
        roster = msgspec.yaml.decode(text, type=Roster)
    except msgspec.DecodeError as error:
        raise BadPeople(str(error)) from error
    for each in roster.organisations:
        _add(each)
    return tuple(_appointed(roster.people))


def _add(wanted: NamedOrganisation) -> None:
    if Organisation.objects.filter(name=wanted.name).exists():
        return
    above = _organisation(wanted.above) if wanted.above else None
    try:
        add_organisation(wanted.name, wanted.kind, above, wanted.route)
    except WrongPlace as error:
        raise BadPeople(str(error)) from error
    note("add-organisation", wanted.name, None)


def _appointed(people: tuple[NamedPerson, ...]) -> Iterator[FirstPassword]:
    for each in people:
        person = Person.objects.filter(username=each.username).first()
        if person is None:
            # The digit, the capital and the sign that the rule asks for, whatever chance gives.
            password = f"{token_urlsafe(_PASSWORD_BYTES)}-A1"
            person = create_person(each.username, each.name, password)
            yield FirstPassword(username=each.username, name=each.name, password=password)
        for post in each.posts:
            _appoint(person, post)


def _appoint(person: Person, post: NamedPost) -> None:
    organisation = _organisation(post.at)
    _, is_new = Appointment.objects.get_or_create(
        person=person, role=post.role.value, organisation=organisation
    )
    if is_new:
        note("appoint", person.username, None, {"role": post.role, "at": post.at})


def _organisation(name: str) -> Organisation:
    found = Organisation.objects.filter(name=name).first()
    if found is None:
        raise BadPeople(name)
    return found
