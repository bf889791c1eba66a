"""One cell a line: which lines make a row is told by what they hold."""

from collections.abc import Callable
from typing import NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.model.document import GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_COSTS, INDICATOR_SKIPS
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.header import FEWEST_HEADINGS, UNKNOWN, Column, Header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import money_label
from jiheng.readers.recognise.row import read_row
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
    start = at + 1 if bare(tokens[at][1]) in headings().money_block else at
    roles = _run([text for _, text in tokens], start, money_role)
    if len(roles) < FEWEST_HEADINGS:
        return None
    end = start + len(roles)
    rows = [tokens[at:end]]
    while end + 1 < len(tokens) and _is_money_line(tokens[end][1], tokens[end + 1][1]):
        begin, end = end, end + 1
        while end < len(tokens) and _is_money_value(tokens[end][1]):
            end += 1
        rows.append(tokens[begin:end])
    return _Step(rows, end)


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
    texts = [text for _, text in tokens]
    start = at + 1 if kind_of(texts[at]) == "side" else at
    columns = _heading_columns(tokens, start)
    if len(columns) <= FEWEST_HEADINGS:
        return None
    roles = tuple(columns)
    begin = start
    while begin < len(tokens) and column_role(texts[begin]) is not None:
        begin += 1
    if begin + 1 < len(tokens) and _heads_unknown(texts[begin], texts[begin + 1]):
        roles = (*roles, UNKNOWN)
        columns[UNKNOWN] = tokens[begin]
        begin += 1
    end = begin
    while end < len(tokens) and not _ends_body(texts[end]):
        end += 1
    body = [token for token in tokens[begin:end] if kind_of(token[1]) != "empty-name"]
    header = Header(
        ragged=True,
        columns=tuple(
            Column(role=role, cell=GridCell(row=0, column=0)) for role in ("side", *roles)
        ),
    )
    if len(body) > MOST_BODY_TOKENS:
        raise FormatError(f"一张表的指标有 {len(body)} 行文字，超过 {MOST_BODY_TOKENS} 行的上限")
    heading = [*tokens[at:start], *columns.values()]
    return _Step([heading, *_split(body, header)], end)


def _heads_unknown(text: str, below: str) -> bool:
    """Whether a line after the headings is one more: a label of texts right above a level."""
    return bare(text) in headings().texts and kind_of(below) in {"level1", "level1-points"}


def _heading_columns(tokens: list[Token], start: int) -> dict[str, Token]:
    """Return the headings by role, those of a lower row before what the upper row has besides."""
    run: list[tuple[str, Token]] = []
    for token in tokens[start:]:
        role = column_role(token[1])
        if role is None:
            break
        run.append((role, token))
    columns: dict[str, Token] = {}
    for role, token in _one_row(run):
        columns.setdefault(role, token)
    return columns


def _one_row(run: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """Return two heading rows as one: levels first, split headings in the place of their parent."""
    roles = [role for role, _ in run]
    levels = [at for at, role in enumerate(roles) if role in {"level1", "level2", "name"}]
    if levels and levels[0]:
        return [*run[levels[0] :], *run[: levels[0]]]
    again = next((at for at, role in enumerate(roles) if role in roles[:at]), None)
    if again is None:
        return run
    lower = again
    while roles[lower - 1] in {"nature", "unit"}:
        lower -= 1
    parent = roles.index(roles[again])
    return [*run[:parent], *run[lower:], *run[parent + 1 : lower]]


def _ends_body(text: str) -> bool:
    return label_of(text) in {"total", "conclusion"} or bare(text) in headings().texts


def _split(body: list[Token], header: Header) -> list[list[Token]]:
    """Return the body cut into rows at the lowest total cost."""
    longest = len(header.columns) + 1
    best = [0.0] + [float("inf")] * len(body)
    cut = [0] * (len(body) + 1)
    cells = [GridCell(row=0, column=0, text=text) for _, text in body]
    for end in range(1, len(body) + 1):
        for start in range(max(0, end - longest), end):
            row = read_row(tuple(cells[start:end]), header, INDICATOR_COSTS, INDICATOR_SKIPS)
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
