"""The draws as their list shows them."""

from django.db.models import Count, Q, QuerySet, Sum
from msgspec import Struct

from jiheng.web.sampling.models import Assignment, Draw, Entry, MustCheck


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
        for row in Entry.objects.filter(**here)
        .order_by()
        .values("draw")
        .annotate(forms=Count("pk"), money=Sum("amount"), drawn=Count("pk", filter=~Q(chance="")))
    }
    must = MustCheck.objects.filter(**here).order_by().values_list("draw").annotate(Count("pk"))
    given = Assignment.objects.filter(**here).order_by().values_list("draw").annotate(Count("pk"))
    musts, givens = dict(must), dict(given)
    return tuple(
        _row(each, sums.get(each.pk), musts.get(each.pk, 0), givens.get(each.pk, 0))
        for each in found
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
