"""The list of the years: whose targets were softened, promises not kept, unit costs moved."""

from enum import StrEnum
from urllib.parse import urlencode

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.access.decide import Post
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.listing import Column
from jiheng.web.pages.keys import key_in
from jiheng.web.people.models import Organisation
from jiheng.web.years.models import Trend
from jiheng.web.years.reach import places_for, trends_for

_LEAP = 10_00
"""What CF09 tells too: ten points, in 1/100 point."""


class Matter(StrEnum):
    """What somebody looks for."""

    SOFTER = "softer"
    SHORT = "short"
    JUMPS = "jumps"
    GONE = "gone"
    LEAP = "leap"


CONDITIONS = {
    Matter.SOFTER: Q(softer__gt=0),
    Matter.SHORT: Q(short__gt=0),
    Matter.JUMPS: Q(jumps__gt=0),
    Matter.GONE: Q(gone__gt=0),
    Matter.LEAP: Q(score__gte=_LEAP) | Q(score__lte=-_LEAP),
}


def _column(name: str, field: str = "") -> Column:
    return Column(name=name, group="years.col", field=field or name, is_number=True, is_down=True)


COLUMNS = (
    Column(name="project", field="record__project"),
    Column(name="unit", field="organisation__name"),
    _column("budget"),
    _column("softer"),
    _column("harder"),
    _column("gone"),
    _column("short"),
    _column("unit-cost", "unit_cost"),
    _column("score"),
)


class Wish(Struct, frozen=True, kw_only=True):
    """What of the list somebody wants to see.

    Attributes:
        place: the organisation whose branch is shown; None for all.
        places: those that can be chosen.
        matter: one tab; None for all.
    """

    year: int | None
    place: Organisation | None
    places: tuple[Organisation, ...]
    matter: Matter | None

    @property
    def query(self) -> str:
        """The parameters that show the same."""
        return self.query_for(self.matter)

    def query_for(self, matter: Matter | None) -> str:
        """Return the parameters that show a tab of the same place."""
        named = {"place": self.place.pk if self.place else None, "matter": matter}
        return urlencode({name: value for name, value in named.items() if value is not None})


def wish(request: HttpRequest, posts: tuple[Post, ...], year: int | None) -> Wish:
    """Return what the address asks for."""
    places = places_for(posts)
    place, matter = key_in(request.GET.get("place", "")), request.GET.get("matter", "")
    return Wish(
        year=year,
        place=next((each for each in places if each.pk == place), None),
        places=places,
        matter=next((each for each in Matter if each == matter), None),
    )


def of_place(posts: tuple[Post, ...], wished: Wish) -> QuerySet[Trend]:
    """Return the list before a tab is chosen."""
    found = trends_for(posts, wished.year)
    if wished.place is None:
        return found
    return found.filter(organisation__branch__startswith=wished.place.branch)


def chosen(found: QuerySet[Trend], wished: Wish) -> QuerySet[Trend]:
    """Return what the chosen tab shows."""
    return found.filter(CONDITIONS[wished.matter]) if wished.matter else found


def with_forms(found: QuerySet[Trend]) -> QuerySet[Trend]:
    """Return the list with all that a row of its page shows.

    It stands beside and is not joined: the database sorts small rows and fetches one page's.
    """
    form = FormRecord.objects.select_related("figures").defer("document")
    return found.prefetch_related(
        Prefetch("record", form), Prefetch("before", form), "organisation"
    )


def tabs(found: QuerySet[Trend], wished: Wish) -> tuple[tuple[str, int, str], ...]:
    """Return name, number of projects and address of each tab, by one query."""
    counted = found.aggregate(
        all=Count("pk"),
        **{each.value: Count("pk", filter=condition) for each, condition in CONDITIONS.items()},
    )
    matters = ((each.value, counted[each.value], wished.query_for(each)) for each in Matter)
    return (("all", counted["all"], wished.query_for(None)), *matters)
