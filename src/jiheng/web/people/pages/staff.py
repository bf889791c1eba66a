"""系统管理员: people, their first passwords, and lists of them."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.admitting import NewPerson, add, let_in, renew
from jiheng.web.people.appointing import NotApart
from jiheng.web.people.loading import Authority, FirstPassword, admit
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.reach import branches_of, for_role, one_of, organisations_in, people_in
from jiheng.web.people.roles import ADMINISTRATORS, Role
from jiheng.web.people.roster import BadPeople, Roster, read_roster
from jiheng.web.people.sheet import empty_roster

CONFLICT = 409
MOST_BYTES = 2 * 2**20
MOST_SHOWN = 300
MOST_ASKED = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Row(Struct, frozen=True, kw_only=True):
    """Somebody in the list; an administrator is not looked after here."""

    person: Person
    posts: tuple[Appointment, ...]
    is_administrator: bool


@for_role(Role.SYSTEM_ADMIN)
def people(request: HttpRequest) -> HttpResponse:
    """Show the people of the branch, or add one, whose first password is shown this once."""
    if request.method != "POST":
        return _page(request)
    sent = request.POST
    authority = _authority(request)
    home = one_of(organisations_in(authority.branches), sent.get("home", ""))
    role = sent.get("role", "")
    wanted = NewPerson(
        username=sent.get("username", "").strip(),
        name=" ".join(sent.get("name", "").split()),
        home=home,
        role=Role(role) if role in tuple(Role) else None,
    )
    try:
        added = add(authority, wanted)
    except BadPeople as error:
        return _page(request, refused=_said(request, error.why, error.about))
    return _page(request, added=added, is_done=True)


@for_role(Role.SYSTEM_ADMIN)
@require_POST
def import_people(request: HttpRequest) -> HttpResponse:
    """Add whom a list names; their first passwords are shown this once."""
    file = request.FILES.get("file")
    if file is None or file.size > MOST_BYTES:
        return _page(request, refused=_said(request, "admin.bad.file", file.name if file else ""))
    try:
        roster = read_roster(file.read())
    except BadPeople as error:
        return _page(request, refused=_said(request, error.why, error.about))
    return _admitted(request, roster, _authority(request))


@for_role(Role.SYSTEM_ADMIN)
@require_safe
def roster_template(request: HttpRequest) -> HttpResponse:
    """Send the empty list as a worksheet."""
    answer = HttpResponse(empty_roster(language_of(request)), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="people.xlsx"'
    return answer


@for_role(Role.SYSTEM_ADMIN)
@require_POST
def change_person(request: HttpRequest, key: int, change: str) -> HttpResponse:
    """Disable somebody, let them in again, or give them a new first password."""
    by = visitor(request)
    person = one_of(people_in(_authority(request).branches), key)
    if change not in {"reset", "disable", "enable"}:
        raise Http404
    try:
        if change == "reset":
            return _page(request, added=(renew(person, by),))
        let_in(person, by, is_active=change == "enable")
    except NotApart as error:
        messages.error(request, _said(request, error.why, person.name))
    else:
        messages.success(request, _said(request, f"admin.people.{change}d", person.name))
    return redirect("people")


def _admitted(request: HttpRequest, roster: Roster, authority: Authority) -> HttpResponse:
    try:
        added = admit(roster, authority)
    except BadPeople as error:
        return _page(request, refused=_said(request, error.why, error.about))
    return _page(request, added=added, is_done=True)


def _page(
    request: HttpRequest,
    *,
    refused: str = "",
    added: tuple[FirstPassword, ...] = (),
    is_done: bool = False,
) -> HttpResponse:
    branches = _authority(request).branches
    asked = request.GET.get("q", "").strip()[:MOST_ASKED]
    found = searched(people_in(branches), asked)
    posts: dict[int, list[Appointment]] = {}
    for each in Appointment.objects.filter(person__in=found).select_related(
        "organisation", "person"
    ):
        posts.setdefault(each.person.pk, []).append(each)
    context = {
        "rows": [_row(each, posts.get(each.pk, [])) for each in found[:MOST_SHOWN]],
        "count": found.count(),
        "most": MOST_SHOWN,
        "asked": asked,
        "organisations": organisations_in(branches),
        "roles": tuple(Role),
        "refused": refused,
        "added": added,
        "is_done": is_done,
    }
    return render(request, "people/people.html", context, status=CONFLICT if refused else 200)


def _row(person: Person, posts: list[Appointment]) -> Row:
    is_apart = any(post.role in ADMINISTRATORS for post in posts)
    return Row(person=person, posts=tuple(posts), is_administrator=is_apart)


def searched(found: QuerySet[Person], asked: str) -> QuerySet[Person]:
    """Return those of some people whose names, or whose place's name, hold a word."""
    if not asked:
        return found
    return found.filter(
        Q(name__icontains=asked) | Q(username__icontains=asked) | Q(home__name__icontains=asked)
    )


def _authority(request: HttpRequest) -> Authority:
    person = visitor(request)
    return Authority(by=person, branches=branches_of(person, Role.SYSTEM_ADMIN))


def _said(request: HttpRequest, key: str, about: str) -> str:
    return say(key, language_of(request), about=about)
