"""The pages of the circular: the draft on screen, and as a file."""

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import within_reach
from jiheng.web.language import language_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.menu import ISSUING
from jiheng.web.papers.views import TYPES
from jiheng.web.people.models import Organisation
from jiheng.web.people.tree import branches_above
from jiheng.web.rectification.circular import About, circular
from jiheng.web.rectification.departments import departments_of, place_of
from jiheng.web.rectification.ledger import notices_within
from jiheng.web.rectification.seeing import for_roles
from jiheng.writers.letter import Letter, letter_docx, letter_pdf

WRITERS: dict[str, Callable[[Letter], bytes]] = {"docx": letter_docx, "pdf": letter_pdf}


class Scope(Struct, frozen=True, kw_only=True):
    """What a circular is asked for.

    Attributes:
        department: None for all that the office reaches.
        departments: those that can be chosen.
        widest: name of all that the office reaches.
    """

    department: Organisation | None
    departments: tuple[Organisation, ...]
    widest: str
    names_units: bool

    @property
    def place(self) -> str:
        """Name of the area or department that it is about."""
        return self.department.name if self.department else self.widest


@require_safe
@for_roles(ISSUING)
def page(request: HttpRequest) -> HttpResponse:
    """Show the draft about the year and the department chosen."""
    desk, scope = desk_of(request), _scope(request)
    context = {
        "scope": scope,
        "letter": letter_of(desk, scope, language_of(request)),
        "query": request.GET.urlencode(),
    }
    return render(request, "rectification/circular.html", context)


@require_safe
@for_roles(ISSUING)
def file(request: HttpRequest, kind: str) -> FileResponse:
    """Send the draft as a file to go on with."""
    if kind not in WRITERS:
        raise Http404
    return letter_file(desk_of(request), _scope(request), kind, language_of(request))


def letter_file(desk: Desk, scope: Scope, kind: str, language: str) -> FileResponse:
    """Return a circular as a file of a kind of ``WRITERS``.

    Raises:
        Http404: there are no forms that it could be about.
    """
    letter = letter_of(desk, scope, language)
    if letter is None:
        raise Http404
    name = say("circular.file", language, year=str(desk.year)) + f".{kind}"
    data = BytesIO(WRITERS[kind](letter))
    return FileResponse(data, as_attachment=True, filename=name, content_type=TYPES[kind])


def letter_of(desk: Desk, scope: Scope, language: str) -> Letter | None:
    """Return the circular about a desk's year; None where there are no forms."""
    records, notices = within_reach(desk.posts), notices_within(desk.posts, desk.year)
    records = records.filter(year=desk.year)
    if scope.department is not None:
        branch = scope.department.branch
        records = records.filter(organisation__branch__startswith=branch)
        notices = notices.filter(record__organisation__branch__startswith=branch)
    if not records.exists():
        return None
    about = About(
        place=scope.place, year=desk.year or 0, language=language, names_units=scope.names_units
    )
    return circular(records, notices, about)


def scope_of(desk: Desk, department: int, *, names_units: bool) -> Scope:
    """Return what a circular is about: a department by its key, or all."""
    branches = within_reach(desk.posts).filter(year=desk.year).order_by()
    known = departments_of(branches.values_list("organisation__branch", flat=True).distinct())
    departments = {each.branch: each for each in known.values()}
    return Scope(
        department=next((each for each in departments.values() if each.pk == department), None),
        departments=tuple(departments[branch] for branch in sorted(departments, key=place_of)),
        widest=_widest(desk),
        names_units=names_units,
    )


def _scope(request: HttpRequest) -> Scope:
    department = key_in(request.GET.get("department", ""))
    is_named = request.GET.get("named") == "1"
    return scope_of(desk_of(request), department, names_units=is_named)


def _widest(desk: Desk) -> str:
    """The name of the highest place at which the visitor writes circulars."""
    held = [each.organisation for each in desk.appointments if each.role in ISSUING]
    return min(held, key=lambda each: len(branches_above(each.branch))).name
