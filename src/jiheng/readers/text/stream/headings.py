"""The run of headings over the indicators, in a text of one cell a line."""

from itertools import takewhile

from msgspec import Struct

from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.header import Header, indicator_header
from jiheng.readers.text.stream.cells import Cell, as_line, in_order
from jiheng.readers.text.stream.words import Token, heading_role, is_heading, is_short

LEADING_HEADINGS, FEWEST_HEADINGS = 3, 4
"""So many known headings begin the run, and so many are in it."""
MOST_HEADINGS = 30


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
        return in_order((*self.side, *self.tokens), 1 - len(self.side))

    def header(self) -> Header | None:
        """Return the columns as the readers of tables see them."""
        return indicator_header(as_line(self.row[len(self.side) :]))


def find_headings(tokens: list[Token], at: int) -> Headings | None:
    """Return the headings that begin at a line, or None."""
    start = at + 1 if kind_of(tokens[at][1]) == "side" else at
    leading = {heading_role(text) for _, text in tokens[start : start + LEADING_HEADINGS]}
    ahead = leading | _known_roles(tokens, start)
    if len(leading - {None}) < LEADING_HEADINGS or not {"name", "level2"} & ahead:
        return None
    has_levels = bool({"level1", "level2"} & ahead)
    end = _end_of_headings(tokens, start, has_levels=has_levels)
    roles = {heading_role(text) for _, text in tokens[start:end]} - {None}
    if len(roles) < FEWEST_HEADINGS:
        return None
    run = _one_row(tokens[start:end])
    return Headings(side=tuple(tokens[at:start]), tokens=tuple(run), end=end)


def _known_roles(tokens: list[Token], start: int) -> set[str | None]:
    """Return the roles of the known headings in a row: the upper of two rows may come first."""
    ahead = (text for _, text in tokens[start : start + MOST_HEADINGS])
    return {heading_role(text) for text in takewhile(is_heading, ahead)}


def _end_of_headings(tokens: list[Token], start: int, *, has_levels: bool) -> int:
    """Return where the headings end: above the first level, or else below the last known one."""
    known, roles = start, set[str | None]()
    for at in range(start, min(start + MOST_HEADINGS, len(tokens))):
        text = tokens[at][1]
        if has_levels and kind_of(text) in LEVELS:
            return at
        if not is_short(text) or (_POINTS & roles and kind_of(text) in _OF_ROWS):
            break
        # A name may hold the stem of a heading: of one that has been seen, most likely.
        if is_heading(text) or (known == at and heading_role(text) not in {None, *roles}):
            known = at + 1
            roles.add(heading_role(text))
    return known


_OF_ROWS = {"percent", "number"}
"""What stands in rows, below headings of which those of the points mostly are the last."""
_POINTS = {"weight", "score"}


def _one_row(run: list[Token]) -> list[Token]:
    """Return two rows of headings as one: those that divide a heading in its place."""
    roles = [heading_role(text) for _, text in run]
    levels = [at for at, role in enumerate(roles) if role in {"level1", "level2", "name"}]
    if levels and levels[0]:
        # The heading that is divided stands in both rows, once for all its parts.
        upper, lower = run[: levels[0]], run[levels[0] :]
        divided = set(roles[levels[0] :])
        return [*lower, *(token for token in upper if heading_role(token[1]) not in divided)]
    repeats = [at for at, role in enumerate(roles) if role and role in roles[:at]]
    if not repeats:
        return run
    again = repeats[-1]
    parent, lower = roles.index(roles[again]), again
    while lower - 1 > parent and roles[lower - 1] in _NEVER_ABOVE:
        lower -= 1
    is_divided = {*roles[lower:]} <= {*_NEVER_ABOVE, roles[again]} and len(run) - lower > 1
    return [*run[:parent], *run[lower:], *run[parent + 1 : lower]] if is_divided else run


_NEVER_ABOVE = {"nature", "operator", "unit", None}
"""Headings that stand in the lower of two rows, where there are two."""
