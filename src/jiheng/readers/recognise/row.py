"""One row's cells given to the columns of its header."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.readers.recognise.align import Prices, align
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    AT_HOME,
    CLOSE,
    CLOSE_ON_PAPER,
    OTHER_SKIP,
    REPEATED_SURPLUS,
    SURPLUS,
    Costs,
    content_cost,
    cost_on_paper,
    prices_at,
)
from jiheng.readers.recognise.header import UNKNOWN, Header
from jiheng.rulebook.headings import without_blanks

Skips = Mapping[str, float]
"""Role → the price of leaving it empty."""


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row read by roles.

    Attributes:
        cells: role → cell.
        surplus: cells that fit no role.
        cost: how badly the whole fits.
        in_place: every cell was read under its own heading.
        rival: what the cheapest other reading costs, where one was looked for.
    """

    cells: dict[str, GridCell]
    surplus: tuple[GridCell, ...]
    cost: float
    in_place: bool = False
    rival: float | None = None

    @property
    def is_odd(self) -> bool:
        """Whether it fits its columns so badly that none of its fields is to be trusted."""
        return self.cost > ODD_ROW and not self.in_place

    @property
    def strays(self) -> tuple[GridCell, ...]:
        """Cells that came to stand below a heading nobody knows for want of a better one."""
        if self.in_place:
            return ()
        return tuple(cell for role, cell in self.cells.items() if role.startswith(UNKNOWN))


ODD_ROW = 5.0
JOINED = {"operator": "target"}
"""A column that is no field of its own, and the field that its text goes into."""


def read_row(cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips) -> Row:
    """Return the likeliest reading of a row's non-empty cells under a header.

    Cells that all hold what their own heading says are read where they stand, unless another
    order is clearly cheaper; in text, whose columns are only an order, less is enough.
    """
    in_place = _in_place(cells, header, costs, skips)
    if in_place is not None and in_place.cost < AT_HOME:
        return in_place
    cheapest = _aligned(cells, header, costs, skips)
    close = CLOSE if header.ragged else CLOSE_ON_PAPER
    if in_place is None:
        return cheapest
    if in_place.cost <= cheapest.cost + close or not _is_moved(cells, cheapest, header):
        return replace(in_place, rival=cheapest.cost)
    return cheapest


def _is_moved(cells: tuple[GridCell, ...], row: Row, header: Header) -> bool:
    """Whether a reading has the row's values moved: then the last of them moved with the others.

    A single cell read under its neighbour's heading, all others in place, is a blank cell's doing.
    """
    last = cells[-1]
    return header.ragged or row.cells.get(header.role_at.get(last.column, "")) is not last


def in_columns(rows: list[tuple[GridCell, ...]], header: Header, costs: Costs) -> Header:
    """Return the header as one of places where the rows of a text keep to their columns."""
    if not header.ragged:
        return header
    sure = replace(header, ragged=False)
    known = sum(_in_place(cells, header, costs, {}) is not None for cells in rows)
    kept = sum(_in_place(cells, sure, costs, {}) is not None for cells in rows)
    are_places = known >= MOST_IN_PLACE * len(rows) or kept >= NEARLY_ALL * len(rows)
    return sure if are_places else header


MOST_IN_PLACE = 0.6
"""So large a share of rows in place says that the others' columns are places, too."""
NEARLY_ALL = 0.9
"""So large a share says it even where words that no list knows stand in columns of levels."""


def prices_of(cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips) -> Prices:
    """Return what it costs to read each cell under each heading."""
    return Prices(
        cost=[prices_at(costs, header, kind_of(cell.text), cell.column) for cell in cells],
        skip=[skips.get(column.role, OTHER_SKIP) for column in header.columns],
        surplus=_surplus_costs(cells),
    )


def _aligned(cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips) -> Row:
    """Return the cheapest reading by order, but for the cell that cannot have moved."""
    fixed = [cell for cell in cells if is_fixed(cell, header)]
    cells = tuple(cell for cell in cells if cell not in fixed)
    price, given = align(prices_of(cells, header, costs, skips))
    roles = {
        header.columns[at].role: cell
        for cell, at in zip(cells, given, strict=True)
        if at is not None
    }
    if fixed:
        roles["method"] = fixed[0]
    return Row(
        cells=roles,
        surplus=tuple(cell for cell, at in zip(cells, given, strict=True) if at is None),
        cost=price,
    )


def is_fixed(cell: GridCell, header: Header) -> bool:
    """Whether a cell is a method under its heading: merged over rows, it stays when others move."""
    return header.role_at.get(cell.column) == "method" == kind_of(cell.text)


def _in_place(
    cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips
) -> Row | None:
    """Return the reading by columns alone; None when a cell cannot be what its heading says."""
    given: dict[str, GridCell] = {}
    total = 0.0
    for cell in cells:
        role = header.role_at.get(cell.column)
        if role is None:
            return None
        priced = content_cost if header.ragged else cost_on_paper
        price = priced(costs, role, kind_of(cell.text))
        if price > AT_HOME:
            return None
        given[role] = cell
        total += price
    if "name" in header.role_at.values() and "name" not in given:
        return None
    left = (role for role in header.roles if role not in given)
    return Row(
        cells=given,
        surplus=(),
        cost=total + sum(skips.get(role, OTHER_SKIP) for role in left),
        in_place=True,
    )


def _surplus_costs(cells: tuple[GridCell, ...]) -> list[float]:
    """Return the price of dropping each cell; one that repeats its neighbour is cheap."""
    plain = [without_blanks(cell.text) for cell in cells]
    return [
        REPEATED_SURPLUS
        if text in (plain[at - 1] if at else None, plain[at + 1] if at + 1 < len(plain) else None)
        else SURPLUS
        for at, text in enumerate(plain)
    ]
