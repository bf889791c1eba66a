"""The heading rows of the money block and of the indicators: which column plays which role."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.lines import Line
from jiheng.rulebook.headings import (
    column_rank,
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

    def heading_above(self, column: int) -> int:
        """Return which heading a column of the grid stands under, from 0."""
        return max(0, bisect_right(self._starts, column) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [column.cell.column for column in self.columns]


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


def is_lower_tier(line: Line, above: Line) -> bool:
    """Whether a row divides headings of the row above, whatever its words are.

    Its cells stand under headings of values alone, two at least under one of them: a row of
    values would begin with a name and hold one value for each heading.
    """
    if line.table is not above.table or len(line.cells) < FEWEST_DIVIDED:
        return False
    over = [_over(cell, above) for cell in line.cells]
    if len({id(upper) for upper in over}) == len(over):
        return False
    return all(upper is not None and _role_of(upper) not in _NAMED for upper in over) and all(
        kind_of(cell.text) in {"words", "level-like"} for cell in line.cells
    )


FEWEST_DIVIDED = 2
_NAMED = {"level1", "level2", "name", "side"}


def _over(cell: GridCell, above: Line) -> GridCell | None:
    """Return the cell above that reaches over a cell; in text it reaches to the next one."""
    left = [upper for upper in above.cells if upper.column <= cell.column]
    return left[-1] if left else None


def _role_of(cell: GridCell) -> str | None:
    return column_role(cell.text) or column_role_by_stem(cell.text)


def _indicators(line: Line, cells: tuple[GridCell, ...]) -> Header | None:
    header = _header(line, cells, column_role, column_role_by_stem)
    if header is None:
        return None
    roles = set(header.roles)
    named = roles & {"level1", "level2", "name"}
    judged = roles & {"target", "actual"} or (len(named) > 1 and roles & {"weight", "score"})
    return with_nature(with_name(header)) if named and judged else None


def with_name(header: Header) -> Header:
    """Return the header with its lowest level as that of the names, unless names have a column."""
    if "name" in header.roles:
        return header
    lowest = "level2" if "level2" in header.roles else "level1"
    columns = tuple(
        replace(column, role="name") if column.role == lowest else column
        for column in header.columns
    )
    return replace(header, columns=columns)


def with_nature(header: Header) -> Header:
    """Return the header with the operators' column as that of the nature, unless it has one."""
    if "nature" in header.roles or "operator" not in header.roles:
        return header
    columns = tuple(
        replace(column, role="nature") if column.role == "operator" else column
        for column in header.columns
    )
    return replace(header, columns=columns)


def _two_rows(above: Line, line: Line) -> tuple[GridCell, ...]:
    """Return the headings of two rows: the lower ones, and the upper ones with none below."""
    slid = _slid_under(above, line)
    if slid is not None:
        return _in_place_of(slid, above, line)
    kept = [cell for cell in above.cells if not any(_divides(low, cell) for low in line.cells)]
    return tuple(sorted((*kept, *line.cells), key=lambda cell: cell.column))


def _slid_under(above: Line, line: Line) -> GridCell | None:
    """Return the heading that a lower row divides when its cells do not stand below it.

    Text whose merged cells left no trace begins the lower row at its left end.
    """
    table = line.table
    if table is None or not table.grid.ragged or line.cells[0].column > above.cells[0].column:
        return None
    roles = {role for cell in line.cells if (role := column_role(cell.text)) is not None}
    if roles & _NAMED:
        return None
    return next((cell for cell in above.cells if column_role(cell.text) in roles), None)


def _in_place_of(divided: GridCell, above: Line, line: Line) -> tuple[GridCell, ...]:
    """Return the upper headings in their order, the lower ones in place of the one they divide."""
    at = above.cells.index(divided)
    cells = (*above.cells[:at], *line.cells, *above.cells[at + 1 :])
    first = above.cells[0].column
    return tuple(
        replace(cell, column=column, column_span=1) for column, cell in enumerate(cells, first)
    )


def _divides(lower: GridCell, upper: GridCell) -> bool:
    """Whether a heading stands below another, or right of there with the same meaning."""
    if upper.column > lower.column:
        return False
    role = column_role(upper.text)
    is_same = role is not None and role == column_role(lower.text)
    return is_same or lower.column < upper.column + upper.column_span


Naming = Callable[[str], str | None]


def _header(
    line: Line, cells: tuple[GridCell, ...], exact: Naming, by_stem: Naming
) -> Header | None:
    """Return the columns; a heading of unknown wording keeps its column to itself."""
    if len(cells) < FEWEST_HEADINGS or line.table is None:
        return None
    known = {id(cell): role for cell in cells if (role := exact(cell.text)) is not None}
    past = _of_years_past(cells) if len(set(known.values())) >= FEWEST_EXACT else []
    for cell in past:
        known.pop(id(cell), None)
    if len(set(known.values())) < FEWEST_EXACT:
        return None
    known = _one_each(cells, known, exact)
    columns: dict[str, Column] = {}
    taken = set(known.values())
    for cell in cells:
        stem = None if cell in past else by_stem(cell.text)
        role = known.get(id(cell)) or _other_role(stem, taken)
        if (role is None or role in columns) and columns:
            role = _level_points(cell, columns) or f"{UNKNOWN}{len(columns)}"
        if role is not None:
            columns[role] = Column(role=role, cell=cell)
            taken.add(role)
    if sum(not role.startswith(UNKNOWN) for role in columns) < FEWEST_HEADINGS:
        return None
    return Header(columns=tuple(columns.values()), ragged=line.table.grid.ragged)


def _of_years_past(cells: tuple[GridCell, ...]) -> list[GridCell]:
    """Return the headings of an earlier year than another one: 2021年实现值 beside 2022年预期值."""
    years = {id(cell): found[1] for cell in cells if (found := _YEAR.search(cell.text))}
    last = max(years.values(), default=_NO_YEAR)
    return [cell for cell in cells if years.get(id(cell), last) < last]


_YEAR = re.compile(r"((?:19|20)\d\d)年")
_NO_YEAR = ""


def _level_points(cell: GridCell, columns: dict[str, Column]) -> str | None:
    """Return the role of a column of points right of the level that they are the sum of."""
    left = next(reversed(columns))
    weighs = left in {"level1", "level2"} and column_role(cell.text) == "weight"
    return f"{left}_points" if weighs else None


def _one_each(cells: tuple[GridCell, ...], known: dict[int, str], exact: Naming) -> dict[int, str]:
    """Return the headings with only one of those that name the same field.

    Of money it is the last one: the first may head the lines' names. So it is of indicators where
    names and targets come twice, for the whole period and for the year. Else it is the one whose
    wording says most plainly what it is, and of the same wording one beside the names.
    """
    if exact is not column_role or _comes_twice(tuple(known.values())):
        last = {role: key for key, role in known.items()}
        return {key: role for key, role in known.items() if last[role] == key}
    names = next((cell.column for cell in cells if known.get(id(cell)) == "name"), 0)
    plainness = {id(cell): (column_rank(cell.text), cell.column < names) for cell in cells}
    best: dict[str, int] = {}
    for key, role in known.items():
        best[role] = min(best.get(role, key), key, key=lambda each: plainness[each])
    return {key: role for key, role in known.items() if best[role] == key}


def _comes_twice(roles: tuple[str, ...]) -> bool:
    return roles.count("name") > 1 and roles.count("target") > 1


def _other_role(role: str | None, taken: set[str]) -> str | None:
    return None if role in taken else role
