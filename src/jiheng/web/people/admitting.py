"""People let in and shut out, one at a time, as their administrators do it."""

from axes.utils import reset
from django.db import transaction
from msgspec import Struct

from jiheng.web.journal.writing import note
from jiheng.web.people.appointing import NotApart, is_administrator
from jiheng.web.people.loading import Authority, FirstPassword, admit, reset_password
from jiheng.web.people.models import Organisation, Person, Visit
from jiheng.web.people.roles import Role
from jiheng.web.people.roster import BadPeople, NamedPerson, NamedPost, Roster
from jiheng.web.people.visits import end


class NewPerson(Struct, frozen=True, kw_only=True):
    """Somebody who is to log in.

    Attributes:
        role: the one that is proposed for them at home, or None.
    """

    username: str
    name: str
    home: Organisation
    role: Role | None = None


def add(authority: Authority, wanted: NewPerson) -> tuple[FirstPassword, ...]:
    """Return the first password of somebody new.

    Raises:
        BadPeople: the name is none, or somebody has it.
    """
    if Person.objects.filter(username=wanted.username).exists():
        raise BadPeople(wanted.username, "admin.bad.same-username")
    home = wanted.home.name
    posts = (NamedPost(role=wanted.role, at=home),) if wanted.role else ()
    named = NamedPerson(username=wanted.username, name=wanted.name, posts=posts, home=home)
    return admit(Roster(people=(named,)), authority)


@transaction.atomic
def let_in(person: Person, by: Person, *, is_active: bool) -> None:
    """Disable somebody, whose sessions end, or let them in again.

    Raises:
        NotApart: they are an administrator.
    """
    _refuse_administrators(person)
    person.is_active = is_active
    person.save(update_fields=["is_active"])
    end(Visit.objects.filter(person=person), by)
    note("enable-person" if is_active else "disable-person", person.username, by)


def renew(person: Person, by: Person) -> FirstPassword:
    """Return somebody's new first password.

    Raises:
        NotApart: they are an administrator.
    """
    _refuse_administrators(person)
    return reset_password(person, by)


def unlock(person: Person, by: Person) -> None:
    """Open the door again for somebody whom wrong passwords have locked out."""
    reset(username=person.username)
    note("unlock", person.username, by)


def _refuse_administrators(person: Person) -> None:
    # Else this administrator could become one of the other two.
    if is_administrator(person):
        raise NotApart("admin.refused.administrator")
