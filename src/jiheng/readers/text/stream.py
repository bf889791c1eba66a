"""One cell a line: which lines make a row is told by what they hold."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.model.document import Grid, GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, indicator_costs
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.head import is_title, labelled_parts
from jiheng.readers.recognise.header import FEWEST_HEADINGS, UNKNOWN, Column, Header, indicator_header
from jiheng.readers.recognise.labelled_money import is_amount, is_block_name
from jiheng.readers.recognise.lines import Line, Table
from jiheng.readers.recognise.money import money_label
from jiheng.readers.recognise.row import read_row
from jiheng.readers.recognise.tail import begins_notes
from jiheng.readers.text.pipes import bare_cell, cut_pipes, is_piped
from jiheng.rulebook.headings import bare, column_role, headings, label_of, money_role

Token = tuple[int, str]
"""A line number from 1 and its text."""

Part = Token | list[list[Token]]
"""A paragraph, or the rows of a table."""

MOST_BODY_TOKENS = 5_000
_NEW_ROW = 0.2
_PROJECT_LABELS = {"project", "code", "department", "implementing_unit"}
_MONEY_KINDS = {"number", "amount", "percent", "dash", "method", "value"}


def is_cell_stream(lines: list[str]) -> bool:
    """Whether a text has one cell a line: no separators, and a run of column headings."""
    if any("\t" in line or _has_cells(line) for line in lines):
        return False
    texts = [bare_cell(line) for line in lines if line.strip(" |")]
    return any(len(_run(texts, at, column_role)) > FEWEST_HEADINGS for at in range(len(texts)))


def _has_cells(line: str) -> bool:
    return (
        "|" in line and is_piped(line) and sum(bool(cell.strip()) for cell in cut_pipes(line)) > 1
    )


def _run(texts: list[str], at: int, role_of: Callable[[str], str | None]) -> list[str]:
    """Return the roles of the run of headings that starts at a line, each once."""
    roles: list[str] = []
    for index in range(at, len(texts)):
        role = role_of(texts[index])
        if role is None or role in roles:
            break
        roles.append(role)
    return roles


class _Step(NamedTuple):
    """What the tokens from a place on turned out to be, and where the next thing starts."""

    rows: list[list[Token]]
    end: int


def rows_of_stream(tokens: list[Token]) -> list[Part]:
    """Return the paragraphs and tables that the lines make; a title begins a new table."""
    parts: list[Part] = []
    table: list[list[Token]] = []
    at = 0
    while at < len(tokens):
        step = _step(tokens, at)
        if step is None:
            if table and is_title(Line(text=tokens[at][1])):
                parts.append(table)
                table = []
            if table and label_of(tokens[at][1]) is None:
                parts += [table, tokens[at]]
                table = []
            else:
                parts.append(tokens[at])
            at += 1
            continue
        table += step.rows
        at = step.end
    return [*parts, table] if table else parts


def _step(tokens: list[Token], at: int) -> _Step | None:
    for reader in (_labelled, _money, _goal, _indicators, _closing):
        step = reader(tokens, at)
        if step is not None:
            return step
    return None


def _labelled(tokens: list[Token], at: int) -> _Step | None:
    if label_of(tokens[at][1]) not in _PROJECT_LABELS:
        return None
    following = tokens[at + 1 : at + 2]
    if not following or label_of(following[0][1]) in _PROJECT_LABELS:
        return _Step([[tokens[at]]], at + 1)
    return _Step([[tokens[at], *following]], at + 2)


def _money(tokens: list[Token], at: int) -> _Step | None:
    start = at + 1 if is_block_name(tokens[at][1]) else at
    roles = _run([text for _, text in tokens], start, money_role)
    if len(roles) < FEWEST_HEADINGS:
        return _labelled_money(tokens, at, start)
    end = start + len(roles)
    rows = [tokens[at:end]]
    while end + 1 < len(tokens) and _is_money_line(tokens[end][1], tokens[end + 1][1]):
        begin, end = end, end + 1
        while end < len(tokens) and _is_money_value(tokens[end][1]):
            end += 1
        rows.append(tokens[begin:end])
    return _Step(rows, end)


def _labelled_money(tokens: list[Token], at: int, start: int) -> _Step | None:
    """Return a row for each label of a money line, with the amount below it if there is one."""
    rows: list[list[Token]] = []
    end = start
    while end < len(tokens) and money_label(tokens[end][1]) is not None:
        begin, end = end, end + 1
        if end < len(tokens) and is_amount(tokens[end][1]):
            end += 1
        rows.append(tokens[begin:end])
    if not rows or (start == at and len(rows[0]) == 1):
        return None
    return _Step([[*tokens[at:start], *rows[0]], *rows[1:]], end)


def _is_money_line(label: str, value: str) -> bool:
    """Whether a line is a money line's label: known as one, or words with an amount below."""
    if money_label(label) is not None:
        return True
    return kind_of(label) in {"words", "prose"} and kind_of(value) in {"number", "amount", "dash"}


def _is_money_value(text: str) -> bool:
    return kind_of(text) in _MONEY_KINDS and money_label(text) is None


def _goal(tokens: list[Token], at: int) -> _Step | None:
    if goal_kind(tokens[at][1], first=True) != "block":
        return None
    texts = at + 1
    heads: list[str] = []
    while texts < len(tokens) and (kind := goal_kind(tokens[texts][1])) != "text":
        heads.append(kind)
        texts += 1
    end = min(texts + max(2, len(heads)), len(tokens))
    while end > texts and _begins_something(tokens, end - 1):
        end -= 1
    if not heads:
        return _Step([tokens[at:end]], end)
    return _Step([tokens[at:texts], tokens[texts:end]], end)


def _begins_something(tokens: list[Token], at: int) -> bool:
    """Whether a line begins the next block, so that a goal that was left empty ends before it."""
    text = tokens[at][1]
    return column_role(text) is not None or money_role(text) is not None or kind_of(text) == "side"


def _indicators(tokens: list[Token], at: int) -> _Step | None:
    start = at + 1 if kind_of(tokens[at][1]) == "side" else at
    begin = _end_of_headings(tokens, start)
    run = _one_row(tokens[start:begin])
    header = _header([*tokens[at:start], *run])
    if header is None or len(header.roles) <= FEWEST_HEADINGS:
        return None
    end = begin
    while end < len(tokens) and not _ends_body(tokens[end][1]):
        end += 1
    body = [token for token in tokens[begin:end] if kind_of(token[1]) != "empty-name"]
    if len(body) > MOST_BODY_TOKENS:
        raise FormatError(f"一张表的指标有 {len(body)} 行文字，超过 {MOST_BODY_TOKENS} 行的上限")
    return _Step([[*tokens[at:start], *run], *_split(body, header)], end)


def _header(row: list[Token]) -> Header | None:
    """Return the columns that a row of headings stands for, and the vertical label before them."""
    cells = tuple(GridCell(row=0, column=at, text=text) for at, (_, text) in enumerate(row))
    table = Table(Grid(ragged=True, cells=cells), 0)
    found = indicator_header(Line(text="", cells=cells, table=table))
    if found is None:
        return None
    side = Column(role="side", cell=GridCell(row=0, column=0))
    return replace(found, columns=(side, *found.columns))


def _end_of_headings(tokens: list[Token], start: int) -> int:
    """Return where the headings end: before the first level, or behind the last known one."""
    known = start
    while known < len(tokens) and column_role(tokens[known][1]) is not None:
        known += 1
    end = known
    while end < min(len(tokens), start + MOST_HEADINGS) and _may_head(tokens[end][1]):
        end += 1
    return end if end < len(tokens) and kind_of(tokens[end][1]) in _BODY_STARTS else known


MOST_HEADINGS = 30
_BODY_STARTS = {"level1", "level1-points", "side"}


def _may_head(text: str) -> bool:
    return column_role(text) is not None or kind_of(text) == "words"


def _one_row(run: list[Token]) -> list[Token]:
    """Return two heading rows as one: levels first, split headings in the place of their parent."""
    roles = [column_role(text) for _, text in run]
    levels = [at for at, role in enumerate(roles) if role in {"level1", "level2", "name"}]
    if levels and levels[0]:
        return [*run[levels[0] :], *run[: levels[0]]]
    again = next((at for at, role in enumerate(roles) if role and role in roles[:at]), None)
    if again is None:
        return run
    lower, parent = again, roles.index(roles[again])
    while lower - 1 > parent and roles[lower - 1] in _NEVER_ABOVE:
        lower -= 1
    return [*run[:parent], *run[lower:], *run[parent + 1 : lower]]


_NEVER_ABOVE = {"nature", "operator", "unit", None}
"""Headings that stand in the lower of two rows, where there are two."""


def _ends_body(text: str) -> bool:
    if label_of(text) in {"total", "conclusion"} or bare(text) in headings().texts:
        return True
    return begins_notes(text) or is_title(Line(text=text)) or bool(labelled_parts(text))


# Empty cells left no trace: more often than not a column that nobody knows is empty.
_UNKNOWN_COSTS = dict.fromkeys(("level1", "level1-points", "level2", "both", "side"), 6.0) | {
    "words": 1.5,
    "prose": 1.5,
    "value": 1.5,
}


def _split(body: list[Token], header: Header) -> list[list[Token]]:
    """Return the body cut into rows at the lowest total cost."""
    longest = len(header.columns) + 1
    costs = {**indicator_costs(header), UNKNOWN: _UNKNOWN_COSTS}
    best = [0.0] + [float("inf")] * len(body)
    cut = [0] * (len(body) + 1)
    cells = [GridCell(row=0, column=0, text=text) for _, text in body]
    for end in range(1, len(body) + 1):
        for start in range(max(0, end - longest), end):
            row = read_row(tuple(cells[start:end]), header, costs, INDICATOR_SKIPS)
            price = best[start] + row.cost + _NEW_ROW
            if price < best[end]:
                best[end], cut[end] = price, start
    rows: list[list[Token]] = []
    end = len(body)
    while end:
        rows.append(body[cut[end] : end])
        end = cut[end]
    return rows[::-1]


def _closing(tokens: list[Token], at: int) -> _Step | None:
    text = tokens[at][1]
    if label_of(text) == "total":
        end = at + 1
        while end < len(tokens) and kind_of(tokens[end][1]) in {"number", "dash"}:
            end += 1
        return _Step([tokens[at:end]], end)
    if label_of(text) == "conclusion" or bare(text) in headings().texts:
        return _Step([tokens[at : at + 2]], min(at + 2, len(tokens)))
    return None
