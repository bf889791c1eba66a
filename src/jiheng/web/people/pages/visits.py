"""Where somebody is logged in: one's own sessions, and for the security administrator all."""

from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Person, Visit
from jiheng.web.people.pages.posts import locked_out
from jiheng.web.people.reach import branches_of, people_in
from jiheng.web.people.roles import Role
from jiheng.web.people.visits import end, present


@require_safe
def visits(request: HttpRequest) -> HttpResponse:
    """Show who is logged in where, and who is locked out."""
    person = visitor(request)
    branches = branches_of(person, Role.SECURITY_ADMIN)
    context = {
        "present": present(seen_by(person, branches)),
        "here": request.session.session_key,
        "is_all": bool(branches),
        "locked": locked_out(branches),
    }
    return render(request, "people/visits.html", context)


@require_POST
def end_visit(request: HttpRequest, key: int) -> HttpResponse:
    """End a session: one's own anywhere, or for the security administrator anybody's."""
    person = visitor(request)
    reach = seen_by(person, branches_of(person, Role.SECURITY_ADMIN))
    visit = get_object_or_404(reach, pk=key)
    end([visit], person)
    if visit.session_key == request.session.session_key:
        logout(request)
        return redirect("log-in")
    messages.success(request, say("admin.visits.ended", language_of(request)))
    return redirect("visits")


def seen_by(person: Person, branches: tuple[str, ...]) -> QuerySet[Visit]:
    """Return the sessions that somebody may end: their own, and those of their branches."""
    return Visit.objects.filter(Q(person=person) | Q(person__in=people_in(branches)))
