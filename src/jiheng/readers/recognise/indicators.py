"""The indicator rows below their heading row."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Doubt, Indicator
from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.continued import whole_lines
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, indicator_costs
from jiheng.readers.recognise.drift import undrifted
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.further import unknown_columns
from jiheng.readers.recognise.header import UNKNOWN, Column, Header
from jiheng.readers.recognise.levels import Levels, Placed, meanings
from jiheng.readers.recognise.lines import Line, no_surer
from jiheng.readers.recognise.operators import with_operators
from jiheng.readers.recognise.row import JOINED, Row, in_columns, read_row
from jiheng.readers.recognise.row_doubts import VALUES, doubts_of_rows
from jiheng.readers.recognise.texts import (
    free_text,
    level_text,
    name_text,
    points_text,
    value_text,
)
from jiheng.rulebook.headings import headings, level2_parents, without_blanks

_LEVELS = {"side", "level1", "level1_points", "level2", "name"}
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
_OF_TARGET = {"operator", "nature", "unit"}
"""Columns whose text goes into the target."""
_UNUSED = {"side", "level2_points", "deviation"}
_BARE_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def read_indicators(header: Header, lines: list[Line]) -> Found[tuple[Indicator, ...]]:
    """Return the indicators of a block; rows without a name are none."""
    costs = indicator_costs(header)
    filled = [line for line in lines if not _is_empty(line)]
    wide = in_columns([line.cells for line in filled], _with_side(header), costs)
    carried = _Carried()
    read: list[tuple[Line, Row]] = []
    levels: list[Levels] = []
    for line in whole_lines(filled, wide, costs, INDICATOR_SKIPS):
        row = _only_levels(line) or read_row(line.cells, wide, costs, INDICATOR_SKIPS)
        carried.take(line, row)
        cell = row.cells.get("name")
        if cell is not None and _is_name(cell, row, wide):
            weight = row.cells.get("weight")
            levels.append(carried.give(name_text(cell.text), weight and parse_points(weight.text)))
            read.append((line, row))
    return _assemble(wide, read, undrifted(levels))


def _is_name(cell: GridCell, row: Row, header: Header) -> bool:
    """Whether a row is named; one rule more for the name above stands in the names' place."""
    kind = kind_of(cell.text)
    is_rule = kind == "method" and "method" in header.column_of and "method" not in row.cells
    return kind != "empty-name" and not is_rule


def _only_levels(line: Line) -> Row | None:
    """Return the row of levels below which no indicator is named; None for any other row."""
    kinds = [kind_of(cell.text) for cell in line.cells]
    roles = _LEVELS_ALONE.get(tuple("level1" if kind in _FIRST else kind for kind in kinds))
    if roles is None:
        return None
    return Row(cells=dict(zip(roles, line.cells, strict=True)), surplus=(), cost=0.0)


_FIRST = {"level1", "level1-points"}
_LEVELS_ALONE: dict[tuple[str, ...], tuple[str, ...]] = {
    ("level1",): ("level1",),
    ("level2",): ("level2",),
    ("level1", "level2"): ("level1", "level2"),
}


def _is_empty(line: Line) -> bool:
    """Whether a row only shows where a further indicator may stand."""
    return all(kind_of(cell.text) == "empty-name" for cell in line.cells)


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
    return replace(header, columns=(side, *header.columns))


def _assemble(
    header: Header, read: list[tuple[Line, Row]], levels: list[Levels]
) -> Found[tuple[Indicator, ...]]:
    meant = meanings(levels)
    given = [(line.cells, row) for line, row in read]
    open_ = doubts_of_rows("indicators", given, header, indicator_costs(header), INDICATOR_SKIPS)
    indicators: list[Indicator] = []
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    unread: Doubt | None = None
    for index, ((line, row), level) in enumerate(zip(read, levels, strict=True)):
        prefix = f"indicators[{index}]"
        fields = _fields(header, line, row, prefix, cells)
        _place_levels(level, prefix, line, header, cells)
        cells[f"{prefix}.name"] = line.where(row.cells["name"])
        unread = None if level.own1 else _unread_first(prefix, open_[index]) or unread
        doubts += (*level.doubts, *open_[index], *_again(unread, prefix, cells))
        indicator = Indicator(
            level1=meant[index],
            level1_printed=level.level1_printed,
            level1_points=level.points or _points_beside(level, read),
            level2=level.level2,
            name=level.name,
        )
        indicators.append(replace(indicator, **with_unit(fields)))
    mended = with_operators(tuple(indicators))
    return Found(
        value=mended.value,
        cells=cells,
        doubts=(*doubts, *mended.doubts),
        further=unknown_columns(header, read),
    )


def _unread_first(prefix: str, doubts: Iterable[Doubt]) -> Doubt | None:
    """Return the doubt of what stands in the place of a first level and is no known one."""
    return next((each for each in doubts if each.at == f"{prefix}.level1"), None)


def _again(unread: Doubt | None, prefix: str, cells: dict[str, Cell]) -> Iterator[Doubt]:
    """Yield a doubt of the first level for a row that has the level of the rows above."""
    place = cells.get(f"{prefix}.level1")
    if unread is None or place is None:
        return
    for at in (f"{prefix}.level1", f"{prefix}.level1_printed"):
        if at != unread.at:
            cells.setdefault(at, place)
            yield replace(unread, at=at)


def _points_beside(level: Levels, read: list[tuple[Line, Row]]) -> str | None:
    """Return the points of a first level that stand in a column of their own."""
    for _, row in read:
        points = row.cells.get("level1_points")
        if level.first is not None and points and row.cells.get("level1") is level.first[0]:
            return points_text(points.text)
    return None


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
        if role in JOINED:
            fields[role] = cell and value_text(cell.text)
            continue
        if cell is None and role in _SPREAD:
            cell = line.table.covering(line.row, column.cell.column)
        if cell is None:
            blank = line.table.blank(line.row, column.cell.column)
            least = min((each.confidence for each in line.cells), default=1.0)
            cells[f"{prefix}.{role}"] = no_surer(blank, least) if role in VALUES else blank
            continue
        cells[f"{prefix}.{role}"] = line.where(cell)
        fields[role] = _READS.get(role, value_text)(cell.text)
    if f"{prefix}.target" in cells:
        least = min(_confidences(header, line, row), default=1.0)
        cells[f"{prefix}.target"] = no_surer(cells[f"{prefix}.target"], least)
    return fields


def _confidences(header: Header, line: Line, row: Row) -> Iterator[float]:
    """Yield how surely the cells were seen whose text goes into the target."""
    for column in header.columns:
        if column.role in _OF_TARGET and line.table is not None:
            cell = row.cells.get(column.role)
            at = cell or line.table.blank(line.row, column.cell.column)
            yield at.confidence


def _place_levels(
    level: Levels, prefix: str, line: Line, header: Header, cells: dict[str, Cell]
) -> None:
    for role, placed in (("level1", level.first), ("level2", level.second)):
        if placed is not None:
            cells[f"{prefix}.{role}"] = placed[1].where(placed[0])
        elif role in header.column_of and line.table is not None:
            cells[f"{prefix}.{role}"] = line.table.blank(line.row, header.column_of[role])
    # What is in doubt has a place: heading and points stand in the cell of the first level.
    for doubt in level.doubts:
        if doubt.at not in cells:
            cells[doubt.at] = cells[f"{prefix}.level1"]


def with_unit(fields: dict[str, str | None]) -> dict[str, str | None]:
    """Return the fields with an operator and a unit of their own cells joined to the target.

    Example:
        >>> with_unit({"nature": "≧", "target": "735", "unit": "人次"})["target"]
        '≧735人次'
    """
    own = {role: text for role, text in fields.items() if role not in JOINED}
    target = fields.get("target")
    if target is None or not _BARE_NUMBER.fullmatch(target):
        return own
    signs = (fields.get("operator") or "", fields.get("nature") or "")
    operator = next((sign for sign in signs if without_blanks(sign) in headings().signs), "")
    return {**own, "target": f"{operator}{target}{fields.get('unit') or ''}"}
