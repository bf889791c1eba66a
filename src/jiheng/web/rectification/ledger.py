"""整改台账: the notices within somebody's reach, by state, by department, by day."""

from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from msgspec import Struct

from jiheng.web.access.decide import Post
from jiheng.web.access.situations import within_reach
from jiheng.web.lists.listing import PAGE
from jiheng.web.pages.keys import key_in
from jiheng.web.people.models import Organisation
from jiheng.web.rectification.departments import departments_of, place_of
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.states import NoticeState

LATE = "late"
_RANK = Case(*(When(state=each.value, then=Value(at)) for at, each in enumerate(NoticeState)))


class Counts(Struct, frozen=True, kw_only=True):
    """How many notices there are, by state; the late ones are among those issued."""

    issued: int = 0
    late: int = 0
    fed_back: int = 0
    closed: int = 0
    revoked: int = 0

    @property
    def all(self) -> int:
        """How many there are together."""
        return self.issued + self.fed_back + self.closed + self.revoked

    def __add__(self, other: "Counts") -> "Counts":
        """Return the notices of both together."""
        return Counts(
            **{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__}
        )


class DepartmentCounts(Struct, frozen=True, kw_only=True):
    """A department with its notices."""

    department: Organisation
    counts: Counts


class LedgerWish(Struct, frozen=True, kw_only=True):
    """What of the ledger somebody wants to see.

    Attributes:
        state: a state, ``late``, or "" for all.
        department: its key; 0 for all.
    """

    state: str = ""
    department: int = 0

    def query(self, state: str | None = None) -> str:
        """Return the parameters of the address with this narrowing, or with another state."""
        named = {"state": self.state if state is None else state, "department": self.department}
        return urlencode({name: value for name, value in named.items() if value})


def ledger_wish(request: HttpRequest) -> LedgerWish:
    """Return what the address asks for."""
    state = request.GET.get("state", "")
    return LedgerWish(
        state=state if state in {LATE, *NoticeState} else "",
        department=key_in(request.GET.get("department", "")),
    )


def notices_within(posts: tuple[Post, ...], year: int | None) -> QuerySet[Notice]:
    """Return the notices on the forms of a year that somebody may see."""
    records = within_reach(posts).filter(year=year).order_by()
    return Notice.objects.filter(record__in=records.values("pk"))


def narrowed(notices: QuerySet[Notice], wish: LedgerWish) -> QuerySet[Notice]:
    """Return the notices that are asked for."""
    if wish.department:
        branch = Organisation.objects.filter(pk=wish.department).values("branch")[:1]
        notices = notices.filter(record__organisation__branch__startswith=Subquery(branch))
    if wish.state == LATE:
        return notices.filter(is_late())
    return notices.filter(state=wish.state) if wish.state else notices


def listed_notices(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """Return notices with all that the ledger shows of them, by one query."""
    demands = Demand.objects.filter(notice=OuterRef("pk")).order_by().values("notice")
    count = demands.annotate(count=Count("pk")).values("count")
    return (
        notices.select_related("record__organisation", "event__person")
        .defer("record__document", "record__summary")
        .annotate(demands=Coalesce(Subquery(count), 0), rank=_RANK)
        .order_by("rank", "due", "pk")
    )


def page_of(notices: QuerySet[Notice], request: HttpRequest) -> Page:
    """Return the page of the ledger that the address asks for."""
    return Paginator(listed_notices(notices), PAGE).get_page(request.GET.get("page"))


def by_department(notices: QuerySet[Notice]) -> tuple[DepartmentCounts, ...]:
    """Return every department that has notices with their numbers; two queries."""
    told = {
        row.pop("record__organisation__branch"): Counts(**row)
        for row in notices.order_by()
        .values("record__organisation__branch")
        .annotate(
            issued=Count("pk", filter=Q(state=NoticeState.ISSUED)),
            late=Count("pk", filter=is_late()),
            fed_back=Count("pk", filter=Q(state=NoticeState.FED_BACK)),
            closed=Count("pk", filter=Q(state=NoticeState.CLOSED)),
            revoked=Count("pk", filter=Q(state=NoticeState.REVOKED)),
        )
    }
    departments = departments_of(told)
    sums: dict[str, Counts] = {}
    for branch, counts in told.items():
        department = departments[branch].branch
        sums[department] = sums.get(department, Counts()) + counts
    known = {each.branch: each for each in departments.values()}
    return tuple(
        DepartmentCounts(department=known[branch], counts=sums[branch])
        for branch in sorted(sums, key=place_of)
    )


def is_late() -> Q:
    """Return the condition that a notice's day is over and its unit has not fed back."""
    return Q(state=NoticeState.ISSUED, due__lt=timezone.localdate())
