"""Who sees the list of the years, and of which organisations."""

from django.db.models import Q, QuerySet

from jiheng.web.access.decide import Post
from jiheng.web.access.table import roles_for
from jiheng.web.chain.steps import Action, Step
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.years.models import Trend

_OF_A_UNIT = frozenset({Role.CLERK, Role.HEAD, Role.SECTION})
COMPARING = frozenset(
    role
    for role in Role
    if role not in _OF_A_UNIT and all(role in roles_for(Action.READ, step) for step in Step)
)
"""Who reads the forms of many units, wherever they stand: the list needs no look at each."""


def trends_for(posts: tuple[Post, ...], year: int | None) -> QuerySet[Trend]:
    """Return what the list of a year holds for somebody."""
    return Trend.objects.filter(_within("organisation__branch", posts), year=year)


def places_for(posts: tuple[Post, ...]) -> tuple[Organisation, ...]:
    """Return by what the list can be narrowed: departments, or of one department the units."""
    within = Organisation.objects.filter(_within("branch", posts))
    departments = tuple(within.filter(kind=OrganisationKind.DEPARTMENT))
    return departments if len(departments) > 1 else tuple(within.filter(kind=OrganisationKind.UNIT))


def _within(field: str, posts: tuple[Post, ...]) -> Q:
    wanted = Q(pk__in=[])
    for post in posts:
        if post.role in COMPARING:
            wanted |= Q(**{f"{field}__startswith": post.branch})
    return wanted
