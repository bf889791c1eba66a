"""Rows told by their numbered names alone, where a page tore the headings above them apart."""

import re
from itertools import pairwise

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import AT_HOME, INDICATOR_COSTS, content_cost
from jiheng.readers.text.recut.table import CutRow
from jiheng.readers.text.stream.headings import find_headings
from jiheng.readers.text.stream.words import ends_indicators
from jiheng.rulebook.headings import column_role, headings

Word = tuple[int, str]
"""A line number from 1 and a word between blanks."""

FEWEST_NAMES = 5
MOST_LINES = 0.5
"""Where most names have a line of their own, lines are rows, whatever their headings are."""
_NAME = re.compile(r"指标\d{1,2}[:：]\S")
_VALUES = ("target", "actual", "weight", "score")
_LEVELS = {"level2", "both"}


def numbered_rows(words: list[Word]) -> tuple[list[CutRow], range] | None:
    """Return the rows that numbered names begin, and which words they are made of.

    Only where no row of headings is left. The headings, wherever they came to stand, tell which
    columns there are and, by their order, how those follow each other. A row that does not hold
    one fitting value a column keeps its name alone.
    """
    names = [at for at, (_, word) in enumerate(words) if _NAME.match(word)]
    lines = {words[at][0] for at in names}
    if len(names) < FEWEST_NAMES or len(lines) > MOST_LINES * len(names):
        return None
    if _has_heading_row(words, names[0]):
        return None
    last = {role: at for at, (_, word) in enumerate(words) if (role := column_role(word))}
    roles = sorted((role for role in _VALUES if role in last), key=lambda role: last[role])
    if not {"target", "actual"} <= set(roles):
        return None
    titles = [headings().columns[role][0] for role in ("level2", "name", *roles)]
    rows = [CutRow(line=words[0][0], cells=tuple(enumerate(titles)), is_sure=False)]
    level: tuple[tuple[int, str], ...] = ()
    behind = range(names[-1] + 1, len(words))
    stop = next((at for at in behind if ends_indicators(words[at][1])), len(words))
    for begin, end in pairwise([*names, stop]):
        cells = [word for _, word in words[begin + 1 : end]]
        named = (*level, (1, words[begin][1]), *enumerate(_values(cells, roles), 2))
        rows.append(CutRow(line=words[begin][0], cells=named, is_sure=False))
        level = ((0, cells[-1]),) if cells and kind_of(cells[-1]) in _LEVELS else ()
    return rows, range(names[0], stop)


def _has_heading_row(words: list[Word], first_name: int) -> bool:
    """Whether headings stand in a row that ends above the first name."""
    found = (find_headings(words, at) for at in range(first_name) if column_role(words[at][1]))
    return any(run is not None and run.end <= first_name for run in found)


def _values(cells: list[str], roles: list[str]) -> list[str]:
    """Return the values of a row, [] where they are not one for each column."""
    own = [cell for cell in cells if kind_of(cell) not in _LEVELS]
    prices = (
        content_cost(INDICATOR_COSTS, role, kind_of(cell))
        for role, cell in zip(roles, own, strict=False)
    )
    is_whole = len(own) == len(roles) and all(price <= AT_HOME for price in prices)
    return own if is_whole else []
