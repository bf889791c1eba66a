"""A money block without heading row: labels with an amount to the right, wherever they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Funds, MoneyLine
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import money_label, money_unit
from jiheng.readers.recognise.texts import value_text
from jiheng.rulebook.headings import bare, headings, money_role, money_role_by_stem

_AMOUNT = re.compile(r"\s*-?\d[\d,，]*(?:\.\d+)?\s*(?:万元?|亿元|千元|元)?\s*(?:[(（].*[)）])?\s*")
_FIELDS = ("initial_budget", "adjusted_budget", "executed", "rate")
_COLON = re.compile("[:：]")


class Labelled(Struct, frozen=True, kw_only=True, gc=False):
    """A label of a money line, or of one field of the whole, and its amount.

    Attributes:
        label: the cell of the label.
        name: the line that it names; None for a field of the whole.
        role: the field that the amount is.
        amount: the cell of the amount, which may be the label's own; None where it was left empty.
        text: the amount as printed.
    """

    label: GridCell
    name: str | None
    role: str = "initial_budget"
    amount: GridCell | None
    text: str | None


def is_labelled_money(line: Line, *, begun: bool) -> bool:
    """Whether a row holds labels of money lines and amounts alone.

    The first such row names the block or holds an amount; one below it may hold a label only.
    """
    pairs = _pairs(line)
    if begun or not pairs:
        return bool(pairs)
    return is_block_name(line.cells[0].text) or any(pair.amount for pair in pairs)


def is_block_name(text: str) -> bool:
    """Whether a cell names the money block, such as 项目资金(万元)."""
    return bare(text) in headings().money_block


def field_of(text: str) -> str | None:
    """Return the field of the whole that a label names, such as 转移支付执行数."""
    role = None if money_label(text) else money_role(text) or money_role_by_stem(text)
    return role if role in _FIELDS else None


def is_field_value(text: str) -> bool:
    """Whether a cell may stand beside the label of a field: an amount, or a rate."""
    return is_amount(text) or kind_of(text) == "percent"


def is_amount(text: str) -> bool:
    """Whether a cell may stand beside a label for its amount; a blank one is a dash."""
    return kind_of(text) == "dash" or _AMOUNT.fullmatch(text) is not None


def _pairs(line: Line) -> tuple[Labelled, ...]:
    """Return the labels of a row with their amounts; () when it holds anything else."""
    if line.table is None:
        return ()
    cells = line.cells[1:] if is_block_name(line.cells[0].text) else line.cells
    pairs = tuple(_each(cells))
    told = sum(1 if pair.amount in {None, pair.label} else 2 for pair in pairs)
    pairs = pairs or tuple(_each_field(cells))
    told = told or 2 * len(pairs)
    return pairs if told == len(cells) else ()


def _each(cells: tuple[GridCell, ...]) -> Iterator[Labelled]:
    """Yield a label wherever one stands, with the amount right of it or in its own cell."""
    for at, cell in enumerate(cells):
        head, *rest = _COLON.split(cell.text, maxsplit=1)
        own = rest[0] if rest and is_amount(rest[0]) else None
        name = money_label(cell.text if own is None else head)
        if name is None:
            continue
        right = cells[at + 1] if at + 1 < len(cells) else None
        amount = cell if own is not None else right
        text = own if own is not None else right and right.text
        if text is None or not is_amount(text):
            amount = text = None
        yield Labelled(label=cell, name=name, amount=amount, text=text)


def _each_field(cells: tuple[GridCell, ...]) -> Iterator[Labelled]:
    """Yield each label of a field with the value right of it."""
    for label, value in pairwise(cells):
        role = field_of(label.text)
        if role is not None and is_field_value(value.text):
            yield Labelled(label=label, name=None, role=role, amount=value, text=value.text)


def read_labelled_money(lines: list[Line]) -> Found[Funds]:
    """Return the money block of rows that label their amounts.

    What a form without heading over its amounts plans is the budget that it begins with.
    """
    pairs = [(at, line, pair) for line in lines for at, pair in enumerate(_pairs(line))]
    whole = _whole([(line, pair) for _, line, pair in pairs if pair.name is None])
    read = _in_order([each for each in pairs if each[2].name is not None])
    cells = dict(whole.cells)
    for number, (line, pair) in enumerate(read, len(whole.value)):
        prefix = f"funds.lines[{number}]"
        cells[f"{prefix}.label"] = line.where(pair.label)
        cells[f"{prefix}.initial_budget"] = _place(line, pair)
    names = {pair.name for _, pair in read}
    unit = next(_units(lines), None)
    if unit is not None:
        cells["funds.unit"] = unit[1]
    return Found(
        value=Funds(
            unit=None if unit is None else unit[0],
            lines=(*whole.value, *(_line(pair, names) for _, pair in read)),
        ),
        cells=cells,
    )


def _whole(fields: list[tuple[Line, Labelled]]) -> Found[tuple[MoneyLine, ...]]:
    """Return the line of the whole whose fields have labels of their own; () where none has."""
    if not fields:
        return Found(value=(), cells={})
    first, label = fields[0][0], fields[0][1].label
    values = {pair.role: value_text(pair.text or "") for _, pair in fields}
    cells = {f"funds.lines[0].{pair.role}": line.where(pair.amount) for line, pair in fields}
    cells["funds.lines[0].label"] = first.where(label)
    return Found(value=(MoneyLine(label=bare(label.text), **values),), cells=cells)


def _in_order(read: list[tuple[int, Line, Labelled]]) -> list[tuple[Line, Labelled]]:
    """Return the labels row by row; column by column where a second part repeats the first."""
    names = [pair.name for _, _, pair in read]
    if len(set(names)) < len(names):
        read = sorted(read, key=lambda each: each[0])
    return [(line, pair) for _, line, pair in read]


def _line(pair: Labelled, names: set[str | None]) -> MoneyLine:
    name = pair.name or ""
    whole = headings().money_lines.get(name)
    return MoneyLine(
        label=name,
        of=whole if whole in names else None,
        initial_budget=None if pair.text is None else value_text(pair.text),
    )


def _place(line: Line, pair: Labelled) -> Cell:
    if pair.amount is None and line.table is not None:
        return line.table.blank(line.row, pair.label.column + pair.label.column_span)
    return line.where(pair.amount)


def _units(lines: list[Line]) -> Iterator[tuple[str, Cell]]:
    for line in lines:
        for cell in line.cells:
            unit = money_unit(cell.text)
            if unit is not None:
                yield unit, line.where(cell)
