"""One page of a list: sorted and counted by the database, with the links that sort and turn."""

from typing import TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Model, OrderBy, QuerySet, Value, When
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.rows import Row, listed, row_of

PAGE = 50
One = TypeVar("One", bound=Model)


class Column(Struct, frozen=True, kw_only=True):
    """A column by which a list can be sorted.

    Attributes:
        name: in addresses, and the end of the key of its words.
        group: the beginning of that key.
        field: what the database sorts by.
        is_down: whether the first click puts the highest on top.
    """

    name: str
    group: str = "col"
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
        words: the key of its words.
        sorted: ``ascending``, ``descending`` or "": what ``aria-sort`` says.
    """

    name: str
    words: str
    href: str
    is_number: bool
    sorted: str


class Sorting(Struct, frozen=True, kw_only=True):
    """How something can be sorted.

    Attributes:
        columns: those shown.
        others: those by which it can be sorted too, without a heading.
        default: the column that sorts it as long as nobody chose one.
        first: what it is sorted by before anything else.
        last: what it is sorted by in the end.
    """

    columns: tuple[Column, ...]
    others: tuple[Column, ...] = ()
    default: str
    first: tuple[str | OrderBy, ...] = ()
    last: str


class Sorted(Struct, frozen=True, kw_only=True):
    """One page of anything that can be sorted by its columns.

    Attributes:
        query: the address's parameters without the page, to which ``page=2`` can be put.
    """

    headings: tuple[Heading, ...]
    page: Page
    query: str

    @property
    def count(self) -> int:
        """How many there are on all pages together."""
        return self.page.paginator.count


class Listing(Sorted, frozen=True, kw_only=True):
    """One page of a list of forms."""

    rows: tuple[Row, ...]


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
    by = Sorting(columns=shown, others=COLUMNS, default=default, first=first, last="number")
    found = sorted_page(request, listed(records), by)
    return Listing(
        rows=tuple(row_of(record) for record in found.page.object_list),
        headings=found.headings,
        page=found.page,
        query=found.query,
    )


def sorted_page(request: HttpRequest, found: QuerySet[One], by: Sorting) -> Sorted:
    """Return the page of something that the address asks for: ``sort``, ``down``, ``page``."""
    every = (*by.columns, *by.others)
    asked = request.GET.get("sort")
    chosen = next((each for each in every if each.name == (asked or by.default)), every[0])
    is_down = request.GET.get("down") == "1" if asked else chosen.is_down
    ordered = ordered_by(found, chosen, is_down=is_down, first=by.first, last=by.last)
    return Sorted(
        headings=tuple(
            _heading(request, each, is_down if each.name == chosen.name else None)
            for each in by.columns
        ),
        page=Paginator(ordered, PAGE).get_page(request.GET.get("page")),
        query=_query(request, ()),
    )


def ordered_by(
    found: QuerySet[One],
    column: Column,
    *,
    is_down: bool,
    first: tuple[str | OrderBy, ...] = (),
    last: str = "number",
) -> QuerySet[One]:
    """Return something in the order of a column."""
    field = F(column.field) if isinstance(column.field, str) else column.field
    order = field.desc(nulls_last=True) if is_down else field.asc(nulls_last=True)
    return found.order_by(*first, order, last)


def _heading(request: HttpRequest, column: Column, is_down: bool | None) -> Heading:
    """A link that sorts by a column; of the one that sorts already, the other way round."""
    down = column.is_down if is_down is None else not is_down
    kept = _query(request, ("sort", "down"))
    asked = urlencode({"sort": column.name, **({"down": "1"} if down else {})})
    states = {None: "", True: "descending", False: "ascending"}
    return Heading(
        name=column.name,
        words=f"{column.group}.{column.name}",
        href=f"?{kept}{asked}",
        is_number=column.is_number,
        sorted=states[is_down],
    )


def _query(request: HttpRequest, without: tuple[str, ...]) -> str:
    sent = request.GET.copy()
    for name in ("page", *without):
        sent.pop(name, None)
    return f"{sent.urlencode()}&" if sent else ""
