"""One cell a line: which lines make a row is told by what they hold."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.labelled_money import is_block_name
from jiheng.readers.text.stream.body import read_body
from jiheng.readers.text.stream.cells import Cell, in_order
from jiheng.readers.text.stream.goals import begins_goals, goal_rows
from jiheng.readers.text.stream.headings import find_headings
from jiheng.readers.text.stream.matters import matters_at
from jiheng.readers.text.stream.money import (
    bare_money_rows,
    is_of_money,
    money_headings,
    money_rows,
)
from jiheng.readers.text.stream.row_numbers import without_row_numbers
from jiheng.readers.text.stream.turned import Block
from jiheng.readers.text.stream.words import (
    Token,
    begins_block,
    holds_label,
    is_text_label,
)
from jiheng.rulebook.headings import label_of

Part = Token | list[list[Cell]]
"""A paragraph, or the rows of a table."""

_LONGEST_GRADE = 4
_NO_BLOCKS: Mapping[int, Block] = {}


class _Step(Struct, frozen=True, kw_only=True):
    """What the lines from a place on turned out to be, and where the next thing starts."""

    rows: list[list[Cell]]
    end: int


def rows_of_stream(
    tokens: list[Token], blanks: Sequence[int] = (), turned: Mapping[int, Block] = _NO_BLOCKS
) -> list[Part]:
    """Return the paragraphs and tables that the lines make, in their order.

    Args:
        tokens: the lines that hold text.
        blanks: numbers of the lines that stand for an empty cell.
        turned: the blocks that were printed column by column.
    """
    parts: list[Part] = []
    start = 0
    for begin in sorted(turned):
        _add_parts(parts, tokens[start:begin], blanks)
        rows, start = turned[begin]
        _add_rows(parts, rows)
    _add_parts(parts, tokens[start:], blanks)
    return parts


def _add_parts(parts: list[Part], tokens: list[Token], blanks: Sequence[int]) -> None:
    tokens = without_row_numbers(tokens)
    at = 0
    while at < len(tokens):
        step = _step(tokens, at, blanks)
        if step is None:
            parts.append(tokens[at])
            at += 1
        else:
            _add_rows(parts, step.rows)
            at = step.end


def _add_rows(parts: list[Part], rows: list[list[Cell]]) -> None:
    """Add rows to the table that ends the parts, or as a table of their own."""
    if parts and isinstance(parts[-1], list):
        parts[-1] += rows
    else:
        parts.append([*rows])


def _step(tokens: list[Token], at: int, blanks: Sequence[int]) -> _Step | None:
    rows = partial(_indicators, blanks=blanks)
    for reader in (_labelled, _text, _money, _matters, rows, _goals, _total):
        step = reader(tokens, at)
        if step is not None:
            return step
    return None


def _labelled(tokens: list[Token], at: int) -> _Step | None:
    """Return a label and its value; none stands there when another label follows."""
    if label_of(tokens[at][1]) in {None, "total", "conclusion"}:
        return None
    end = at + 1
    if end < len(tokens) and not begins_block(tokens[end][1]):
        end += 1
    return _Step(rows=[in_order(tokens[at:end])], end=end)


def _text(tokens: list[Token], at: int) -> _Step | None:
    """Return a further text with its label, in one cell or in two; paragraphs are joined."""
    if holds_label(tokens[at][1]):
        return _Step(rows=[in_order([tokens[at]])], end=at + 1)
    if not is_text_label(tokens[at][1]):
        return None
    end = at + 1
    while end < len(tokens) and not _begins_section(tokens, end) and _goes_on(tokens, at, end):
        end += 1
    value = tokens[at + 1 : end]
    joined = [(value[0][0], "\n".join(text for _, text in value))] if value else []
    return _Step(rows=[in_order([tokens[at], *joined])], end=end)


def _goes_on(tokens: list[Token], label: int, at: int) -> bool:
    """Whether a line is the text behind a label, or one more paragraph of it."""
    return at == label + 1 or kind_of(tokens[at][1]) == "prose"


def _begins_section(tokens: list[Token], at: int) -> bool:
    return (
        begins_block(tokens[at][1])
        or find_headings(tokens, at) is not None
        or money_headings(tokens, at) > at
        or matters_at(tokens, at) is not None
    )


def _money(tokens: list[Token], at: int) -> _Step | None:
    """Return the headings of the money block, if it has any, and its lines."""
    start = at + 1 if is_block_name(tokens[at][1]) else at
    begin = end = money_headings(tokens, start)
    is_bare = begin == start
    while end < len(tokens) and not _begins_section(tokens, end):
        if is_bare and not is_of_money(tokens[end][1]):
            break
        end += 1
    if is_bare:
        rows, end = bare_money_rows(tokens[at:start], tokens[start:end])
        return _Step(rows=rows, end=at + end) if rows else None
    return _Step(rows=money_rows(tokens[at:start], tokens[start:begin], tokens[begin:end]), end=end)


def _matters(tokens: list[Token], at: int) -> _Step | None:
    found = matters_at(tokens, at)
    return None if found is None else _Step(rows=found[0], end=found[1])


def _indicators(tokens: list[Token], at: int, blanks: Sequence[int]) -> _Step | None:
    found = find_headings(tokens, at)
    header = None if found is None else found.header()
    if found is None or header is None:
        return None
    body, end = read_body(tokens, found.end, header, blanks)
    return _Step(rows=[found.row, *body], end=end)


def _goals(tokens: list[Token], at: int) -> _Step | None:
    if not begins_goals(tokens, at):
        return None
    end = at + 1
    while end < len(tokens) and (
        goal_kind(tokens[end][1]) != "text" or not _begins_section(tokens, end)
    ):
        end += 1
    return _Step(rows=goal_rows(tokens[at:end]), end=end)


def _total(tokens: list[Token], at: int) -> _Step | None:
    if label_of(tokens[at][1]) != "total":
        return None
    end = at + 1
    while end < len(tokens) and kind_of(tokens[end][1]) in {"number", "dash", "value"}:
        end += 1
    if at + 1 < end < len(tokens) and _may_be_grade(tokens[end][1]):
        end += 1
    return _Step(rows=[in_order(tokens[at:end])], end=end)


def _may_be_grade(text: str) -> bool:
    return len(text) <= _LONGEST_GRADE and not begins_block(text)
