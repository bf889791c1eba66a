"""The indicator rows below their heading row."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Doubt, Indicator
from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, indicator_costs
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.header import UNKNOWN, Column, Header
from jiheng.readers.recognise.levels import Levels, Placed, meanings, undrifted
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.row import Open, Row, in_columns, open_roles, read_row
from jiheng.readers.recognise.texts import (
    free_text,
    is_blank,
    level_text,
    name_text,
    points_text,
    value_text,
)
from jiheng.rulebook.headings import headings, level2_parents, without_blanks

_LEVELS = {"side", "level1", "level2", "name"}
_READS: dict[str, Callable[[str], str | None]] = {
    "reason": free_text,
    "method": free_text,
    "review_reason": free_text,
    "weight": points_text,
    "score": points_text,
    "review_score": points_text,
    "deduction": points_text,
}
_SPREAD = {"reason", "method"}
"""Fields whose merged cell holds for every row that it covers."""
_UNUSED = {"side", "deviation"}
_JOINED = {"operator": "target"}
"""A column that is no field of its own, and the field that its text goes into."""
_BARE_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def read_indicators(header: Header, lines: list[Line]) -> Found[tuple[Indicator, ...]]:
    """Return the indicators of a block; rows without a name are none."""
    costs = indicator_costs(header)
    wide = in_columns([line.cells for line in lines], _with_side(header), costs)
    carried = _Carried()
    read: list[tuple[Line, Row]] = []
    levels: list[Levels] = []
    for line in lines:
        if all(kind_of(cell.text) == "empty-name" for cell in line.cells):
            continue
        row = read_row(line.cells, wide, costs, INDICATOR_SKIPS)
        carried.take(line, row)
        cell = row.cells.get("name")
        if cell is not None and kind_of(cell.text) != "empty-name":
            weight = row.cells.get("weight")
            levels.append(carried.give(name_text(cell.text), weight and parse_points(weight.text)))
            read.append((line, row))
    opened = [open_roles(row, line.cells, wide, costs, INDICATOR_SKIPS) for line, row in read]
    return _assemble(header, read, opened, undrifted(levels))


class _Carried:
    """The level labels that hold until others are printed."""

    def __init__(self) -> None:
        self.first: Placed | None = None
        self.second: Placed | None = None
        self.own1 = self.own2 = False

    def take(self, line: Line, row: Row) -> None:
        """Take over the labels printed in a row."""
        first, second = row.cells.get("level1"), row.cells.get("level2")
        side = row.cells.get("side")
        if first is None and side is not None and second is not None and self._is_foreign(second):
            first = side
        if first is not None:
            self.first, self.own1 = (first, line), True
            self.second = None
        if second is not None:
            self.second, self.own2 = (second, line), True

    def give(self, name: str, weight: int | None) -> Levels:
        """Return the levels that hold for an indicator."""
        levels = Levels(
            name=name,
            weight=weight,
            first=self.first,
            second=self.second,
            own1=self.own1,
            own2=self.own2,
        )
        self.own1 = self.own2 = False
        return levels

    def _is_foreign(self, second: GridCell) -> bool:
        """Whether a second level cannot stand under the first level that holds."""
        parents = level2_parents().get(level_text(second.text), frozenset[str]())
        return self.first is not None and level_text(self.first[0].text) not in parents


def _with_side(header: Header) -> Header:
    """Return the header with a first column for the vertical label 绩效指标."""
    side = Column(role="side", cell=header.columns[0].cell)
    return Header(columns=(side, *header.columns), ragged=header.ragged)


def _assemble(
    header: Header, read: list[tuple[Line, Row]], opened: list[Open], levels: list[Levels]
) -> Found[tuple[Indicator, ...]]:
    meant = meanings(levels)
    indicators: list[Indicator] = []
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    loose = header.is_guess or _came_apart([row for _, row in read])
    for index, ((line, row), level) in enumerate(zip(read, levels, strict=True)):
        prefix = f"indicators[{index}]"
        fields = _fields(header, line, row, prefix, cells)
        _place_levels(level, prefix, line, header, cells)
        cells[f"{prefix}.name"] = line.where(row.cells["name"])
        doubts += level.doubts
        doubts += [
            Doubt(
                at=f"{prefix}.{_nearest(header, row, cell)}", text=cell.text, reason="surplus-cell"
            )
            for cell in row.surplus
            if not is_blank(cell.text)
        ]
        if row.cost > ODD_ROW or loose:
            doubts += _all_of(prefix, row)
        else:
            doubts += _open(prefix, row, opened[index])
        indicator = Indicator(
            level1=meant[index],
            level1_printed=level.level1_printed,
            level1_points=level.points,
            level2=level.level2,
            name=level.name,
        )
        indicators.append(replace(indicator, **with_unit(fields)))
    return Found(value=tuple(indicators), cells=cells, doubts=tuple(doubts))


ODD_ROW = 5.0
"""A row that fits its columns so badly is not trusted in any of its fields."""
FEW_ODD, MOST_ODD = 2, 0.2
"""With more such rows, and a larger share, the table itself came apart: no row is trusted."""


def _open(prefix: str, row: Row, opened: Open) -> list[Doubt]:
    """Return a doubt for each field that may hold another cell of its row."""
    return [
        Doubt(
            at=_path(prefix, role),
            text=row.cells[role].text if role in row.cells else "",
            candidates=texts,
            reason="drift",
        )
        for role, texts in opened.items()
        if role not in _UNUSED and not role.startswith(UNKNOWN)
    ]


def _path(prefix: str, role: str) -> str:
    """Return the path of the field that a column's text goes into."""
    return f"{prefix}.{_JOINED.get(role, role)}"


def _came_apart(rows: list[Row]) -> bool:
    odd = sum(row.cost > ODD_ROW or bool(row.surplus) for row in rows)
    return odd > max(FEW_ODD, MOST_ODD * len(rows))


def _all_of(prefix: str, row: Row) -> list[Doubt]:
    """Return a doubt for each field of a row."""
    return [
        Doubt(at=_path(prefix, role), text=cell.text, reason="surplus-cell")
        for role, cell in row.cells.items()
        if role not in _UNUSED and not role.startswith(UNKNOWN)
    ]


def _fields(
    header: Header, line: Line, row: Row, prefix: str, cells: dict[str, Cell]
) -> dict[str, str | None]:
    """Return the row's values by field, and note where each stands or would stand."""
    fields: dict[str, str | None] = {}
    for column in header.columns:
        role = column.role
        if role in _LEVELS or role in _UNUSED or role.startswith(UNKNOWN) or line.table is None:
            continue
        cell = row.cells.get(role)
        if role in _JOINED:
            fields[role] = cell and value_text(cell.text)
            continue
        if cell is None and role in _SPREAD:
            cell = line.table.covering(line.row, column.cell.column)
        if cell is None:
            cells[f"{prefix}.{role}"] = line.table.blank(line.row, column.cell.column)
            continue
        cells[f"{prefix}.{role}"] = line.where(cell)
        fields[role] = _READS.get(role, value_text)(cell.text)
    return fields


def _place_levels(
    level: Levels, prefix: str, line: Line, header: Header, cells: dict[str, Cell]
) -> None:
    for role, placed in (("level1", level.first), ("level2", level.second)):
        if placed is not None:
            cells[f"{prefix}.{role}"] = placed[1].where(placed[0])
        elif role in header.column_of and line.table is not None:
            cells[f"{prefix}.{role}"] = line.table.blank(line.row, header.column_of[role])


def _nearest(header: Header, row: Row, surplus: GridCell) -> str:
    """Return the empty field under whose heading a cell too many stands, or the one beside it."""
    for column in header.columns:
        if column.cell.column == surplus.column and column.role not in row.cells:
            return _JOINED.get(column.role, column.role)
    fields = {role: cell for role, cell in row.cells.items() if role not in {*_UNUSED, *_JOINED}}
    return min(fields, key=lambda role: abs(fields[role].column - surplus.column))


def with_unit(fields: dict[str, str | None]) -> dict[str, str | None]:
    """Return the fields with an operator and a unit of their own cells joined to the target.

    Example:
        >>> with_unit({"nature": "≧", "target": "735", "unit": "人次"})["target"]
        '≧735人次'
    """
    own = {role: text for role, text in fields.items() if role not in _JOINED}
    target = fields.get("target")
    if target is None or not _BARE_NUMBER.fullmatch(target):
        return own
    signs = (fields.get("operator") or "", fields.get("nature") or "")
    operator = next((sign for sign in signs if without_blanks(sign) in headings().signs), "")
    return {**own, "target": f"{operator}{target}{fields.get('unit') or ''}"}
