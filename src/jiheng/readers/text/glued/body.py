"""The indicators of a form that has no separators, cut into rows and cells at the lowest cost."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, OTHER_SKIP
from jiheng.readers.text.glued.agreeing import with_agreeing_values
from jiheng.readers.text.glued.cuts import cuts_of, parts_at_blanks
from jiheng.readers.text.glued.prices import cell_fit
from jiheng.readers.text.recut.decode import Effort
from jiheng.readers.text.recut.figures import NEVER
from jiheng.readers.text.recut.joints import Cut

LONGEST_CELL = 80
_NEW_ROW, _NOTHING_MORE = 0.2, 0.3
_SAME_AGAIN = -1.0
_LEVELS = {"side", "level1", "level2"}
_DOTS = re.compile(r"\.{3,}|…+|。{2,}")
BROKEN = re.compile(r"(?<=[\u3000-\u9fff])[ \t\u3000\xa0\n]+(?=[\u3000-\u9fff])")
"""Blanks between two Chinese characters, mostly where a line was broken."""
_EMPTY_NAMES = re.compile(
    r"指标\s*[\dL]{1,2}\s*[:：.]\s*(?=指标\s*[\dL]|产出|效益|满意度|[\u4e00-\u9fff\s]{2,8}指标|$)"
)
"""The names that a template numbers and a form leaves empty."""

Row = dict[str, str]
"""The texts of a row by role."""


class _Step(NamedTuple):
    """The last cell of a beginning of the body."""

    cost: float
    column: int
    text: str
    before: "_Step | None"
    is_first: bool


def rows_of_body(text: str, roles: Sequence[str], effort: Effort) -> list[Row]:
    """Return the indicators of a body, each by the roles of its heading."""
    at_blanks = parts_at_blanks(text)
    plain = text if at_blanks else BROKEN.sub("", text)
    body = _Body(roles, at_blanks=at_blanks)
    pieces = (_EMPTY_NAMES.sub("", piece) for piece in _DOTS.split(plain))
    read = [row for piece in pieces if piece.strip() for row in body.rows(piece)]
    return [with_agreeing_values(row, roles, effort) for row in _with_levels_above(read)]


def _with_levels_above(rows: list[Row]) -> list[Row]:
    """Return the rows that name an indicator, with the level of an empty one above."""
    named: list[Row] = []
    carried: Row = {}
    for row in rows:
        if "name" not in row or kind_of(row["name"]) == "empty-name":
            carried = {role: row[role] for role in ("level1", "level2") if role in row} or carried
            continue
        above = {"level1": carried["level1"]} if "level1" in carried else {}
        named.append({**above, **row})
        carried = {}
    return named


class _Body:
    """The columns of a body and what leaving them empty costs."""

    def __init__(self, roles: Sequence[str], *, at_blanks: bool) -> None:
        self.roles = roles
        self.at_blanks = at_blanks
        self.apart = bool({"nature", "operator", "unit"} & set(roles))
        self.echoes = [at for at, role in enumerate(roles) if role in {"actual", "score"}]
        self._fits = lru_cache(maxsize=20_000)(self._fits_of)
        self.before = [0.0, *accumulate(INDICATOR_SKIPS.get(role, OTHER_SKIP) for role in roles)]

    def rows(self, text: str) -> list[Row]:
        """Return the rows of a text at the lowest cost."""
        cuts = cuts_of(
            text,
            at_blanks=self.at_blanks,
            has_choices="is_core" in self.roles,
            has_units="unit" in self.roles,
        )
        best: list[dict[int, _Step]] = [{} for _ in cuts]
        best[0] = {-1: _Step(0.0, len(self.roles) - 1, "", None, False)}
        for begin in range(len(cuts) - 1):
            steps = [*best[begin].values()]
            if steps:
                entries = [self._entry(steps, column) for column in range(len(self.roles))]
                self._extend(text, cuts, begin, entries, best)
        last = min(best[-1].values(), key=lambda step: step.cost + self._rest(step), default=None)
        return _traced(last, self.roles)

    def _extend(
        self,
        text: str,
        cuts: list[Cut],
        begin: int,
        entries: list[tuple[float, bool, _Step]],
        best: list[dict[int, _Step]],
    ) -> None:
        """Add every cell that may begin at a cut, where it is the cheapest in its column."""
        kept = 0.0
        for end in range(begin + 1, len(cuts)):
            cell = text[cuts[begin].at : cuts[end].at].strip()
            if cuts[end].at - cuts[begin].at > LONGEST_CELL:
                return
            before = cuts[begin].price + kept
            for column, fit in self._fits(cell):
                cost, is_first, step = entries[column]
                again = _SAME_AGAIN if step.text == cell and column in self.echoes else 0.0
                if fit + again < NEVER:
                    price = cost + before + fit + again
                    known = best[end].get(column)
                    if known is None or price < known.cost:
                        best[end][column] = _Step(price, column, cell, step, is_first)
            kept += cuts[end].kept

    def _fits_of(self, cell: str) -> list[tuple[int, float]]:
        """Return the columns that may hold a cell, and what it costs there."""
        if not cell:
            return []
        fits = ((at, cell_fit(role, cell, apart=self.apart)) for at, role in enumerate(self.roles))
        return [(at, fit) for at, fit in fits if fit + _SAME_AGAIN < NEVER]

    def _entry(self, steps: list[_Step], column: int) -> tuple[float, bool, _Step]:
        """Return the cheapest way to come to a column: in the same row, or in a new one."""
        inside = [
            (step.cost + self.before[column] - self.before[step.column + 1], False, step)
            for step in steps
            if step.column < column
        ]
        anew = [
            (step.cost + self._rest(step) + _NEW_ROW + self.before[column], True, step)
            for step in steps
        ]
        return min((*inside, *anew), key=lambda entry: entry[0])

    def _rest(self, step: _Step) -> float:
        """Return what the cells missing behind the last one of a row cost."""
        role = self.roles[step.column]
        if role in _LEVELS or (role == "name" and kind_of(step.text) == "empty-name"):
            return _NOTHING_MORE
        return self.before[-1] - self.before[step.column + 1]


def _traced(step: _Step | None, roles: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    cells: list[tuple[str, str]] = []
    while step is not None and step.before is not None:
        cells.append((roles[step.column], step.text))
        if step.is_first:
            rows.append(dict(reversed(cells)))
            cells = []
        step = step.before
    return rows[::-1]
