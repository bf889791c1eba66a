"""Blocks printed column by column: each heading with its values below it, then the next heading.

Which row a value belongs to is told by number alone: a column is read when it has as many values
as the block has rows, or as many as there are rows that ask for one.
"""

from collections.abc import Callable
from itertools import zip_longest

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.further import matter_heading
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.labelled_money import is_block_name
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.stream.cells import Cell, in_order
from jiheng.readers.text.stream.turned_columns import (
    LEVELS,
    Column,
    columns_of,
    heading_role,
    is_printed,
    rows_of,
)
from jiheng.readers.text.stream.words import Token, begins_block, ends_indicators, is_goal_block
from jiheng.rulebook.headings import bare, column_role, headings, label_of, money_role

Block = tuple[list[list[Cell]], int]
"""The rows of a block, and where it ends."""

FEWEST_MATTERS = 2
FEWEST_GOALS = 2
MOST_LABELS = 2
"""Labels before the names of matters: the block's upright one, and the heading of the names."""
_FIRST = {"name", *LEVELS}
_VALUES = {"target", "actual", "weight", "score"}
_AMOUNTS = {"number", "amount", "percent", "dash"}
_PROSE = {"method", "reason"}


def turned_blocks(tokens: list[Token]) -> dict[int, Block]:
    """Return the blocks by the line at which they begin.

    None where there are no indicators, or where a block is not certain.
    """
    blocks: dict[int, Block] = {}
    is_form = False
    at = 0
    while at < len(tokens):
        block = _indicators(tokens, at)
        is_form = is_form or block is not None
        block = block or _money(tokens, at) or _matters(tokens, at) or _goals(tokens, at)
        if block is not None:
            blocks[at] = block
            at = block[1]
        elif _is_of_block(tokens, at):
            return {}
        else:
            at += 1
    return blocks if is_form else {}


def _is_of_block(tokens: list[Token], at: int) -> bool:
    """Whether a line belongs to a block, though none could be read there."""
    text = tokens[at][1]
    return (
        column_role(text) in _FIRST or bare(text) in headings().matters or _names_money(tokens, at)
    )


def _indicators(tokens: list[Token], at: int) -> Block | None:
    """Return the rows under the headings that begin here; None where they are not certain."""
    start = at + 1 if kind_of(tokens[at][1]) == "side" else at
    if start == len(tokens) or column_role(tokens[start][1]) not in _FIRST:
        return None
    end = _end_of_indicators(tokens, start)
    run = [token for token in tokens[start:end] if kind_of(token[1]) != "empty-name"]
    names = _below_name(run)
    columns = columns_of(run, heading_role, names)
    whole = {column.role for column in columns if len(column.cells) == names}
    if not names or not whole & _VALUES or not _is_even(columns, names, heading_role):
        return None
    heads, *rows = rows_of(columns, names)
    return [[*in_order(tokens[at:start]), *heads], *rows], end


def _is_even(columns: list[Column], rows: int, role_of: Callable[[str], str | None]) -> bool:
    """Whether what stands below full columns heads values itself: else it is one too many."""
    more = (column for column in columns if role_of(column.heading[1]) is None)
    return all(len(column.cells) == rows for column in more)


def _end_of_indicators(tokens: list[Token], start: int) -> int:
    """Return where the block ends: at a label of something else.

    A label such as 说明 may head a column, too: one that has not come yet, or one without values.
    """
    roles = set[str | None]()
    for at in range(start, len(tokens)):
        text = tokens[at][1]
        is_last = at + 1 < len(tokens) and label_of(tokens[at + 1][1]) == "total"
        may_head = is_printed(text) and (is_last or column_role(text) not in {None, *roles})
        if ends_indicators(text) and not may_head:
            return at
        roles.add(column_role(text))
    return len(tokens)


def _below_name(run: list[Token]) -> int:
    """Return how many lines stand below the heading of the names."""
    roles = [column_role(text) for _, text in run]
    at = roles.index("name") + 1 if "name" in roles else len(run)
    return _end_of(run, at, lambda text: heading_role(text) is None) - at


def _end_of(tokens: list[Token], start: int, goes_on: Callable[[str], bool]) -> int:
    """Return where the lines end that go on from a line."""
    end = start
    while end < len(tokens) and goes_on(tokens[end][1]):
        end += 1
    return end


def _names_money(tokens: list[Token], at: int) -> bool:
    """Whether the money block begins here: its name, a line's label below, or a heading soon."""
    below = [text for _, text in tokens[at + 1 : at + 1 + MOST_LABELS]]
    known = any(money_label(text) or money_role(text) for text in below)
    return is_block_name(tokens[at][1]) and known


def _money(tokens: list[Token], at: int) -> Block | None:
    """Return the lines of the money block: labels first, then amounts, headed or not."""
    if not _names_money(tokens, at):
        return None
    head = tokens[at + 1 : at + 2] if _heads_money(tokens[at + 1][1]) else []
    begin = at + 1 + len(head)
    values = _end_of(tokens, begin, _may_be_line)
    if values == begin:
        return None
    end = _end_of_money(tokens, values)
    labels = tokens[begin:values]
    if values == end or money_role(tokens[values][1]) is None:
        return _bare_money(tokens[at], labels, tokens[values:end]), end
    named = Column(role="source", heading=head[0] if head else (tokens[at][0], ""), cells=labels)
    columns = columns_of(tokens[values:end], money_role, len(labels))
    if not _is_even(columns, len(labels), money_role):
        return None
    heads, *rows = rows_of([named, *columns], len(labels))
    return [[*in_order(tokens[at : at + 1]), *heads], *rows], end


def _heads_money(text: str) -> bool:
    return money_role(text) is not None and money_label(text) is None


def _may_be_line(text: str) -> bool:
    if kind_of(text) in _AMOUNTS or _heads_money(text):
        return False
    return money_label(text) is not None or not begins_block(text)


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


def _goals(tokens: list[Token], at: int) -> Block | None:
    """Return the goals where, below their name, each of several headings has its own text."""
    if not all(_is_goal(text) for _, text in tokens[at : at + 2]):
        return None
    begin = end = at + 1
    while end + 1 < len(tokens) and _is_goal(tokens[end][1]) and _is_text(tokens[end + 1][1]):
        end += 2
    if end - begin < FEWEST_GOALS * 2:
        return None
    heads, texts = tokens[begin:end:2], tokens[begin + 1 : end : 2]
    return [[*in_order(tokens[at:begin]), *in_order(heads, 1)], in_order(texts, 1)], end


def _is_goal(text: str) -> bool:
    return goal_kind(text) != "text" or is_goal_block(text)


def _is_text(text: str) -> bool:
    return not _is_goal(text) and not begins_block(text)


def _matters(tokens: list[Token], at: int) -> Block | None:
    """Return the rows of a list of matters: all their names, then each heading with its texts."""
    known = headings().matters
    ahead = [bare(text) in known for _, text in tokens[at : at + MOST_LABELS + 1]]
    begin = at + ahead.index(True) if True in ahead else len(tokens)
    end = _end_of(tokens, begin, lambda text: bare(text) in known)
    names = end - begin
    if names < FEWEST_MATTERS:
        return None
    rows = [tokens[at:begin], *([name] for name in tokens[begin:end])]
    while end + names < len(tokens) and matter_heading(tokens[end][1]) is not None:
        for row, token in zip(rows, tokens[end : end + names + 1], strict=True):
            row.append(token)
        end += names + 1
    is_even = not any(matter_heading(text) for row in rows[1:] for _, text in row)
    is_ended = end == len(tokens) or begins_block(tokens[end][1])
    return ([in_order(row) for row in rows], end) if is_even and is_ended else None
