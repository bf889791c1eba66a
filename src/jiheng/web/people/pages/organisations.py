"""系统管理员: the tree of organisations."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.route import ROUTES
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.loading import Authority
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.organising import Change, add, change
from jiheng.web.people.reach import branches_of, for_role, one_of, organisations_in
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.roster import BadPeople

CONFLICT = 409


class Twig(Struct, frozen=True, kw_only=True):
    """An organisation in the drawn tree."""

    organisation: Organisation
    depth: int
    people: int


@for_role(Role.SYSTEM_ADMIN)
def organisations(request: HttpRequest) -> HttpResponse:
    """Show the tree, or add an organisation to it."""
    person = visitor(request)
    branches = branches_of(person, Role.SYSTEM_ADMIN)
    refused = ""
    if request.method == "POST":
        refused = _added(request, Authority(by=person, branches=branches))
        if not refused:
            return redirect("organisations")
    context = {"twigs": _twigs(branches), "kinds": tuple(OrganisationKind), "refused": refused}
    status = CONFLICT if refused else 200
    return render(request, "people/organisations.html", context, status=status)


@for_role(Role.SYSTEM_ADMIN)
def organisation(request: HttpRequest, key: int) -> HttpResponse:
    """Show one organisation to be renamed, moved or given a route, or do that."""
    person = visitor(request)
    found = organisations_in(branches_of(person, Role.SYSTEM_ADMIN))
    one = one_of(found, key)
    refused = ""
    if request.method == "POST":
        refused = _changed(request, one, person)
        if not refused:
            messages.success(request, say("web.saved", language_of(request)))
            return redirect("organisations")
    context = {
        "one": one,
        "others": found.exclude(branch__startswith=one.branch),
        "is_movable": one.above is not None and found.filter(pk=one.above.pk).exists(),
        "routes": ROUTES,
        "refused": refused,
    }
    status = CONFLICT if refused else 200
    return render(request, "people/organisation.html", context, status=status)


def _added(request: HttpRequest, authority: Authority) -> str:
    """Add what was sent; return why it was not, or nothing."""
    sent, language = request.POST, language_of(request)
    above = one_of(organisations_in(authority.branches), sent.get("above", ""))
    kind, name = sent.get("kind", ""), " ".join(sent.get("name", "").split())
    if kind not in tuple(OrganisationKind):
        return say("admin.bad.word", language, about=kind)
    try:
        add(authority, name, OrganisationKind(kind), above)
    except BadPeople as error:
        return say(error.why, language, about=error.about)
    return ""


def _changed(request: HttpRequest, one: Organisation, by: Person) -> str:
    """Change what was sent of an organisation; return why it was not, or nothing."""
    sent, above = request.POST, request.POST.get("above", "")
    name = " ".join(sent.get("name", one.name).split())
    is_moved = bool(above) and one.above is not None and above != str(one.above.pk)
    reach = organisations_in(branches_of(by, Role.SYSTEM_ADMIN))
    target = one_of(reach.exclude(branch__startswith=one.branch), above) if is_moved else None
    wanted = Change(name=name, route=sent.get("route", one.route), above=target)
    try:
        change(one, wanted, by)
    except BadPeople as error:
        return say(error.why, language_of(request), about=error.about)
    return ""


def _twigs(branches: tuple[str, ...]) -> tuple[Twig, ...]:
    found = tuple(organisations_in(branches))
    top = min((each.branch.count(".") for each in found), default=0)
    homes = list(Person.objects.values_list("home_id", flat=True))
    return tuple(
        Twig(
            organisation=each,
            depth=min(each.branch.count(".") - top, 6),
            people=homes.count(each.pk),
        )
        for each in found
    )
