"""Organisations and people from a list: who is new gets a first password."""

import re
from collections.abc import Iterator

from django.db import transaction
from msgspec import Struct

from jiheng.web.journal.writing import note
from jiheng.web.people.appointing import NotApart, appoint
from jiheng.web.people.models import (
    Appointment,
    Organisation,
    Person,
    Proposal,
    Visit,
    create_person,
)
from jiheng.web.people.passwords import first_password
from jiheng.web.people.roles import Role
from jiheng.web.people.roster import (
    BadPeople,
    NamedOrganisation,
    NamedPerson,
    NamedPost,
    Roster,
    read_roster,
)
from jiheng.web.people.tree import WrongPlace, add_organisation
from jiheng.web.people.visits import end

_USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,59}")
_NAME = re.compile(r"[^\x00-\x1f<>]{1,60}")
ORGANISATION_NAME = re.compile(r"[^\x00-\x1f<>]{2,120}")


class FirstPassword(Struct, frozen=True, kw_only=True):
    """What a new person logs in with, to change it at once."""

    username: str
    name: str
    password: str


class Authority(Struct, frozen=True, kw_only=True):
    """On whose word a list is followed.

    Attributes:
        by: a system administrator, who may propose posts but give none; None where the list comes
            from whoever runs the server, who may do everything.
        branches: where they may; everything else does not exist for them.
    """

    by: Person | None = None
    branches: tuple[str, ...] = ("",)


SERVER = Authority()


def load_people(text: bytes) -> tuple[FirstPassword, ...]:
    """Add what a file names and the database lacks; who is there already keeps their password.

    Raises:
        BadPeople: the file cannot be followed.
    """
    return admit(read_roster(text), SERVER)


@transaction.atomic
def admit(roster: Roster, authority: Authority) -> tuple[FirstPassword, ...]:
    """Add what a list names and the database lacks, and return who is new.

    Raises:
        BadPeople: the list cannot be followed.
    """
    for each in roster.organisations:
        _add(each, authority)
    return tuple(_admitted(roster.people, authority))


@transaction.atomic
def reset_password(person: Person, by: Person | None) -> FirstPassword:
    """Return somebody's new first password; their sessions end."""
    password = first_password()
    person.set_password(password)
    person.must_change = True
    person.save(update_fields=["password", "password_set_at", "must_change"])
    end(Visit.objects.filter(person=person), by)
    note("reset-password", person.username, by)
    return FirstPassword(username=person.username, name=person.name, password=password)


def _add(wanted: NamedOrganisation, authority: Authority) -> None:
    if Organisation.objects.filter(name=wanted.name).exists():
        return
    if not ORGANISATION_NAME.fullmatch(wanted.name):
        raise BadPeople(wanted.name, "admin.bad.organisation-name")
    if wanted.above is None and authority.by is not None:
        raise BadPeople(wanted.name, "admin.bad.no-above")
    above = _organisation(wanted.above, authority) if wanted.above else None
    try:
        add_organisation(wanted.name, wanted.kind, above, wanted.route)
    except WrongPlace as error:
        raise BadPeople(str(error), "admin.bad.place") from error
    note("add-organisation", wanted.name, authority.by)


def _admitted(people: tuple[NamedPerson, ...], authority: Authority) -> Iterator[FirstPassword]:
    for each in people:
        person = Person.objects.filter(username=each.username).first()
        if person is None:
            password = first_password()
            person = _new_person(each, password, authority)
            yield FirstPassword(username=each.username, name=each.name, password=password)
        for post in each.posts:
            _post(person, post, authority)


def _new_person(named: NamedPerson, password: str, authority: Authority) -> Person:
    if not _USERNAME.fullmatch(named.username):
        raise BadPeople(named.username, "admin.bad.username")
    if not _NAME.fullmatch(named.name):
        raise BadPeople(named.name or named.username, "admin.bad.name")
    home = named.home or (named.posts[0].at if named.posts else None)
    if home is None:
        raise BadPeople(named.username, "admin.bad.no-home")
    place = _organisation(home, authority)
    person = create_person(named.username, named.name, password, place, must_change=True)
    note("add-person", named.username, authority.by, {"at": place.name})
    return person


def _post(person: Person, post: NamedPost, authority: Authority) -> None:
    organisation = _organisation(post.at, authority)
    if authority.by is not None:
        _propose(person, post.role, organisation, authority.by)
        return
    try:
        appoint(person, post.role, organisation)
    except NotApart as error:
        raise BadPeople(person.username, error.why) from error


def _propose(person: Person, role: Role, organisation: Organisation, by: Person) -> None:
    wanted = {"person": person, "role": role.value, "organisation": organisation}
    if Appointment.objects.filter(**wanted).exists():
        return
    _, is_new = Proposal.objects.get_or_create(**wanted, defaults={"made_by": by})
    if is_new:
        detail = {"role": role.value, "at": organisation.name}
        note("propose", person.username, by, detail)


def _organisation(name: str, authority: Authority) -> Organisation:
    found = Organisation.objects.filter(name=name).first()
    if found is None or not found.branch.startswith(authority.branches):
        raise BadPeople(name, "admin.bad.unknown")
    return found
