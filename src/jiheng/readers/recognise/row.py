"""One row's cells given to the columns of its header."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.readers.recognise.align import align
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    AT_HOME,
    CLOSE,
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


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row read by roles.

    Attributes:
        cells: role → cell.
        surplus: cells that fit no role.
        cost: how badly the whole fits.
        is_in_place: every cell stands under a heading that is sure and says what it holds.
    """

    cells: dict[str, GridCell]
    surplus: tuple[GridCell, ...]
    cost: float
    is_in_place: bool = False

    @property
    def is_odd(self) -> bool:
        """Whether it fits its columns so badly that none of its fields is to be trusted."""
        return self.cost > ODD_ROW and not self.is_in_place

    @property
    def strays(self) -> tuple[GridCell, ...]:
        """Cells that came to stand below a heading nobody knows for want of a better one."""
        if self.is_in_place:
            return ()
        return tuple(cell for role, cell in self.cells.items() if role.startswith(UNKNOWN))


ODD_ROW = 5.0


def read_row(
    cells: tuple[GridCell, ...],
    header: Header,
    costs: Costs,
    skips: Mapping[str, float],
) -> Row:
    """Return the likeliest reading of a row's non-empty cells under a header.

    Cells that all hold what their own heading says are read where they stand; in text, whose
    columns may be only an order, only when no other order is clearly cheaper.
    """
    in_place = _in_place(cells, header, costs, skips)
    if in_place is not None and header.is_certain:
        return in_place
    cheapest = _aligned(cells, header, costs, skips)
    if in_place is not None and in_place.cost <= cheapest.cost + CLOSE:
        return in_place
    return cheapest


def keeping_columns(
    header: Header,
    rows: Sequence[tuple[GridCell, ...]],
    costs: Costs,
    skips: Mapping[str, float],
) -> Header:
    """Return the header, sure of the columns of a text where nearly all rows keep to them.

    One row that does not may hold an odd value; several show that cells were lost or moved, and
    then the others may have been too, even where they happen to fit.
    """
    sure = replace(header, is_kept=True)
    kept = sum(_in_place(cells, sure, costs, skips) is not None for cells in rows)
    return sure if len(rows) - kept <= MOST_ASTRAY * len(rows) else header


MOST_ASTRAY = 0.1


def _aligned(
    cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Mapping[str, float]
) -> Row:
    columns = header.columns
    cost = [prices_at(costs, header, kind_of(cell.text), cell.column) for cell in cells]
    skip = [skips.get(column.role, OTHER_SKIP) for column in columns]
    price, given = align(cost, skip, _surplus_costs(cells))
    return Row(
        cells={
            columns[at].role: cell for cell, at in zip(cells, given, strict=True) if at is not None
        },
        surplus=tuple(cell for cell, at in zip(cells, given, strict=True) if at is None),
        cost=price,
    )


def _in_place(
    cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Mapping[str, float]
) -> Row | None:
    """Return the reading by columns alone; None when a cell cannot be what its heading says."""
    given: dict[str, GridCell] = {}
    total = 0.0
    for cell in cells:
        role = header.role_at.get(cell.column)
        if role is None:
            return None
        priced = cost_on_paper if header.is_certain else content_cost
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
        is_in_place=header.is_certain,
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
