"""系统管理员: the tree of organisations."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.route import ROUTES
from jiheng.web.journal.writing import note
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.loading import ORGANISATION_NAME, Authority, admit
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.reach import branches_of, for_role, one_of, organisations_in
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.roster import BadPeople, NamedOrganisation, Roster
from jiheng.web.people.tree import WrongPlace, move_organisation

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
    if Organisation.objects.filter(name=name).exists():
        return say("admin.bad.same-name", language, about=name)
    wanted = NamedOrganisation(name=name, kind=OrganisationKind(kind), above=above.name)
    try:
        admit(Roster(organisations=(wanted,)), authority)
    except BadPeople as error:
        return say(error.why, language, about=error.about)
    return ""


@transaction.atomic
def _changed(request: HttpRequest, one: Organisation, by: Person) -> str:
    """Change what was sent of an organisation; return why it was not, or nothing."""
    sent, language = request.POST, language_of(request)
    name = " ".join(sent.get("name", one.name).split())
    route, above = sent.get("route", one.route), sent.get("above", "")
    if not ORGANISATION_NAME.fullmatch(name):
        return say("admin.bad.organisation-name", language, about=name)
    if Organisation.objects.filter(name=name).exclude(pk=one.pk).exists():
        return say("admin.bad.same-name", language, about=name)
    if route and route not in ROUTES:
        return say("admin.bad.word", language, about=route)
    if above and one.above is not None and above != str(one.above.pk):
        reach = organisations_in(branches_of(by, Role.SYSTEM_ADMIN))
        target = one_of(reach.exclude(branch__startswith=one.branch), above)
        try:
            move_organisation(one, target)
        except WrongPlace:
            return say("admin.bad.place", language, about=target.name)
        note("move-organisation", one.name, by, {"to": target.name})
    if (name, route) != (one.name, one.route):
        note("change-organisation", one.name, by, {"name": name, "route": route})
        one.name, one.route = name, route
        one.save(update_fields=["name", "route"])
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
