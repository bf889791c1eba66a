"""What of a row is not certain: cells too many, fields that other cells fit as well, odd rows."""

from collections import Counter

from jiheng.model.document import GridCell
from jiheng.model.form import Doubt
from jiheng.readers.recognise.align import rivals
from jiheng.readers.recognise.costs import NEARLY, Costs
from jiheng.readers.recognise.header import UNKNOWN, Header
from jiheng.readers.recognise.row import JOINED, Row, Skips, is_fixed, prices_of
from jiheng.readers.recognise.texts import is_blank

FEW_ODD, MOST_ODD = 2, 0.2
"""With more such rows, and a larger share, the table itself came apart: no row is trusted."""
VALUES = ("target", "actual", "weight", "score")
"""Fields that a row seldom leaves empty: where it is damaged, an empty one may have been lost."""
_UNUSED = {"side", "level2_points", "deviation"}


def doubts_of_rows(
    name: str,
    rows: list[tuple[tuple[GridCell, ...], Row]],
    header: Header,
    costs: Costs,
    skips: Skips,
) -> list[list[Doubt]]:
    """Return what is open in each row of a table, given its cells and how they were read."""
    read = [row for _, row in rows]
    odd = sum(row.is_odd or bool(row.surplus) for row in read)
    came_apart = odd > max(FEW_ODD, MOST_ODD * len(rows))
    is_shaken = not header.ragged and not all(row.in_place for row in read)
    doubts: list[list[Doubt]] = []
    for at, (cells, row) in enumerate(rows):
        prefix = f"{name}[{at}]"
        if row.is_odd or came_apart or header.is_guess:
            open_ = _all_fields(prefix, row, header)
        else:
            open_ = open_fields(prefix, row, cells, header, costs, skips, is_shaken=is_shaken)
        doubts.append(surplus_cells(prefix, row, header) + open_)
    return doubts


def _all_fields(prefix: str, row: Row, header: Header) -> list[Doubt]:
    """Return a doubt for each field of a row, and for each value that no cell was read as."""
    texts = {role: cell.text for role, cell in row.cells.items() if _is_field(role)}
    lost = {role: "" for role in VALUES if role in header.column_of and role not in texts}
    return [
        Doubt(at=_path(prefix, role), text=text, reason="surplus-cell")
        for role, text in (texts | lost).items()
    ]


def surplus_cells(prefix: str, row: Row, header: Header) -> list[Doubt]:
    """Return a doubt for each cell too many, at the field that it may belong to."""
    return [
        Doubt(at=_path(prefix, _nearest(header, row, cell)), text=cell.text, reason="surplus-cell")
        for cell in (*row.surplus, *row.strays)
        if not is_blank(cell.text)
    ]


def _nearest(header: Header, row: Row, surplus: GridCell) -> str:
    """Return the empty field under whose heading a cell too many stands, or the one beside it."""
    for column in header.columns:
        role = column.role
        if column.cell.column == surplus.column and _is_field(role) and role not in row.cells:
            return role
    fields = {role: cell for role, cell in row.cells.items() if _is_field(role)}
    return min(fields, key=lambda role: abs(fields[role].column - surplus.column), default="label")


def open_fields(
    prefix: str,
    row: Row,
    cells: tuple[GridCell, ...],
    header: Header,
    costs: Costs,
    skips: Skips,
    *,
    is_shaken: bool = False,
) -> list[Doubt]:
    """Return a doubt for each field of a row that may as well hold another of its cells.

    A reading in place gives way to cheaper ones only: that every cell stands under its heading is
    evidence, too, but in a table whose other rows were moved.
    """
    limit = row.cost - NEARLY if row.in_place and not is_shaken else row.cost + NEARLY
    if row.in_place and (row.rival is None or row.rival >= limit):
        return []
    cells = tuple(cell for cell in cells if not is_fixed(cell, header))
    found = rivals(prices_of(cells, header, costs, skips), limit)
    places = Counter(cell for able in found for cell in able)
    doubts: list[Doubt] = []
    for column, able in zip(header.columns, found, strict=True):
        given = row.cells.get(column.role)
        texts = tuple(dict.fromkeys(cells[cell].text for cell in able))
        # Two cells that say the same: whichever it is, the field is what it is.
        is_settled = given is not None and len(able) > 1 and texts == (given.text,)
        if _is_field(column.role) and not is_settled and any(places[cell] > 1 for cell in able):
            text = "" if given is None else given.text
            path = _path(prefix, column.role)
            doubts.append(Doubt(at=path, text=text, candidates=texts, reason="drift"))
    return doubts


def _path(prefix: str, role: str) -> str:
    """Return the path of the field that a column's text goes into."""
    return f"{prefix}.{JOINED.get(role, role)}"


def _is_field(role: str) -> bool:
    return role not in _UNUSED and not role.startswith(UNKNOWN)
