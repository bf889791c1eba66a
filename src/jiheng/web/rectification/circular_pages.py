"""The pages of the circular: the draft on screen, and as a file."""

from collections.abc import Callable
from io import BytesIO

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import within_reach
from jiheng.web.forms.models import FormRecord
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
    """

    department: Organisation | None
    departments: tuple[Organisation, ...]
    names_units: bool


@require_safe
@for_roles(ISSUING)
def page(request: HttpRequest) -> HttpResponse:
    """Show the draft about the year and the department chosen."""
    desk, scope = desk_of(request), _scope(request)
    has_forms = _records(desk, scope).exists()
    context = {
        "scope": scope,
        "letter": _letter(request, desk, scope) if has_forms else None,
        "query": request.GET.urlencode(),
    }
    return render(request, "rectification/circular.html", context)


@require_safe
@for_roles(ISSUING)
def file(request: HttpRequest, kind: str) -> FileResponse:
    """Send the draft as a file to go on with."""
    desk, scope = desk_of(request), _scope(request)
    if kind not in WRITERS or not _records(desk, scope).exists():
        raise Http404
    data = WRITERS[kind](_letter(request, desk, scope))
    name = say("circular.file", language_of(request), year=str(desk.year)) + f".{kind}"
    return FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type=TYPES[kind])


def _letter(request: HttpRequest, desk: Desk, scope: Scope) -> Letter:
    notices = notices_within(desk.posts, desk.year)
    if scope.department is not None:
        branch = scope.department.branch
        notices = notices.filter(record__organisation__branch__startswith=branch)
    about = About(
        place=scope.department.name if scope.department else _place(desk),
        year=desk.year or 0,
        language=language_of(request),
        names_units=scope.names_units,
    )
    return circular(_records(desk, scope), notices, about)


def _records(desk: Desk, scope: Scope) -> QuerySet[FormRecord]:
    records = within_reach(desk.posts).filter(year=desk.year)
    if scope.department is None:
        return records
    return records.filter(organisation__branch__startswith=scope.department.branch)


def _scope(request: HttpRequest) -> Scope:
    desk = desk_of(request)
    branches = within_reach(desk.posts).filter(year=desk.year).order_by()
    known = departments_of(branches.values_list("organisation__branch", flat=True).distinct())
    departments = {each.branch: each for each in known.values()}
    wanted = key_in(request.GET.get("department", ""))
    return Scope(
        department=next((each for each in departments.values() if each.pk == wanted), None),
        departments=tuple(departments[branch] for branch in sorted(departments, key=place_of)),
        names_units=request.GET.get("named") == "1",
    )


def _place(desk: Desk) -> str:
    """The name of the highest place at which the visitor writes circulars."""
    held = [each.organisation for each in desk.appointments if each.role in ISSUING]
    return min(held, key=lambda each: len(branches_above(each.branch))).name
