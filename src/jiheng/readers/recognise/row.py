"""One row's cells given to the columns of its header."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.readers.recognise.align import Prices, align, rivals
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    AT_HOME,
    CLOSE,
    CLOSE_ON_PAPER,
    NEARLY,
    OTHER_SKIP,
    REPEATED_SURPLUS,
    SURPLUS,
    Costs,
    content_cost,
    cost_on_paper,
    prices_at,
)
from jiheng.readers.recognise.header import Header
from jiheng.rulebook.headings import without_blanks

Skips = Mapping[str, float]
"""Role → the price of leaving it empty."""

Open = Mapping[str, tuple[str, ...]]
"""Role → the texts that it may hold."""


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row read by roles.

    Attributes:
        cells: role → cell.
        surplus: cells that fit no role.
        cost: how badly the whole fits.
        in_place: every cell was read under its own heading.
    """

    cells: dict[str, GridCell]
    surplus: tuple[GridCell, ...]
    cost: float
    in_place: bool = False


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
    if in_place is not None and in_place.cost <= cheapest.cost + close:
        return in_place
    return cheapest


def in_columns(rows: list[tuple[GridCell, ...]], header: Header, costs: Costs) -> Header:
    """Return the header as one of places where the rows of a text keep to their columns."""
    if not header.ragged:
        return header
    kept = sum(_in_place(cells, header, costs, {}) is not None for cells in rows)
    return replace(header, ragged=kept < MOST_IN_PLACE * len(rows))


MOST_IN_PLACE = 0.6
"""So large a share of rows in place says that the others' columns are places, too."""


def open_roles(
    row: Row, cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips
) -> Open:
    """Return the roles that another reading, nearly as cheap, fills otherwise.

    A reading in place gives way to cheaper ones only: that
    every cell stands under its heading is evidence, too.
    """
    margin = -NEARLY if row.in_place else NEARLY
    if row.cost + margin <= 0:
        return {}
    cells = tuple(cell for cell in cells if not _is_fixed(cell, header))
    found = rivals(_prices(cells, header, costs, skips), row.cost + margin)
    places = Counter(cell for able in found for cell in able)
    open_: dict[str, tuple[str, ...]] = {}
    for column, able in zip(header.columns, found, strict=True):
        given = row.cells.get(column.role)
        texts = tuple(dict.fromkeys(cells[cell].text for cell in able))
        is_settled = given is not None and texts == (given.text,)
        if any(places[cell] > 1 for cell in able) and not is_settled:
            open_[column.role] = texts
    return open_


def _prices(cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips) -> Prices:
    return Prices(
        cost=[prices_at(costs, header, kind_of(cell.text), cell.column) for cell in cells],
        skip=[skips.get(column.role, OTHER_SKIP) for column in header.columns],
        surplus=_surplus_costs(cells),
    )


def _aligned(cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips) -> Row:
    """Return the cheapest reading by order, but for the cell that cannot have moved."""
    fixed = [cell for cell in cells if _is_fixed(cell, header)]
    cells = tuple(cell for cell in cells if cell not in fixed)
    price, given = align(_prices(cells, header, costs, skips))
    moved = {
        header.columns[at].role: cell
        for cell, at in zip(cells, given, strict=True)
        if at is not None
    }
    return Row(
        cells={**moved, **{"method": cell for cell in fixed}},
        surplus=tuple(cell for cell, at in zip(cells, given, strict=True) if at is None),
        cost=price,
    )


def _is_fixed(cell: GridCell, header: Header) -> bool:
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
