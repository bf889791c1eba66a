"""What every file of operations needs: parts of addresses, pages, who asks, and for which year."""

from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Annotated, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import FileResponse, HttpRequest
from pydantic import Field

from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import appointments_of, posts_of
from jiheng.web.api.problems import Trouble
from jiheng.web.api.wire import MOST_KEY, NO_NUL, Wire
from jiheng.web.forms.models import FormRecord
from jiheng.web.pages.desk import Desk
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.reach import branches_of
from jiheng.web.people.roles import Role

PAGE = 50
FILE = "application/octet-stream"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = TypeVar("Row", bound=Model)

Number = Annotated[str, Field(min_length=1, max_length=40, pattern=NO_NUL)]
KeyIn = Annotated[int, Field(ge=1, le=MOST_KEY)]
YearAsked = Annotated[int, Field(ge=1990, le=2100)]
PageAsked = Annotated[int, Field(ge=1, le=1_000_000)]
KeyAsked = Annotated[int | None, Field(ge=1, le=MOST_KEY)]
WordsAsked = Annotated[str, Field(max_length=100, pattern=NO_NUL)]


class Somebody(Wire, frozen=True, kw_only=True):
    """A person, as others see them."""

    key: int
    username: str
    name: str


class Place(Wire, frozen=True, kw_only=True):
    """An organisation, as others see it."""

    key: int
    name: str
    kind: str


class Counted(Wire, frozen=True, kw_only=True):
    """Which page of a list it is, of how many, and how many rows there are on all together."""

    page: int
    pages: int
    count: int


class Done(Wire, frozen=True, kw_only=True):
    """Something was done with a form, which stands there now."""

    number: str
    step: str
    version: int


def somebody(person: Person) -> Somebody:
    """Return a person, as others see them."""
    return Somebody(key=person.pk, username=person.username, name=person.name)


def place(organisation: Organisation) -> Place:
    """Return an organisation, as others see it."""
    return Place(key=organisation.pk, name=organisation.name, kind=organisation.kind)


def paged(found: QuerySet[Row] | Sequence[Row], number: int) -> Page:
    """Return a page of rows; after the last one comes the last one."""
    return Paginator(found, PAGE).get_page(number)


def counted(page: Page) -> Counted:
    """Return which page it is."""
    return Counted(page=page.number, pages=page.paginator.num_pages, count=page.paginator.count)


def seen(request: HttpRequest, number: str) -> FormRecord:
    """Return a form that whoever asks may see.

    Raises:
        Http404: there is none, or none for them.
    """
    return record_for(visitor(request), number)


def desk(request: HttpRequest, year: int | None) -> Desk:
    """Return the desk of whoever asks, for the year that they named."""
    person = visitor(request)
    return Desk(person=person, appointments=appointments_of(person), years=(), year=year)


def branches(request: HttpRequest, role: Role) -> tuple[str, ...]:
    """Return where whoever asks holds an administrator's role.

    Raises:
        Trouble: nowhere.
    """
    held = branches_of(visitor(request), role)
    if not held:
        raise forbidden()
    return held


def only_for(request: HttpRequest, roles: frozenset[Role]) -> None:
    """Let nobody pass who holds none of these roles anywhere.

    Raises:
        Trouble: they hold none.
    """
    if not {post.role for post in posts_of(visitor(request))} & roles:
        raise forbidden()


def forbidden() -> Trouble:
    """Return that the caller's posts do not let them do it."""
    return Trouble(HTTPStatus.FORBIDDEN, "web.wrong.403-why")


def done(record: FormRecord) -> Done:
    """Return where a form stands after something was done with it."""
    record.refresh_from_db(fields=["step", "version"])
    return Done(number=record.number, step=record.step, version=record.version)


def attached(contents: bytes, name: str, kind: str = XLSX) -> FileResponse:
    """Return a file to keep, a worksheet where nothing else is said."""
    return FileResponse(BytesIO(contents), as_attachment=True, filename=name, content_type=kind)


def moment(at: datetime | None) -> datetime | None:
    """Return a moment to the second: nobody compares what lies below."""
    return at.replace(microsecond=0) if at else None
