"""The headings of a table with one cell a line: one run, though they stood in two rows."""

from msgspec.structs import replace

from jiheng.model.document import Grid, GridCell
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import Column, Header, indicator_header
from jiheng.readers.recognise.lines import Line, Table
from jiheng.rulebook.headings import column_role

Token = tuple[int, str]
"""A line number from 1 and its text."""


def known_headings(tokens: list[Token], at: int) -> int:
    """Return how many fields the headings name that start at a line; 0 where none starts."""
    if column_role(tokens[at][1]) is None:
        return 0
    texts = [text for _, text in tokens[at : end_of_headings(tokens, at)]]
    return len({column_role(text) for text in texts} - {None})


def header_of(row: list[Token]) -> Header | None:
    """Return the columns that a row of headings stands for, and the vertical label before them."""
    cells = tuple(GridCell(row=0, column=at, text=text) for at, (_, text) in enumerate(row))
    table = Table(Grid(ragged=True, cells=cells), 0)
    found = indicator_header(Line(text="", cells=cells, table=table))
    if found is None:
        return None
    side = Column(role="side", cell=GridCell(row=0, column=0))
    return replace(found, columns=(side, *found.columns))


def end_of_headings(tokens: list[Token], start: int) -> int:
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


def one_row(run: list[Token]) -> list[Token]:
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
