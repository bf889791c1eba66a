"""Who sees draws, and who runs them: the office of the branch, and whoever audits it."""

from django.db.models import Q, QuerySet
from django.http import Http404

from jiheng.web.access.decide import Post
from jiheng.web.pages.keys import key_in
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.sampling.models import Draw

RUNNING = frozenset({Role.PERFORMANCE_OFFICE})
READING = RUNNING | {Role.AUDITOR}


def draws_for(posts: tuple[Post, ...]) -> QuerySet[Draw]:
    """Return the draws that somebody may see, the latest first."""
    wanted = _within("organisation__branch", posts, READING)
    return Draw.objects.filter(wanted).select_related("organisation")


def draw_for(posts: tuple[Post, ...], key: str) -> Draw:
    """Return a draw; for whoever may not see it there is none.

    Raises:
        Http404: there is none, or none for them.
    """
    found = draws_for(posts).filter(pk=key_in(key)).first()
    if found is None:
        raise Http404
    return found


def may_run(posts: tuple[Post, ...], branch: str) -> bool:
    """Whether somebody runs the draws of a branch."""
    return any(post.role in RUNNING and branch.startswith(post.branch) for post in posts)


def places_for(posts: tuple[Post, ...]) -> QuerySet[Organisation]:
    """Return where somebody can have a draw: a unit alone has too few forms for one."""
    within = Organisation.objects.filter(_within("branch", posts, RUNNING))
    return within.exclude(kind=OrganisationKind.UNIT)


def _within(field: str, posts: tuple[Post, ...], roles: frozenset[Role]) -> Q:
    wanted = Q(pk__in=[])
    for post in posts:
        if post.role in roles:
            wanted |= Q(**{f"{field}__startswith": post.branch})
    return wanted
