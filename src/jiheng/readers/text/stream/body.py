"""The rows of indicators below their headings, in a text of one cell a line."""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.model.document import Grid, GridCell
from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    INDICATOR_SKIPS,
    OTHER_SKIP,
    SURPLUS,
    Costs,
    content_cost,
    indicator_costs,
)
from jiheng.readers.recognise.header import UNKNOWN, Header, indicator_header
from jiheng.readers.recognise.lines import Line, Table
from jiheng.readers.text.stream.decode import Place, Prices, decode
from jiheng.readers.text.stream.words import Token, ends_indicators, heading_role, is_short

FEWEST_HEADINGS = 4
MOST_HEADINGS = 30
MOST_BODY_TOKENS = 5_000
_MORE_THAN_WEIGHT = 4.0
_PARAGRAPH = 2.5
_UNKNOWN_COLUMN = 1.2
_PROSE_COLUMNS = {"reason", "method", "review_reason"}
_PARAGRAPHS = {"prose", "words"}
_LEVELS = {"level1", "level1-points", "level2", "both"}


class Cell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell in its column.

    Attributes:
        is_sure: no other reading is nearly as likely.
    """

    line: int
    column: int
    text: str
    is_sure: bool = True


class Headings(Struct, frozen=True, kw_only=True):
    """The run of headings over the indicators.

    Attributes:
        side: the vertical label before them, if any.
        tokens: one a column, left to right.
        end: where the first row begins.
    """

    side: tuple[Token, ...]
    tokens: tuple[Token, ...]
    end: int

    @property
    def row(self) -> list[Cell]:
        """The row of the headings; the vertical label stands before the first column."""
        every = (*self.side, *self.tokens)
        first = 1 - len(self.side)
        return [
            Cell(line=line, column=first + at, text=text) for at, (line, text) in enumerate(every)
        ]

    def header(self) -> Header | None:
        """Return the columns as the readers of tables see them."""
        cells = tuple(
            GridCell(row=0, column=cell.column, text=cell.text, line=cell.line)
            for cell in self.row[len(self.side) :]
        )
        table = Table(Grid(cells=cells, ragged=True), 0)
        return indicator_header(Line(text="", cells=cells, table=table))


def find_headings(tokens: list[Token], at: int) -> Headings | None:
    """Return the headings that begin at a line, or None."""
    start = at + 1 if kind_of(tokens[at][1]) == "side" else at
    known: list[str] = []
    for _, text in tokens[start : start + FEWEST_HEADINGS]:
        role = heading_role(text)
        if role is None or role in known:
            return None
        known.append(role)
    if len(known) < FEWEST_HEADINGS or not {"name", "level2"} & set(known):
        return None
    end = _end_of_headings(tokens, start, has_levels="level1" in known or "level2" in known)
    run = _one_row(tokens[start:end])
    return Headings(side=tuple(tokens[at:start]), tokens=tuple(run), end=end)


def _end_of_headings(tokens: list[Token], start: int, *, has_levels: bool) -> int:
    """Return where the headings end: above the first level, or else below the last known one."""
    known = start
    for at in range(start, min(start + MOST_HEADINGS, len(tokens))):
        text = tokens[at][1]
        if has_levels and kind_of(text) in _LEVELS:
            return at
        if not is_short(text):
            break
        if heading_role(text) is not None:
            known = at + 1
    return known


def _one_row(run: list[Token]) -> list[Token]:
    """Return two rows of headings as one: those that divide a heading in its place."""
    roles = [heading_role(text) for _, text in run]
    levels = [at for at, role in enumerate(roles) if role in {"level1", "level2", "name"}]
    if levels and levels[0]:
        return [*run[levels[0] :], *run[: levels[0]]]
    again = next((at for at, role in enumerate(roles) if role and role in roles[:at]), None)
    if again is None:
        return run
    parent = roles.index(roles[again])
    lower = again
    while lower - 1 > parent and roles[lower - 1] in {"nature", "operator", "unit", None}:
        lower -= 1
    if lower == again and lower - 1 == parent:
        return run
    return [*run[:parent], *run[lower:], *run[parent + 1 : lower]]


def read_body(tokens: list[Token], start: int, header: Header) -> tuple[list[list[Cell]], int]:
    """Return the rows below the headings, and where they end.

    Raises:
        FormatError: there are too many lines.
    """
    end = start
    while end < len(tokens) and not ends_indicators(tokens[end][1]):
        end += 1
    body = [token for token in tokens[start:end] if kind_of(token[1]) != "empty-name"]
    if len(body) > MOST_BODY_TOKENS:
        raise FormatError(f"一张表的指标有 {len(body)} 行文字，超过 {MOST_BODY_TOKENS} 行的上限")
    columns = [0, *(column.cell.column for column in header.columns)]
    return _rows(body, decode(_prices(body, header)), columns), end


def _prices(body: list[Token], header: Header) -> Prices:
    costs = indicator_costs(header)
    roles = ("side", *header.roles)
    kinds = [kind_of(text) for _, text in body]
    take = {kind: [_take(costs, role, kind) for role in roles] for kind in set(kinds)}
    stay = {kind: [_stay(role, kind) for role in roles] for kind in set(kinds)}
    return Prices(
        take=[take[kind] for kind in kinds],
        stay=[stay[kind] for kind in kinds],
        skip=[INDICATOR_SKIPS.get(role, OTHER_SKIP) for role in roles],
        after=_above_weight(body, roles),
    )


def _take(costs: Costs, role: str, kind: str) -> float:
    """Return the price of a kind of content in a column.

    Columns of unknown headings must not swallow rows: what they hold is dear, and never a level.
    """
    if not role.startswith(UNKNOWN):
        return content_cost(costs, role, kind)
    return SURPLUS if kind in _LEVELS else _UNKNOWN_COLUMN


def _stay(role: str, kind: str) -> float:
    """Return the price of a cell that no column takes: a paragraph more, or one too many."""
    return _PARAGRAPH if role in _PROSE_COLUMNS and kind in _PARAGRAPHS else SURPLUS


def _above_weight(body: list[Token], roles: tuple[str, ...]) -> dict[tuple[int, int], list[float]]:
    """Return what weight and score side by side cost more where the score is the higher one."""
    if not {"weight", "score"} <= set(roles):
        return {}
    weight, score = roles.index("weight"), roles.index("score")
    points = [parse_points(text) for _, text in body]
    falls = -1 if weight < score else 1
    odd = [0.0] + [
        _MORE_THAN_WEIGHT
        if above is not None and here is not None and (above - here) * falls > 0
        else 0.0
        for above, here in pairwise(points)
    ]
    return {(min(weight, score), max(weight, score)): odd}


def _rows(body: list[Token], places: list[Place], columns: list[int]) -> list[list[Cell]]:
    rows: list[list[tuple[Token, Place]]] = []
    for token, place in zip(body, places, strict=True):
        if place.begins_row:
            rows.append([])
        rows[-1].append((token, place))
    return [_row(row, columns) for row in rows]


def _row(given: list[tuple[Token, Place]], columns: list[int]) -> list[Cell]:
    """Return the cells of a row; a place that may be another cell's is in doubt like that cell."""
    row: dict[int, Cell] = {}
    for (line, text), place in given:
        column = columns[place.column]
        if place.stays and kind_of(text) in _PARAGRAPHS:
            row[column] = replace(row[column], text=f"{row[column].text}\n{text}", is_sure=False)
            continue
        if place.stays:
            # One cell too many stands right of all columns, so that the row's reader sees it.
            column = max(columns[-1], *row) + 1
        row[column] = Cell(line=line, column=column, text=text, is_sure=not place.rivals)
    open_ = {columns[rival] for _, place in given for rival in place.rivals} - set(row)
    line = given[-1][0][0]
    cells = [*row.values(), *(Cell(line=line, column=c, text="", is_sure=False) for c in open_)]
    return sorted(cells, key=lambda cell: cell.column)
