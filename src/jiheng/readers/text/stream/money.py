"""The money block in a text of one cell a line."""

from jiheng.model.document import GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    MONEY_COSTS,
    MONEY_SKIPS,
    OTHER_SKIP,
    SURPLUS,
    content_cost,
)
from jiheng.readers.recognise.header import FEWEST_HEADINGS, UNKNOWN, Column, money_header
from jiheng.readers.recognise.labelled_money import field_of, is_amount, is_field_value
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.stream.cells import Cell, as_line, in_order, placed_rows, price_of_staying
from jiheng.readers.text.stream.decode import Prices, decode
from jiheng.readers.text.stream.words import Token, is_outside, money_heading_role

_LABEL = Column(role="source", cell=GridCell(row=0, column=1))
_FIRST_VALUE = 2
"""The block's name and the labels of its lines stand left of the values."""
_NO_LABEL = 6.0
_NEVER = 40.0
_UNKNOWN_LABEL = 0.5


def money_headings(tokens: list[Token], at: int) -> int:
    """Return where the headings of the money block end that begin at a line; there, if none do."""
    end = at
    while end < len(tokens) and _may_head(tokens[end][1]):
        end += 1
    roles = {money_heading_role(text) for _, text in tokens[at:end]}
    return _behind_unknown(tokens, end) if len(roles) >= FEWEST_HEADINGS else at


def _may_head(text: str) -> bool:
    """Whether a line names a field of money; notes and titles may hold the words of one, too."""
    return money_heading_role(text) is not None and not is_outside(text)


def _behind_unknown(tokens: list[Token], known: int) -> int:
    """Return where headings of unknown wording end, right above the first line of the block."""
    end = known
    while end < min(len(tokens), known + MOST_UNKNOWN) and kind_of(tokens[end][1]) == "words":
        if money_label(tokens[end][1]) is not None:
            return end
        end += 1
    return known


MOST_UNKNOWN = 4


def money_rows(name: list[Token], heads: list[Token], lines: list[Token]) -> list[list[Cell]]:
    """Return the heading row, and a row for each line of the block."""
    row = in_order(heads, _FIRST_VALUE)
    header = money_header(as_line(row))
    found = () if header is None else header.columns
    columns = (_LABEL, *(column for column in found if column.role != _LABEL.role))
    places = decode(_prices(lines, [column.role for column in columns]))
    return [[*in_order(name), *row], *placed_rows(lines, places, columns)]


def _prices(lines: list[Token], roles: list[str]) -> Prices:
    kinds = [kind_of(text) for _, text in lines]
    return Prices(
        take=[
            [_take(role, kind, text) for role in roles]
            for kind, (_, text) in zip(kinds, lines, strict=True)
        ],
        stay=[
            [_stay(role, kind, text) for role in roles]
            for kind, (_, text) in zip(kinds, lines, strict=True)
        ],
        skip=[_NO_LABEL, *(MONEY_SKIPS.get(role, OTHER_SKIP) for role in roles[1:])],
        after={},
    )


def _stay(role: str, kind: str, text: str) -> float:
    return _NEVER if money_label(text) is not None else price_of_staying(role, kind)


def _take(role: str, kind: str, text: str) -> float:
    if money_label(text) is not None:
        return 0.0 if role == _LABEL.role else _NEVER
    if role == _LABEL.role:
        return _UNKNOWN_LABEL + content_cost(MONEY_COSTS, role, kind)
    return SURPLUS if role.startswith(UNKNOWN) else content_cost(MONEY_COSTS, role, kind)


def is_of_money(text: str) -> bool:
    """Whether a line may belong to a block of labels and amounts alone."""
    return money_label(text) is not None or is_amount(text)


def bare_money_rows(name: list[Token], lines: list[Token]) -> tuple[list[list[Cell]], int]:
    """Return the rows of a block of labels and amounts alone, and how many lines they take."""
    rows: list[list[Cell]] = []
    at = 0
    while (taken := _labelled(lines[at : at + 2])) > 0:
        row = lines[at : at + taken]
        rows.append(in_order([*name, *row] if not rows else row))
        at += taken
    return rows, len(name) + at


def _labelled(pair: list[Token]) -> int:
    """Return how many of two lines are a label and its amount: a line of money may have none."""
    if not pair:
        return 0
    label, value = pair[0][1], pair[-1][1] if len(pair) > 1 else ""
    if money_label(label) is not None:
        return 1 + is_amount(value)
    return 2 if field_of(label) is not None and is_field_value(value) else 0
