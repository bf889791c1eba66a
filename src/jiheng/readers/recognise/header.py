"""The heading rows of the money block and of the indicators: which column plays which role."""

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.readers.recognise.lines import Line
from jiheng.rulebook.headings import (
    column_role,
    column_role_by_stem,
    money_role,
    money_role_by_stem,
)

FEWEST_HEADINGS = 3
FEWEST_EXACT = 2
"""So many headings must be spelt as known before others are guessed by their stems."""
UNKNOWN = "?"
"""Marks the role of a column whose heading nobody knows."""


class Column(Struct, frozen=True, kw_only=True, gc=False):
    """One column: its role and the heading's cell."""

    role: str
    cell: GridCell


class Header(Struct, frozen=True, kw_only=True, dict=True):
    """The columns of a block, left to right.

    Attributes:
        ragged: the columns are an order, not places.
        is_guess: no heading was printed; the rows themselves told the columns.
    """

    columns: tuple[Column, ...]
    ragged: bool
    is_guess: bool = False

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


def indicator_header(line: Line, above: Line | None = None) -> Header | None:
    """Return the header when a row, alone or with the row above, heads the indicators."""
    own = _indicators(line, line.cells)
    if above is None or above.table is not line.table:
        return own
    both = _indicators(line, _two_rows(above, line))
    if both is None or (own is not None and len(both.roles) <= len(own.roles)):
        return own
    return both


def money_header(line: Line) -> Header | None:
    """Return the header when a row heads the money block, else None."""
    header = _header(line, line.cells, money_role, money_role_by_stem)
    if header is None:
        return None
    budgets = {"initial_budget", "adjusted_budget", "executed"} & set(header.roles)
    return header if len(budgets) > 1 or "rate" in header.roles else None


def heading_words(line: Line) -> int:
    """Return how many cells of a row are headings of indicator columns."""
    return sum(column_role(cell.text) is not None for cell in line.cells)


def _indicators(line: Line, cells: tuple[GridCell, ...]) -> Header | None:
    header = _header(line, cells, column_role, column_role_by_stem)
    if header is None:
        return None
    roles = set(header.roles)
    named = roles & {"level1", "level2", "name"}
    judged = roles & {"target", "actual"} or (len(named) > 1 and roles & {"weight", "score"})
    return header if named and judged else None


def _two_rows(above: Line, line: Line) -> tuple[GridCell, ...]:
    """Return the headings of two rows: the lower ones, and the upper ones with none below."""
    roles = {column_role(cell.text) for cell in line.cells}
    kept = [
        cell
        for cell in above.cells
        if not any(_is_above(cell, lower) for lower in line.cells)
        and column_role(cell.text) not in roles
    ]
    return tuple(sorted((*kept, *line.cells), key=lambda cell: cell.column))


def _is_above(upper: GridCell, lower: GridCell) -> bool:
    return upper.column <= lower.column < upper.column + upper.column_span


Naming = Callable[[str], str | None]


def _header(
    line: Line, cells: tuple[GridCell, ...], exact: Naming, by_stem: Naming
) -> Header | None:
    """Return the columns; a heading of unknown wording keeps its column to itself."""
    if len(cells) < FEWEST_HEADINGS or line.table is None:
        return None
    known = {id(cell): role for cell in cells if (role := exact(cell.text)) is not None}
    if len(set(known.values())) < FEWEST_EXACT:
        return None
    last = {role: key for key, role in known.items()}
    known = {key: role for key, role in known.items() if exact is column_role or last[role] == key}
    columns: dict[str, Column] = {}
    taken = set(known.values())
    for cell in cells:
        role = known.get(id(cell)) or _other_role(by_stem(cell.text), taken)
        if role is None and columns:
            role = f"{UNKNOWN}{len(columns)}"
        if role is not None and role not in columns:
            columns[role] = Column(role=role, cell=cell)
            taken.add(role)
    if sum(not role.startswith(UNKNOWN) for role in columns) < FEWEST_HEADINGS:
        return None
    return Header(columns=tuple(columns.values()), ragged=line.table.grid.ragged)


def _other_role(role: str | None, taken: set[str]) -> str | None:
    return None if role in taken else role
