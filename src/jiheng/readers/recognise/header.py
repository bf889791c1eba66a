"""The heading rows of the money block and of the indicators: which column plays which role."""

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.readers.recognise.lines import Line
from jiheng.rulebook.headings import column_role, money_role

FEWEST_HEADINGS = 3


class Column(Struct, frozen=True, kw_only=True, gc=False):
    """One column: its role and the heading's cell."""

    role: str
    cell: GridCell


class Header(Struct, frozen=True, kw_only=True, dict=True):
    """The columns of a block, left to right.

    Attributes:
        ragged: the columns are an order, not places.
    """

    columns: tuple[Column, ...]
    ragged: bool

    @cached_property
    def memory(self) -> dict[tuple[int, str, int], tuple[float, ...]]:
        """Prices of a kind of content in a column, kept for the next row."""
        return {}

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles, left to right."""
        return tuple(column.role for column in self.columns)

    @cached_property
    def role_at(self) -> dict[int, str]:
        """Column in the grid → the role that is headed there."""
        return {column.cell.column: column.role for column in self.columns if column.role != "side"}

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Role → column in the grid."""
        return {column.role: column.cell.column for column in self.columns}


def indicator_header(line: Line) -> Header | None:
    """Return the header when a row heads the indicators, else None."""
    header = _header(line, column_role)
    if header is None:
        return None
    roles = set(header.roles)
    named = roles & {"level1", "level2", "name"}
    return header if named and roles & {"target", "actual"} else None


def money_header(line: Line) -> Header | None:
    """Return the header when a row heads the money block, else None."""
    header = _header(line, money_role)
    if header is None:
        return None
    budgets = {"initial_budget", "adjusted_budget", "executed"} & set(header.roles)
    return header if len(budgets) > 1 or "rate" in header.roles else None


def _header(line: Line, role_of: Callable[[str], str | None]) -> Header | None:
    if len(line.cells) < FEWEST_HEADINGS or line.table is None:
        return None
    columns: dict[str, Column] = {}
    for cell in line.cells:
        role = role_of(cell.text)
        if role is not None and role not in columns:
            columns[role] = Column(role=role, cell=cell)
    if len(columns) < FEWEST_HEADINGS:
        return None
    return Header(columns=tuple(columns.values()), ragged=line.table.grid.ragged)
