"""The draws as their list shows them, and the strata of one."""

from django.db.models import Count, F, Q, QuerySet, Sum
from msgspec import Struct

from jiheng.web.sampling.models import Assignment, Draw, Entry, Group, MustCheck

_SUMS = {
    "forms": Count("pk"),
    "money": Sum("amount"),
    "drawn": Count("pk", filter=~Q(chance="")),
}


class Stratum(Struct, frozen=True, kw_only=True):
    """A stratum of a frozen population; the money is in 1/100 yuan."""

    name: str
    size: int
    forms: int
    money: int
    drawn: int


class Row(Struct, frozen=True, kw_only=True):
    """A draw in the list.

    Attributes:
        money: of its population, in 1/100 yuan.
        given: how many forms of the sample somebody was given to review.
    """

    draw: Draw
    forms: int = 0
    money: int = 0
    drawn: int = 0
    must: int = 0
    given: int = 0


def overview(draws: QuerySet[Draw]) -> tuple[Row, ...]:
    """Return draws with their figures; four queries for all."""
    found = tuple(draws)
    here = {"draw__in": [each.pk for each in found]}
    sums = {
        row["draw"]: row
        for row in Entry.objects.filter(**here).order_by().values("draw").annotate(**_SUMS)
    }
    must = MustCheck.objects.filter(**here).order_by().values_list("draw").annotate(Count("pk"))
    given = Assignment.objects.filter(**here).order_by().values_list("draw").annotate(Count("pk"))
    musts, givens = dict(must), dict(given)
    return tuple(
        _row(each, sums.get(each.pk), musts.get(each.pk, 0), givens.get(each.pk, 0))
        for each in found
    )


def strata(draw: Draw) -> tuple[Stratum, ...]:
    """Return the strata of a frozen population in the order of the plan; two queries."""
    sums = Entry.objects.filter(draw=draw).order_by().values("stratum").annotate(**_SUMS)
    found = {row["stratum"]: row for row in sums}
    groups = Group.objects.filter(draw=draw, name__in=found).values_list("name", "size")
    return tuple(_stratum(name, size, found[name]) for name, size in groups)


def entries_of(draw: Draw, stratum: str = "", *, changed: bool = False) -> QuerySet[Entry]:
    """Return the forms of a frozen population as they were then, in their order.

    Args:
        draw: the draw.
        stratum: only those of this one; "" for all.
        changed: only those that were written in since.
    """
    found = Entry.objects.filter(draw=draw).select_related("record").order_by("pk")
    found = found.defer("record__document", "record__summary")
    found = found.exclude(record__version=F("version")) if changed else found
    return found.filter(stratum=stratum) if stratum else found


def _stratum(name: str, size: int, sums: dict[str, int]) -> Stratum:
    return Stratum(
        name=name, size=size, forms=sums["forms"], money=sums["money"], drawn=sums["drawn"]
    )


def _row(draw: Draw, sums: dict[str, int] | None, must: int, given: int) -> Row:
    if sums is None:
        return Row(draw=draw)
    return Row(
        draw=draw,
        forms=sums["forms"],
        money=sums["money"],
        drawn=sums["drawn"],
        must=must,
        given=given,
    )
