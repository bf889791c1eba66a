"""What an administrator reaches: organisations and people of the branch in which they are one."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.roles import Role

FORBIDDEN = 403
DIGITS = 19
"""So many digits make a number that no database keeps as a key."""
One = TypeVar("One", bound=Model)


def for_role(role: Role) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Return a view's guard: only holders of a role come in."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, **place: object) -> HttpResponse:
            if not branches_of(visitor(request), role):
                return render(request, "403.html", status=FORBIDDEN)
            return view(request, **place)

        return guarded

    return guard


def branches_of(person: Person, role: Role) -> tuple[str, ...]:
    """Return the branches in which somebody holds a role."""
    held = Appointment.objects.filter(person=person, role=role.value)
    return tuple(held.values_list("organisation__branch", flat=True))


def organisations_in(branches: tuple[str, ...]) -> QuerySet[Organisation]:
    """Return the organisations of some branches, in the order of the tree."""
    return Organisation.objects.filter(_within("branch", branches)).select_related("above")


def people_in(branches: tuple[str, ...]) -> QuerySet[Person]:
    """Return the people who work in some branches."""
    found = Person.objects.filter(_within("home__branch", branches))
    return found.select_related("home").order_by("home__branch", "username")


def one_of(found: QuerySet[One], key: object) -> One:
    """Return one of them by its key.

    Raises:
        Http404: there is none, or none within reach.
    """
    text = str(key)
    one = found.filter(pk=int(text)).first() if text.isdecimal() and len(text) < DIGITS else None
    if one is None:
        raise Http404
    return one


def _within(field: str, branches: tuple[str, ...]) -> Q:
    wanted = Q(pk__in=[])
    for branch in branches:
        wanted |= Q(**{f"{field}__startswith": branch})
    return wanted
