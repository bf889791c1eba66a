"""One page of a list: sorted and counted by the database, with the links that sort and turn."""

from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, OrderBy, QuerySet, Value, When
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.rows import Row, listed, row_of

PAGE = 50


class Column(Struct, frozen=True, kw_only=True):
    """A column by which a list can be sorted.

    Attributes:
        name: in addresses, and the end of the key ``col.name``.
        field: what the database sorts by.
        is_down: whether the first click puts the highest on top.
    """

    name: str
    field: str | Case
    is_number: bool = False
    is_down: bool = False


_ALONG_THE_CHAIN = Case(*(When(step=each.value, then=Value(at)) for at, each in enumerate(Step)))

COLUMNS = (
    Column(name="project", field="project"),
    Column(name="unit", field="organisation__name"),
    Column(name="year", field="year", is_number=True, is_down=True),
    Column(name="step", field=_ALONG_THE_CHAIN),
    Column(name="budget", field="figures__budget", is_number=True, is_down=True),
    Column(name="rate", field="figures__rate", is_number=True),
    Column(name="printed", field="figures__printed", is_number=True, is_down=True),
    Column(name="recomputed", field="figures__low", is_number=True),
    Column(name="stake", field="figures__stake", is_number=True, is_down=True),
    Column(name="findings", field="figures__priority", is_down=True),
    Column(name="due", field="figures__due", is_number=True),
    Column(name="since", field="step_since", is_number=True),
)


class Heading(Struct, frozen=True, kw_only=True):
    """A column's heading as a link.

    Attributes:
        sorted: ``ascending``, ``descending`` or "": what ``aria-sort`` says.
    """

    name: str
    href: str
    is_number: bool
    sorted: str

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"col.{self.name}"


class Listing(Struct, frozen=True, kw_only=True):
    """One page of a list.

    Attributes:
        query: the address's parameters without the page, to which ``page=2`` can be put.
    """

    rows: tuple[Row, ...]
    headings: tuple[Heading, ...]
    page: Page
    query: str

    @property
    def count(self) -> int:
        """How many forms there are on all pages together."""
        return self.page.paginator.count


def listing(
    request: HttpRequest,
    records: QuerySet[FormRecord],
    columns: tuple[str, ...],
    first: tuple[str | OrderBy, ...] = (),
    default: str = "due",
) -> Listing:
    """Return the page of a list that the address asks for.

    Args:
        request: its parameters ``sort``, ``down`` and ``page`` are read; all others are kept.
        records: every form of the list.
        columns: names of the columns shown.
        first: what the list is sorted by before anything else.
        default: the column that sorts it as long as nobody chose one.
    """
    shown = tuple(each for each in COLUMNS if each.name in columns)
    asked = request.GET.get("sort")
    chosen = next((each for each in COLUMNS if each.name == (asked or default)), COLUMNS[0])
    is_down = request.GET.get("down") == "1" if asked else chosen.is_down
    ordered = ordered_by(records, chosen, is_down=is_down, first=first)
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    return Listing(
        rows=tuple(row_of(record) for record in page.object_list),
        headings=tuple(
            _heading(request, each, is_down if each is chosen else None) for each in shown
        ),
        page=page,
        query=_query(request, ()),
    )


def ordered_by(
    records: QuerySet[FormRecord],
    column: Column,
    *,
    is_down: bool,
    first: tuple[str | OrderBy, ...] = (),
) -> QuerySet[FormRecord]:
    """Return forms with all that a list shows of them, in the order of a column."""
    field = F(column.field) if isinstance(column.field, str) else column.field
    order = field.desc(nulls_last=True) if is_down else field.asc(nulls_last=True)
    return listed(records).order_by(*first, order, "number")


def _heading(request: HttpRequest, column: Column, is_down: bool | None) -> Heading:
    """A link that sorts by a column; of the one that sorts already, the other way round."""
    down = column.is_down if is_down is None else not is_down
    kept = _query(request, ("sort", "down"))
    asked = urlencode({"sort": column.name, **({"down": "1"} if down else {})})
    states = {None: "", True: "descending", False: "ascending"}
    return Heading(
        name=column.name,
        href=f"?{kept}{asked}",
        is_number=column.is_number,
        sorted=states[is_down],
    )


def _query(request: HttpRequest, without: tuple[str, ...]) -> str:
    sent = request.GET.copy()
    for name in ("page", *without):
        sent.pop(name, None)
    return f"{sent.urlencode()}&" if sent else ""
