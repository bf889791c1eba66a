"""People and organisations, for the system administrator."""

from typing import Annotated

from django.http import FileResponse, HttpRequest
from msgspec import Meta
from ninja import Body, File, UploadedFile

from jiheng.web.api.operations.around import (
    XLSX,
    Counted,
    KeyIn,
    PageAsked,
    Place,
    Somebody,
    WordsAsked,
    attached,
    branches,
    counted,
    paged,
    place,
    somebody,
)
from jiheng.web.api.operations.mine import Post, SeenOrganisation, seen_organisation
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Key, Line, Wire
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people import admitting, organising
from jiheng.web.people.admitting import NewPerson
from jiheng.web.people.loading import Authority, FirstPassword, admit
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.organising import Change
from jiheng.web.people.pages.staff import MOST_BYTES, searched
from jiheng.web.people.reach import one_of, organisations_in, people_in
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.roster import BadPeople, read_roster
from jiheng.web.people.sheet import empty_roster

Name = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]


class StaffMember(Wire, frozen=True, kw_only=True):
    """Somebody who logs in, where they work, and what they are there."""

    person: Somebody
    home: Place | None
    is_active: bool
    posts: tuple[Post, ...]


class Staff(Wire, frozen=True, kw_only=True):
    """A page of people."""

    items: tuple[StaffMember, ...]
    page: Counted


class AddPerson(Wire, frozen=True, kw_only=True):
    """Somebody new; a role is only proposed, and decided on by the security administrator."""

    username: Name
    name: Name
    home: Key
    role: Role | None = None


class FirstPasswords(Wire, frozen=True, kw_only=True):
    """With what somebody logs in the first time, to change it at once; it is shown this once."""

    username: str
    name: str
    password: str


class ManyFirstPasswords(Wire, frozen=True, kw_only=True):
    """The first passwords of those who are new; they are shown this once."""

    items: tuple[FirstPasswords, ...]


class ChangePerson(Wire, frozen=True, kw_only=True):
    """Whether somebody may log in."""

    is_active: bool


class AddOrganisation(Wire, frozen=True, kw_only=True):
    """A new organisation, below another one."""

    name: Name
    kind: OrganisationKind
    above: Key


class ChangeOrganisation(Wire, frozen=True, kw_only=True):
    """An organisation as it is to be; what is left out stays."""

    name: Name | None = None
    route: Line | None = None
    above: Key | None = None


def list_people(request: HttpRequest, q: WordsAsked = "", page: PageAsked = 1) -> Staff:
    """Return the people of the administrator's branch."""
    found = searched(people_in(branches(request, Role.SYSTEM_ADMIN)), q.strip())
    shown = paged(found, page)
    posts: dict[int, list[Appointment]] = {}
    held = Appointment.objects.filter(person__in=[each.pk for each in shown.object_list])
    for each in held.select_related("organisation", "person"):
        posts.setdefault(each.person.pk, []).append(each)
    return Staff(
        items=tuple(_member(each, posts.get(each.pk, [])) for each in shown.object_list),
        page=counted(shown),
    )


def add_person(request: HttpRequest, new: Body[AddPerson]) -> FirstPasswords:
    """Add somebody, who logs in with a first password."""
    authority = _authority(request)
    home = one_of(organisations_in(authority.branches), new.home)
    name = " ".join(new.name.split())
    wanted = NewPerson(username=new.username.strip(), name=name, home=home, role=new.role)
    (made,) = admitting.add(authority, wanted)
    return _first(made)


def import_people(request: HttpRequest, file: File[UploadedFile]) -> ManyFirstPasswords:
    """Add the organisations and people whom a list names, as YAML or as a worksheet."""
    authority = _authority(request)
    if (file.size or 0) > MOST_BYTES:
        raise BadPeople(file.name or "", "admin.bad.file")
    made = admit(read_roster(file.read()), authority)
    return ManyFirstPasswords(items=tuple(_first(each) for each in made))


def roster_template(request: HttpRequest) -> FileResponse:
    """Return the empty list of people as a worksheet."""
    branches(request, Role.SYSTEM_ADMIN)
    return attached(empty_roster(language_of(request)), "people.xlsx")


def change_person(request: HttpRequest, key: KeyIn, wanted: Body[ChangePerson]) -> StaffMember:
    """Disable somebody, or let them in again."""
    person = _one(request, key)
    admitting.let_in(person, visitor(request), is_active=wanted.is_active)
    posts = Appointment.objects.filter(person=person).select_related("organisation")
    return _member(person, list(posts))


def reset_password(request: HttpRequest, key: KeyIn) -> FirstPasswords:
    """Give somebody a new first password."""
    return _first(admitting.renew(_one(request, key), visitor(request)))


def add_organisation(request: HttpRequest, new: Body[AddOrganisation]) -> SeenOrganisation:
    """Add an organisation."""
    authority = _authority(request)
    above = one_of(organisations_in(authority.branches), new.above)
    name = " ".join(new.name.split())
    organising.add(authority, name, new.kind, above)
    return seen_organisation(Organisation.objects.select_related("above").get(name=name))


def change_organisation(
    request: HttpRequest, key: KeyIn, wanted: Body[ChangeOrganisation]
) -> SeenOrganisation:
    """Rename, route or move an organisation."""
    reach = organisations_in(branches(request, Role.SYSTEM_ADMIN))
    one = one_of(reach, key)
    others = reach.exclude(branch__startswith=one.branch)
    change = Change(
        name=one.name if wanted.name is None else " ".join(wanted.name.split()),
        route=one.route if wanted.route is None else wanted.route,
        above=None if wanted.above is None else one_of(others, wanted.above),
    )
    organising.change(one, change, visitor(request))
    return seen_organisation(one)


def _authority(request: HttpRequest) -> Authority:
    return Authority(by=visitor(request), branches=branches(request, Role.SYSTEM_ADMIN))


def _one(request: HttpRequest, key: int) -> Person:
    return one_of(people_in(branches(request, Role.SYSTEM_ADMIN)), key)


def _member(person: Person, posts: list[Appointment]) -> StaffMember:
    return StaffMember(
        person=somebody(person),
        home=place(person.home) if person.home else None,
        is_active=person.is_active,
        posts=tuple(Post(role=each.role, at=place(each.organisation)) for each in posts),
    )


def _first(made: FirstPassword) -> FirstPasswords:
    return FirstPasswords(username=made.username, name=made.name, password=made.password)


OPERATIONS = (
    Operation(name="list-people", method="GET", path="/people", view=list_people, answer=Staff),
    Operation(
        name="add-person",
        method="POST",
        path="/people",
        view=add_person,
        answer=FirstPasswords,
        status=201,
    ),
    Operation(
        name="import-people",
        method="POST",
        path="/people/roster",
        view=import_people,
        answer=ManyFirstPasswords,
        status=201,
    ),
    Operation(
        name="roster-template",
        method="GET",
        path="/people/roster/files/xlsx",
        view=roster_template,
        media=(XLSX,),
    ),
    Operation(
        name="change-person",
        method="PATCH",
        path="/people/{key}",
        view=change_person,
        answer=StaffMember,
    ),
    Operation(
        name="reset-password",
        method="POST",
        path="/people/{key}/password",
        view=reset_password,
        answer=FirstPasswords,
    ),
    Operation(
        name="add-organisation",
        method="POST",
        path="/organisations",
        view=add_organisation,
        answer=SeenOrganisation,
        status=201,
    ),
    Operation(
        name="change-organisation",
        method="PATCH",
        path="/organisations/{key}",
        view=change_organisation,
        answer=SeenOrganisation,
    ),
)
