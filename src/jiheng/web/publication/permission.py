"""Who may release packages, and of which places."""

from django.db.models import Q, QuerySet

from jiheng.web.access.decide import Post
from jiheng.web.people.models import Organisation
from jiheng.web.people.reach import one_of
from jiheng.web.people.roles import Role
from jiheng.web.publication.models import Batch, Package

RELEASING = frozenset({Role.HEAD, Role.DEPARTMENT_REVIEWER, Role.PERFORMANCE_OFFICE})
"""They release what lies in their branch."""


def places_of(posts: tuple[Post, ...]) -> QuerySet[Organisation]:
    """Return the organisations whose forms somebody may release together."""
    return Organisation.objects.filter(_within("branch", posts))


def batches_of(posts: tuple[Post, ...]) -> QuerySet[Batch]:
    """Return the batches that exist for somebody: those of their branches."""
    found = Batch.objects.filter(_within("organisation__branch", posts))
    return found.select_related("organisation", "made_by")


def batch_for(posts: tuple[Post, ...], key: int) -> Batch:
    """Return a batch of somebody's branches.

    Raises:
        Http404: there is none, or none for them.
    """
    return one_of(batches_of(posts), key)


def package_for(posts: tuple[Post, ...], key: int) -> Package:
    """Return a package of somebody's branches, also one that was withdrawn.

    Raises:
        Http404: there is none, or none for them.
    """
    found = Package.objects.filter(batch__in=batches_of(posts))
    return one_of(found.select_related("batch", "file"), key)


def _within(field: str, posts: tuple[Post, ...]) -> Q:
    wanted = Q(pk__in=[])
    for post in posts:
        if post.role in RELEASING:
            wanted |= Q(**{f"{field}__startswith": post.branch})
    return wanted
