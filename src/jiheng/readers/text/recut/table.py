"""A table of text some of whose rows lost separators: every row in its own columns."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.money import money_unit
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.columns import (
    UNHEADED,
    WAYS,
    Roles,
    block_fits,
    block_skip,
    column_fit,
    likeliest,
    role_of,
    roles_of,
)
from jiheng.readers.text.recut.decode import Effort, Fits, readings
from jiheng.readers.text.recut.joints import SoftRow, soft_row
from jiheng.readers.text.recut.kinds import HEADS, RowKind, block_below, kinds_of_rows
from jiheng.readers.text.recut.labels import FITS, GLUED, heading_fit

FEWEST_COLUMNS = 3
FEWEST_WHOLE = 0.2
"""Such a share of the rows has all separators, some of them behind the last cell."""
MOST_AWAY = 40
"""Rows so far from each other do not belong to one form."""
MOST_CUT = 300
"""Rows of one table that are cut again at most."""
_MISPLACED, _UNFILLED = 3.0, 2.0
_FIT_OF_COLUMN, _NO_LABEL = 0.6, 1.0
_ALWAYS, _FEWEST_TO_TELL = 1.2, 2
_GOALS: set[RowKind] = {"goal", "goal-heading"}
_MATTERS: set[RowKind] = {"matter", "matter-heading"}
GOAL_LEFT_OUT = 1.6
_TO_THE_RIGHT = 0.02
"""Where nothing else tells, headings stand to the right: labels left of them are wide."""


Cells = Sequence[tuple[int, str]]
"""Column and text of the cells of a row."""


class CutRow(Struct, frozen=True, kw_only=True):
    """A row in its columns.

    Attributes:
        line: its line in the text.
        is_sure: its cells are as its separators say.
    """

    line: int
    cells: tuple[tuple[int, str], ...]
    is_sure: bool


def recut(lines: Sequence[tuple[int, str]], effort: Effort) -> list[CutRow] | None:
    """Return the rows of a table in their columns; None where none lost a separator.

    The widest rows tell how many columns there are. They must be padded to that width: in a text
    whose rows simply end behind their last cell, a narrow row lost nothing.
    """
    filled = [(number, text) for number, text in lines if text.strip()]
    if not lost_separators([text for _, text in filled]):
        return None
    rows = [soft_row(number, text) for number, text in filled]
    return _Table(rows, max(row.columns for row in rows), effort).cut()


def lost_separators(rows: Sequence[str]) -> bool:
    """Whether some rows of a table, none of them blank, lost separators that the others have."""
    counts = Counter(row.count("\t") for row in rows)
    tabs = max(counts, default=0)
    if tabs + 1 < FEWEST_COLUMNS or counts[tabs] < max(2, *counts.values()):
        return False
    if counts[tabs] < FEWEST_WHOLE * len(rows) or not 0 < len(rows) - counts[tabs] <= MOST_CUT:
        return False
    return any(row.count("\t") == tabs and row.rstrip(" \u3000\xa0").endswith("\t") for row in rows)


class _Table:
    """Rows, what they are, and those that are already in their columns."""

    def __init__(self, rows: list[SoftRow], width: int, effort: Effort) -> None:
        self.rows = rows
        self.width = width
        self.effort = effort
        self.kinds = kinds_of_rows([row.text for row in rows])
        self.done: list[CutRow] = []
        self.roles: Roles = ()

    def cut(self) -> list[CutRow]:
        """Return every row in its columns; below a heading that was cut again none is sure."""
        is_known = True
        for at, row in enumerate(self.rows):
            kind = self.kinds[at]
            done = _whole(row, is_sure=True) if self._is_whole(row) else self._recut(at)
            if kind in HEADS:
                is_lower = at > 0 and self.kinds[at - 1] == kind == "heading"
                is_known = done.is_sure and (is_known or not is_lower)
                self._head(done, kind, is_lower=is_lower)
            elif kind in {"row", "money"} and not is_known:
                done = replace(done, is_sure=False)
            self.done.append(done)
        return self.done

    def _is_whole(self, row: SoftRow) -> bool:
        return row.columns >= self.width

    def _head(self, heading: CutRow, kind: RowKind, *, is_lower: bool) -> None:
        """Take over the roles of a heading row; a lower row goes before the upper one."""
        roles: list[str | None] = list(self.roles) if is_lower else [None] * self.width
        cells = [(column, plain(text)) for column, text in heading.cells[: self.width]]
        headed = [column for column, text in cells if text]
        named = roles_of([text for _, text in cells if text], kind)
        for column, role in zip(headed, named, strict=True):
            roles[column] = role
        self.roles = tuple(roles)

    def _recut(self, at: int) -> CutRow:
        row, kind = self.rows[at], self.kinds[at]
        fits, skips = self._fits(at), self._skips(at)
        found = readings(row, fits, skips, self.effort, is_grid=True, most=WAYS.get(kind, 1))
        if not found:
            return _whole(row, is_sure=False)
        texts = dict(likeliest(found, kind, self.roles).cells)
        cells = tuple((column, texts.get(column, "")) for column in range(self.width))
        return CutRow(line=row.line, cells=cells, is_sure=False)

    def _fits(self, at: int) -> Fits:
        kind = self.kinds[at]
        if kind in HEADS:
            return self._heading_fits(at, kind)
        seen = self._seen(at)
        if kind in {"row", "money"} and self.roles:
            return block_fits(kind, self.roles, seen)
        fit = FITS.get(kind, FITS["labels"])
        used = [0.0 if texts else UNHEADED for texts in seen]
        return lambda text: [fit(text) + unused for unused in used]

    def _skips(self, at: int) -> list[float]:
        kind = self.kinds[at]
        columns = range(self.width)
        if kind in HEADS:
            lower = self._lower(at)
            filled = [any(map(_is_value, texts)) for texts in self._below(at)]
            return [_UNFILLED * (filled[column] and column not in lower) for column in columns]
        if kind == "goal" and self.kinds[at - 1] == "goal-heading":
            headed = {column for column, text in self.done[at - 1].cells if text.strip()}
            first = self.rows[at].lead
            return [GOAL_LEFT_OUT * (column in headed and column >= first) for column in columns]
        always = self._always_filled(at) if kind in {"row", "money", "matter"} else set[int]()
        if kind not in {"row", "money"} or not self.roles:
            return [GOAL_LEFT_OUT * (column in always) for column in columns]
        return [
            block_skip(kind, role) + _ALWAYS * (column in always)
            for column, role in enumerate(self.roles)
        ]

    def _heading_fits(self, at: int, kind: RowKind) -> Fits:
        """Return the prices of headings: by their words, and by what stands below them."""
        texts, lower = self._below(at), self._lower(at)

        def place(column: int, role: str | None) -> float:
            if column in lower:
                return _MISPLACED * (column - 1 in lower)
            return column_fit(texts[column], role, kind)

        @lru_cache(maxsize=4_000)
        def fits(text: str) -> list[float]:
            price, role = heading_fit(text, kind), role_of(text, kind)
            places = [_FIT_OF_COLUMN * place(column, role) for column in range(self.width)]
            if money_unit(text) is not None and price <= GLUED:
                places = [-price, *(each + _NO_LABEL for each in places[1:])]
            right = [_TO_THE_RIGHT * (self.width - column) for column in range(self.width)]
            return [price + each + far for each, far in zip(places, right, strict=True)]

        return fits

    def _seen(self, at: int) -> list[set[str]]:
        """Return for each column the texts that whole rows of the same kind hold near by."""
        texts: list[set[str]] = [set() for _ in range(self.width)]
        for cells in self._neighbours(at):
            for column, text in cells[: self.width]:
                if text.strip():
                    texts[column].add(plain(text))
        return texts

    def _neighbours(self, at: int) -> Sequence[Cells]:
        """Return the cells of the whole rows of the same kind; of goals, of those above too."""
        if self.kinds[at] in _MATTERS:
            kinds, rows, above = _MATTERS, range(len(self.rows)), 0
        elif self.kinds[at] not in _GOALS:
            kinds, rows, above = {self.kinds[at]}, self._block(at), 0
        else:
            kinds, rows, above = _GOALS, self._near(at), len(self.done)
        return [
            self.done[other].cells if other < above else self.rows[other].cells
            for other in rows
            if self.kinds[other] in kinds
            and (other < above or (other != at and self._is_whole(self.rows[other])))
        ]

    def _block(self, at: int) -> range:
        """Return the rows from the heading above to the next heading, where a row has one."""
        near = self._near(at)
        if self.kinds[at] not in {"row", "money"}:
            return near
        start = at
        while start > near.start and self.kinds[start] not in HEADS:
            start -= 1
        end = at + 1
        while end < near.stop and self.kinds[end] not in HEADS:
            end += 1
        return range(start, end)

    def _near(self, at: int) -> range:
        return range(max(0, at - MOST_AWAY), min(len(self.rows), at + MOST_AWAY))

    def _always_filled(self, at: int) -> set[int]:
        """Return the columns in which every whole row of the block holds something."""
        rows = [
            {column for column, text in cells if text.strip()} for cells in self._neighbours(at)
        ]
        if len(rows) < _FEWEST_TO_TELL:
            return set()
        return {column for column in rows[0] if all(column in row for row in rows)}

    def _below(self, at: int) -> list[set[str]]:
        """Return for each column the texts of the whole rows below a heading."""
        kind = block_below(self.kinds[at])
        rows = range(at + 1, len(self.rows))
        first = next((other for other in rows if self.kinds[other] == kind), None)
        if first is None:
            return [set() for _ in range(self.width)]
        texts = self._seen(first)
        for column, text in self.rows[first].cells if self._is_whole(self.rows[first]) else ():
            if text.strip() and column < self.width:
                texts[column].add(plain(text))
        return texts

    def _lower(self, at: int) -> set[int]:
        """Return the columns of a second heading row below the first."""
        if self.kinds[at + 1 : at + 2] != ["heading"] or not self._is_whole(self.rows[at + 1]):
            return set()
        return {column for column, text in self.rows[at + 1].cells if text.strip()}


def _whole(row: SoftRow, *, is_sure: bool) -> CutRow:
    return CutRow(line=row.line, cells=tuple(row.cells), is_sure=is_sure)


def _is_value(text: str) -> bool:
    return kind_of(text) in {"number", "amount", "percent", "value", "dash"}
