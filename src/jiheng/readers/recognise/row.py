"""One row's cells given to the columns of its header."""

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.readers.recognise.align import align
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    OTHER_SKIP,
    REPEATED_SURPLUS,
    SURPLUS,
    content_cost,
    drift_cost,
)
from jiheng.readers.recognise.header import Header
from jiheng.rulebook.headings import without_blanks


class Row(Struct, frozen=True, kw_only=True):
    """A row read by roles.

    Attributes:
        cells: role → cell.
        surplus: cells that fit no role.
        cost: how badly the whole fits.
    """

    cells: dict[str, GridCell]
    surplus: tuple[GridCell, ...]
    cost: float


def read_row(
    cells: tuple[GridCell, ...],
    header: Header,
    costs: dict[str, dict[str, float]],
    skips: dict[str, float],
) -> Row:
    """Return the cheapest reading of a row's non-empty cells under a header."""
    kinds = [kind_of(cell.text) for cell in cells]
    columns = header.columns

    def cost(cell: int, column: int) -> float:
        role = columns[column]
        return content_cost(costs, role.role, kinds[cell]) + drift_cost(
            header, role, cells[cell].column
        )

    def surplus(cell: int) -> float:
        neighbours = (cells[near].text for near in (cell - 1, cell + 1) if 0 <= near < len(cells))
        plain = without_blanks(cells[cell].text)
        repeated = any(without_blanks(text) == plain for text in neighbours)
        return REPEATED_SURPLUS if repeated else SURPLUS

    skip = [skips.get(column.role, OTHER_SKIP) for column in columns]
    price, given = align(len(cells), len(columns), cost, skip, surplus)
    return Row(
        cells={
            columns[at].role: cell for cell, at in zip(cells, given, strict=True) if at is not None
        },
        surplus=tuple(cell for cell, at in zip(cells, given, strict=True) if at is None),
        cost=price,
    )
