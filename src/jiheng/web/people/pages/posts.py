"""安全管理员: who holds which role where; who was locked out; who is logged in."""

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from jiheng.rulebook.messages import say
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.admitting import unlock
from jiheng.web.people.appointing import NotApart, appoint, dismiss, drop
from jiheng.web.people.models import Appointment, Organisation, Person, Proposal
from jiheng.web.people.reach import (
    DIGITS,
    branches_of,
    for_role,
    one_of,
    organisations_in,
    people_in,
)
from jiheng.web.people.roles import Role


@for_role(Role.SECURITY_ADMIN)
def posts(request: HttpRequest) -> HttpResponse:
    """Show every post of the branch and what is proposed, or give a post."""
    person = visitor(request)
    branches = branches_of(person, Role.SECURITY_ADMIN)
    if request.method == "POST":
        chosen = one_of(people_in(branches), request.POST.get("person", ""))
        place = one_of(organisations_in(branches), request.POST.get("organisation", ""))
        role = request.POST.get("role", "")
        if role in tuple(Role):
            _give(request, chosen, Role(role), place)
        return redirect("posts")
    organisations = organisations_in(branches)
    order = ("organisation__branch", "role")
    asked = request.GET.get("role", "")
    held = Appointment.objects.filter(organisation__in=organisations)
    if asked in tuple(Role):
        held = held.filter(role=asked)
    context = {
        "held": held.select_related("person", "organisation").order_by(*order),
        "proposals": proposals_in(branches),
        "people": people_in(branches).filter(is_active=True),
        "organisations": organisations,
        "roles": tuple(Role),
        "asked": asked,
    }
    return render(request, "people/posts.html", context)


@for_role(Role.SECURITY_ADMIN)
@require_POST
def end_post(request: HttpRequest, key: int) -> HttpResponse:
    """Take a post away."""
    person = visitor(request)
    reach = organisations_in(branches_of(person, Role.SECURITY_ADMIN))
    post = get_object_or_404(Appointment.objects.filter(organisation__in=reach), pk=key)
    try:
        dismiss(post, person)
    except NotApart as error:
        messages.error(request, _refusal(request, error, post.person))
    else:
        messages.success(request, say("web.saved", language_of(request)))
    return redirect("posts")


@for_role(Role.SECURITY_ADMIN)
@require_POST
def decide_proposals(request: HttpRequest) -> HttpResponse:
    """Give the proposed posts that were ticked, or drop them."""
    person = visitor(request)
    sent = request.POST.getlist("proposal")
    wanted = [key for key in sent if key.isdecimal() and len(key) < DIGITS]
    ticked = proposals_in(branches_of(person, Role.SECURITY_ADMIN)).filter(pk__in=wanted)
    for each in ticked:
        if "give" in request.POST:
            _give(request, each.person, Role(each.role), each.organisation)
        elif "drop" in request.POST:
            drop(each, person)
    return redirect("posts")


@for_role(Role.SECURITY_ADMIN)
@require_POST
def unlock_person(request: HttpRequest) -> HttpResponse:
    """Open the door again for somebody whom five wrong passwords have locked out."""
    by = visitor(request)
    reach = people_in(branches_of(by, Role.SECURITY_ADMIN))
    person = get_object_or_404(reach, username=request.POST.get("username", ""))
    unlock(person, by)
    messages.success(request, say("web.saved", language_of(request)))
    return redirect("visits")


def locked_out(branches: tuple[str, ...]) -> tuple[AccessAttempt, ...]:
    """Return the attempts that closed the door for people of some branches."""
    names = people_in(branches).values("username")
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    found = AccessAttempt.objects.filter(
        username__in=names,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
        attempt_time__gte=since,
    )
    return tuple(found.order_by("username"))


def proposals_in(branches: tuple[str, ...]) -> QuerySet[Proposal]:
    """Return the posts that are proposed in some branches."""
    found = Proposal.objects.filter(organisation__in=organisations_in(branches))
    return found.select_related("person", "organisation", "made_by")


def _give(request: HttpRequest, person: Person, role: Role, place: Organisation) -> None:
    try:
        appoint(person, role, place, visitor(request))
    except NotApart as error:
        messages.error(request, _refusal(request, error, person))
    else:
        messages.success(request, say("web.saved", language_of(request)))


def _refusal(request: HttpRequest, error: NotApart, person: Person) -> str:
    return say(error.why, language_of(request), about=person.name)
