"""Blocks printed column by column: each heading with its values below it, then the next heading.

Which row a value belongs to is told by number alone: a column is read when it has as many values
as the block has rows, or as many as there are rows that ask for one.
"""

from collections.abc import Callable, Iterable
from itertools import takewhile, zip_longest

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.further import matter_heading
from jiheng.readers.recognise.labelled_money import is_block_name
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.stream.cells import Cell, in_order
from jiheng.readers.text.stream.turned_columns import LEVELS, Column, columns_of, rows_of
from jiheng.readers.text.stream.words import Token, begins_block, ends_indicators
from jiheng.rulebook.headings import bare, column_role, headings, money_role

Block = tuple[list[list[Cell]], int]
"""The rows of a block, and where it ends."""

FEWEST_ROWS = 2
MOST_LABELS = 2
"""Labels before the names of matters: the block's upright one, and the heading of the names."""
_FIRST = {"name", *LEVELS}
_AIMS = {"target", "actual"}
_AMOUNTS = {"number", "amount", "percent", "dash"}
_PROSE = {"method", "reason"}


def turned_blocks(tokens: list[Token]) -> dict[int, Block]:
    """Return the blocks by the line at which they begin; none where one of them is not certain."""
    blocks: dict[int, Block] = {}
    at = 0
    while at < len(tokens):
        block = _indicators(tokens, at) or _money(tokens, at) or _matters(tokens, at)
        if block is not None:
            blocks[at] = block
            at = block[1]
        elif column_role(tokens[at][1]) in _FIRST or _names_money(tokens, at):
            return {}
        else:
            at += 1
    return blocks


def _indicators(tokens: list[Token], at: int) -> Block | None:
    """Return the rows under the headings that begin here; None where they are not certain."""
    start = at + 1 if kind_of(tokens[at][1]) == "side" else at
    if start == len(tokens) or column_role(tokens[start][1]) not in _FIRST:
        return None
    end = start + _count(tokens[start:], lambda text: not ends_indicators(text))
    run = [token for token in tokens[start:end] if kind_of(token[1]) != "empty-name"]
    names = _below_name(run)
    columns = columns_of(run, column_role, names)
    known = [column.role for column in columns if column.role is not None]
    whole = {column.role for column in columns if len(column.cells) == names}
    if names < FEWEST_ROWS or not whole & _AIMS or len(set(known)) < len(known):
        return None
    heads, *rows = rows_of(columns, names)
    return [[*in_order(tokens[at:start]), *heads], *rows], end


def _below_name(run: list[Token]) -> int:
    """Return how many lines stand below the heading of the names."""
    roles = [column_role(text) for _, text in run]
    at = roles.index("name") + 1 if "name" in roles else len(run)
    return _count(run[at:], lambda text: column_role(text) is None)


def _count(tokens: Iterable[Token], goes_on: Callable[[str], bool]) -> int:
    return sum(1 for _ in takewhile(lambda token: goes_on(token[1]), tokens))


def _names_money(tokens: list[Token], at: int) -> bool:
    """Whether the money block begins here: its name, and labels of its lines below."""
    below = [money_label(text) for _, text in tokens[at + 1 : at + 3]]
    return is_block_name(tokens[at][1]) and any(below)


def _money(tokens: list[Token], at: int) -> Block | None:
    """Return the lines of the money block: labels first, then amounts, headed or not."""
    if not _names_money(tokens, at):
        return None
    head = tokens[at + 1 : at + 2] if money_label(tokens[at + 1][1]) is None else []
    begin = at + 1 + len(head)
    lines = _count(tokens[begin:], lambda text: money_label(text) is not None)
    values = begin + lines
    end = _end_of_money(tokens, values)
    labels = tokens[begin:values]
    if values == end or money_role(tokens[values][1]) is None:
        return _bare_money(tokens[at], labels, tokens[values:end]), end
    named = Column(role="source", heading=head[0] if head else (tokens[at][0], ""), cells=labels)
    columns = [named, *columns_of(tokens[values:end], money_role, lines)]
    heads, *rows = rows_of(columns, lines)
    return [[*in_order(tokens[at : at + 1]), *heads], *rows], end


def _end_of_money(tokens: list[Token], start: int) -> int:
    """Return where the amounts end, and the sentences below a heading for such."""
    role = None
    for at in range(start, len(tokens)):
        text = tokens[at][1]
        role = money_role(text) or role
        heads = kind_of(tokens[at + 1][1]) in _AMOUNTS if at + 1 < len(tokens) else False
        if begins_block(text) or column_role(text) in _FIRST:
            return at
        is_amount = heads or kind_of(text) in _AMOUNTS or money_role(text) is not None
        if not is_amount and role not in _PROSE:
            return at
    return len(tokens)


def _bare_money(name: Token, labels: list[Token], amounts: list[Token]) -> list[list[Cell]]:
    """Return each label with its amount, where there are as many; else the labels alone."""
    below = amounts if len(amounts) == len(labels) else []
    first, *others = (in_order([*filter(None, pair)], 1) for pair in zip_longest(labels, below))
    return [[*in_order([name]), *first], *others]


def _matters(tokens: list[Token], at: int) -> Block | None:
    """Return the rows of a list of matters: all their names, then each heading with its texts."""
    known = headings().matters
    labels = _count(tokens[at : at + MOST_LABELS], lambda text: bare(text) not in known)
    names = _count(tokens[at + labels :], lambda text: bare(text) in known)
    if names < FEWEST_ROWS:
        return None
    rows = [tokens[at : at + labels], *([name] for name in tokens[at + labels :][:names])]
    end = at + labels + names
    while end + names < len(tokens) and matter_heading(tokens[end][1]) is not None:
        for row, token in zip(rows, tokens[end:], strict=False):
            row.append(token)
        end += names + 1
    return [in_order(row) for row in rows], end
