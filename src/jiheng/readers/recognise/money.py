"""The money block: heading row, then one row a source of money."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Doubt, Funds, MoneyLine
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import MONEY_COSTS, MONEY_SKIPS, PART_COSTS, PART_SKIPS, Costs
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.header import UNKNOWN, Header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.row import Row, Skips, read_row
from jiheng.readers.recognise.row_doubts import open_fields, surplus_cells
from jiheng.readers.recognise.texts import free_text, points_text, value_text
from jiheng.rulebook.headings import REMEMBERED, bare, heading_points, headings, without_blanks

_UNIT = re.compile(r"\((?:单位:)?(万元|元|亿元|千元)(?:\)|$)|单位:(万元|元|亿元|千元)")
_OF_WHICH = re.compile(r"^(?:\d{1,2}[.、])?(?:其中[:：]?)?")
_READS: dict[str, Callable[[str], str | None]] = {
    "method": free_text,
    "reason": free_text,
    "weight": points_text,
    "score": points_text,
}
_AMOUNTS = {"number", "amount"}
_VALUES = _AMOUNTS | {"percent", "dash", "method"}


@lru_cache(maxsize=REMEMBERED)
def money_label(text: str) -> str | None:
    """Return the money line that a cell names, or None.

    Example:
        >>> money_label("-----其中:上级补助:"), money_label("缴费人数")
        ('上级补助', None)
    """
    word = _OF_WHICH.sub("", bare(text)).strip(":")
    return word if word in headings().money_lines else None


def money_unit(text: str) -> str | None:
    """Return the unit of money that a heading prints, or None.

    Example:
        >>> money_unit("项目资金(万元)"), money_unit("预算执行情况（万元"), money_unit("项目资金")
        ('万元', '万元', None)
    """
    found = _UNIT.search(without_blanks(text))
    return None if found is None else found.group(1) or found.group(2)


def is_money_line(line: Line) -> bool:
    """Whether a row is a line of the money block."""
    return line.table is not None and _label_at(line.cells) is not None


def _label_at(cells: tuple[GridCell, ...]) -> int | None:
    """Return the position of the label: the first cell, or the second beside the block's name."""
    for at in range(min(2, len(cells))):
        if money_label(cells[at].text):
            return at
    return _unknown_label_at(cells)


def _unknown_label_at(cells: tuple[GridCell, ...]) -> int | None:
    """Return the position of a label of other wording: the last words before amounts alone."""
    kinds = [kind_of(cell.text) for cell in cells]
    start = next((at for at, kind in enumerate(kinds) if kind in _VALUES), 0)
    if not 0 < start <= MOST_LABELS or not set(kinds[start:]) <= _VALUES:
        return None
    return start - 1 if _AMOUNTS & set(kinds[start:]) else None


MOST_LABELS = 2


def read_money(heading: Line, header: Header, lines: list[Line]) -> Found[Funds]:
    """Return the money block from its heading row and its lines."""
    cells: dict[str, Cell] = {}
    read: list[MoneyLine] = []
    doubts: list[Doubt] = []
    for line in lines:
        found = _read_line(line, header, len(read))
        read.append(found.value)
        cells |= found.cells
        doubts += found.doubts
    unit = next(((unit, cell) for cell in heading.cells if (unit := money_unit(cell.text))), None)
    if unit is not None:
        cells["funds.unit"] = heading.where(unit[1])
    weight = next((column.cell for column in header.columns if column.role == "weight"), None)
    points = None if weight is None else heading_points(weight.text)
    if weight is not None and points is not None:
        cells["funds.heading_weight"] = heading.where(weight)
    funds = Funds(
        unit=unit[0] if unit else None, heading_weight=points, lines=_with_wholes(tuple(read))
    )
    return Found(value=funds, cells=cells, doubts=tuple(doubts))


def _with_wholes(lines: tuple[MoneyLine, ...]) -> tuple[MoneyLine, ...]:
    """Return the lines with ``of`` only where the whole is a line of the same block."""
    labels = {line.label for line in lines}
    return tuple(line if line.of in labels else replace(line, of=None) for line in lines)


def _read_line(line: Line, header: Header, index: int) -> Found[MoneyLine]:
    table = line.table
    at = _label_at(line.cells) or 0
    label_cell = line.cells[at]
    label = money_label(label_cell.text) or _OF_WHICH.sub("", bare(label_cell.text))
    values = Header(
        columns=tuple(column for column in header.columns if column.role != "source"),
        ragged=header.ragged,
    )
    costs, skips = (MONEY_COSTS, MONEY_SKIPS) if index == 0 else (PART_COSTS, PART_SKIPS)
    row = _settled_by_rate(line.cells[at + 1 :], values, costs, skips)
    prefix = f"funds.lines[{index}]"
    opened: list[Doubt] = []
    if not _rate_agrees(row):
        opened = open_fields(prefix, row, line.cells[at + 1 :], values, costs, skips)
    cells = {f"{prefix}.label": line.where(label_cell)}
    fields: dict[str, str | None] = {}
    for column in values.columns:
        if column.role.startswith(UNKNOWN):
            continue
        cell = row.cells.get(column.role)
        path = f"{prefix}.{column.role}"
        if cell is not None:
            cells[path] = line.where(cell)
            fields[column.role] = _READS.get(column.role, value_text)(cell.text)
        elif table is not None:
            cells[path] = table.blank(line.row, column.cell.column)
    return Found(
        value=MoneyLine(label=label, of=headings().money_lines.get(label), **fields),
        cells=cells,
        doubts=(*surplus_cells(prefix, row, values), *opened),
    )


def _settled_by_rate(
    cells: tuple[GridCell, ...], header: Header, costs: Costs, skips: Skips
) -> Row:
    """Return the likeliest reading; in text, the one whose rate is executed over budget."""
    likely = read_row(cells, header, costs, skips)
    if not header.ragged or _rate_agrees(likely) is not False:
        return likely
    for missing in ("initial_budget", "adjusted_budget", "executed", "weight"):
        columns = tuple(column for column in header.columns if column.role != missing)
        other = read_row(cells, Header(columns=columns, ragged=True), costs, skips)
        if _rate_agrees(other) and not other.surplus:
            return other
    return likely


def _rate_agrees(row: Row) -> bool | None:
    """Whether the printed rate is executed over budget; None where that cannot be said."""
    texts = {role: without_blanks(cell.text).rstrip("%") for role, cell in row.cells.items()}
    executed, rate = _decimal(texts.get("executed")), _decimal(texts.get("rate"))
    budget = _decimal(texts.get("adjusted_budget")) or _decimal(texts.get("initial_budget"))
    if executed is None or rate is None or not budget:
        return None
    return any(abs(executed / budget * 100 - shown) <= RATE_SLACK for shown in (rate, rate * 100))


RATE_SLACK = Decimal("0.6")
"""Percentage points: rates are also printed without decimals."""


def _decimal(text: str | None) -> Decimal | None:
    plain = (text or "").replace(",", "")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,9})?")
