"""A table of text rows as many of which have lost separators: every row in its own columns."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.recognise.money import money_unit
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.agree import indicator_odds, money_odds
from jiheng.readers.text.recut.decode import Fits, Reading, readings
from jiheng.readers.text.recut.fits import (
    NEVER,
    indicator_fit,
    indicator_skip,
    money_fit,
    money_skip,
)
from jiheng.readers.text.recut.joints import SoftRow, soft_row
from jiheng.readers.text.recut.kinds import RowKind, block_below, kind_of_row
from jiheng.readers.text.recut.labels import FITS, heading_fit, heading_role, label_odds
from jiheng.rulebook.headings import column_role_by_stem, money_role_by_stem

FEWEST_WHOLE = 0.2
"""Such a share of the rows has all separators, some of them behind the last cell."""
FEWEST_COLUMNS = 3
_ODD, _ODD_HEADING = 8.0, 3.0
_SEEN = 0.4
_UNHEADED, _EMPTY = 0.3, 1.0
_FIT_OF_COLUMN = 0.6
_ALWAYS, _FEWEST_TO_TELL = 1.2, 2
_GOAL_LEFT_OUT = 1.6
_TO_THE_RIGHT = 0.02
"""Where nothing else tells, headings stand to the right: labels left of them are wide."""
_GOALS = {"goal", "goal-heading"}


class CutRow(Struct, frozen=True, kw_only=True):
    """A row in its columns.

    Attributes:
        line: its line in the text.
        is_sure: its cells are as its separators say.
    """

    line: int
    cells: tuple[tuple[int, str], ...]
    is_sure: bool


def recut(lines: Sequence[tuple[int, str]]) -> list[CutRow] | None:
    """Return the rows of a table whose rows are as wide as most; None where none lost anything."""
    rows = [soft_row(number, text) for number, text in lines if text.strip()]
    if not rows:
        return None
    width = max(row.columns for row in rows)
    whole = [row for row in rows if row.columns == width]
    if width < FEWEST_COLUMNS or len(whole) < max(2, FEWEST_WHOLE * len(rows)):
        return None
    if len(whole) == len(rows) or not any(row.tail for row in whole):
        return None
    return _Table(rows, width).cut()


class _Table:
    """Rows and what they are."""

    def __init__(self, rows: list[SoftRow], width: int) -> None:
        self.rows = rows
        self.width = width
        self.kinds: list[RowKind] = []
        self.done: list[CutRow] = []
        block: RowKind = "labels"
        for row in rows:
            kind = kind_of_row(row.text, block)
            self.kinds.append(kind)
            block = block_below(kind)

    def cut(self) -> list[CutRow]:
        """Return every row in its columns."""
        roles: tuple[str | None, ...] = ()
        is_known = True
        for at, row in enumerate(self.rows):
            kind = self.kinds[at]
            done = self._whole(row) if self.is_whole(row) else self._recut(at, roles)
            if kind in {"heading", "money-heading"}:
                is_lower = at > 0 and self.kinds[at - 1] == kind == "heading"
                is_known = done.is_sure and (is_known or not is_lower)
                roles = self._roles(done, kind, roles if is_lower else ())
            elif kind in {"row", "money"} and not is_known:
                done = replace(done, is_sure=False)
            self.done.append(done)
        return self.done

    def is_whole(self, row: SoftRow) -> bool:
        """Whether a row lost nothing."""
        return row.columns >= self.width

    def _whole(self, row: SoftRow) -> CutRow:
        return CutRow(line=row.line, cells=tuple(row.cells), is_sure=True)

    def _recut(self, at: int, roles: tuple[str | None, ...]) -> CutRow:
        row, kind = self.rows[at], self.kinds[at]
        most = _WAYS.get(kind, 4)
        fits, skips = self._fits(at, roles), self._skips(at, roles)
        found = readings(row, fits, skips, is_grid=True, most=most)
        if not found:
            return CutRow(line=row.line, cells=tuple(row.cells), is_sure=False)
        best = min(found, key=lambda reading: reading.cost + _odds(reading, kind, roles))
        return CutRow(line=row.line, cells=self._filled(best), is_sure=False)

    def _filled(self, reading: Reading) -> tuple[tuple[int, str], ...]:
        texts = dict(reading.cells)
        return tuple((column, texts.get(column, "")) for column in range(self.width))

    def _skips(self, at: int, roles: tuple[str | None, ...]) -> list[float]:
        kind = self.kinds[at]
        if kind in {"heading", "money-heading"}:
            lower = self._lower(at)
            return [
                _EMPTY * (any(map(_has_value, texts)) and column not in lower)
                for column, texts in enumerate(self._below(at))
            ]
        if kind == "goal" and self.kinds[at - 1] == "goal-heading":
            headed = {column for column, text in self.done[at - 1].cells if text.strip()}
            first = self.rows[at].lead
            return [_GOAL_LEFT_OUT * (at in headed and at >= first) for at in range(self.width)]
        if kind not in {"row", "money"} or not roles:
            return [0.0] * self.width
        skip = indicator_skip if kind == "row" else money_skip
        always = self._always_filled(at)
        return [skip(role) + _ALWAYS * (column in always) for column, role in enumerate(roles)]

    def _always_filled(self, at: int) -> set[int]:
        """Return the columns in which every whole row of the block holds something."""
        rows = [
            {column for column, text in self.rows[other].cells if text.strip()}
            for other in self._block(at)
            if self.kinds[other] == self.kinds[at] and self.is_whole(self.rows[other])
        ]
        return set.intersection(*rows) if len(rows) >= _FEWEST_TO_TELL else set()

    def _fits(self, at: int, roles: tuple[str | None, ...]) -> Fits:
        kind = self.kinds[at]
        if kind in {"heading", "money-heading"}:
            return self._heading_fits(at, kind)
        seen = self._seen(at)
        if kind in {"row", "money"} and roles:
            return self._block_fits(kind, roles, seen)
        fit = FITS.get(kind, FITS["labels"])
        used = [bool(texts) for texts in seen]

        def fits(text: str) -> list[float]:
            price = fit(text)
            return [price if is_used else price + _UNHEADED for is_used in used]

        return fits

    def _seen(self, at: int) -> list[set[str]]:
        """Return for each column the texts that whole rows of the same kind hold near by."""
        texts: list[set[str]] = [set() for _ in range(self.width)]
        if self.kinds[at] in _GOALS:
            return self._seen_of_goals(at)
        for other in self._block(at):
            if self.kinds[other] == self.kinds[at] and self.is_whole(self.rows[other]):
                for column, text in self.rows[other].cells[: self.width]:
                    if text.strip():
                        texts[column].add(plain(text))
        return texts

    def _seen_of_goals(self, at: int) -> list[set[str]]:
        """Return the texts of the other rows of the goals, those above as they were cut."""
        texts: list[set[str]] = [set() for _ in range(self.width)]
        for other, row in enumerate(self.rows):
            is_done = other < at or self.is_whole(row)
            if other != at and self.kinds[other] in _GOALS and is_done:
                cells = self.done[other].cells if other < at else row.cells
                for column, text in cells[: self.width]:
                    if text.strip():
                        texts[column].add(plain(text))
        return texts

    def _block(self, at: int) -> range:
        """Return the rows from the heading above to the next heading, where a row has one."""
        if self.kinds[at] not in {"row", "money", "heading", "money-heading"}:
            return range(len(self.rows))
        heads = {"heading", "money-heading"}
        start = at
        while start and self.kinds[start] not in heads:
            start -= 1
        end = at + 1
        while end < len(self.rows) and self.kinds[end] not in heads:
            end += 1
        return range(start, end)

    def _block_fits(
        self, kind: RowKind, roles: tuple[str | None, ...], seen: list[set[str]]
    ) -> Fits:
        apart = "nature" in roles or "unit" in roles
        kinds = [{kind_of(text) for text in texts} for texts in seen]
        first = min((at for at, role in enumerate(roles) if _is_value(role)), default=0)

        @lru_cache(maxsize=4_000)
        def fits(text: str) -> list[float]:
            prices: list[float] = []
            own = kind_of(text)
            for column, role in enumerate(roles):
                if kind == "row":
                    price = _ODD if role is None else indicator_fit(role, text, apart=apart)
                elif role is None or role == UNKNOWN:
                    price = money_fit("label", text) if column < first else _ODD
                else:
                    price = money_fit(role, text)
                is_seen = own in kinds[column] if role in _OPEN else text in seen[column]
                if is_seen and price < NEVER:
                    price = min(price, _SEEN)
                prices.append(price)
            return prices

        return fits

    def _heading_fits(self, at: int, kind: RowKind) -> Fits:
        below = block_below(kind)
        texts = self._below(at)
        lower = self._lower(at)

        @lru_cache(maxsize=4_000)
        def fits(text: str) -> list[float]:
            price = heading_fit(text, kind)
            role = heading_role(text, kind) or _by_stem(text, kind)
            in_place = [
                _column_fit(texts[column], role, below)
                if column not in lower
                else _ODD_HEADING * (column - 1 in lower)
                for column in range(self.width)
            ]
            if money_unit(text) is not None:
                in_place = [-price, *(fit + _EMPTY for fit in in_place[1:])]
            return [
                price + _FIT_OF_COLUMN * fit + _TO_THE_RIGHT * (self.width - column)
                for column, fit in enumerate(in_place)
            ]

        return fits

    def _lower(self, at: int) -> set[int]:
        """Return the columns of a second heading row below the first."""
        if self.kinds[at + 1 : at + 2] != ["heading"] or not self.is_whole(self.rows[at + 1]):
            return set()
        return {column for column, text in self.rows[at + 1].cells if text.strip()}

    def _below(self, at: int) -> list[set[str]]:
        """Return for each column the texts of the whole rows below a heading."""
        below = block_below(self.kinds[at])
        first = next((other for other in range(at, len(self.rows)) if self.kinds[other] == below), at)
        return self._seen(first) if first != at else [set() for _ in range(self.width)]

    def _roles(
        self, heading: CutRow, kind: RowKind, above: tuple[str | None, ...]
    ) -> tuple[str | None, ...]:
        """Return the role of each column; a lower heading row goes before the upper one."""
        roles: list[str | None] = list(above) or [None] * self.width
        for column, text in heading.cells[: self.width]:
            word = plain(text)
            if word:
                role = heading_role(word, kind)
                if role == UNKNOWN and kind == "heading":
                    role = "side"
                roles[column] = role or _by_stem(word, kind) or UNKNOWN
        return tuple(roles)


_WAYS: dict[str, int] = {"money": 60, "row": 12, "labels": 8, "text": 8}
"""So many readings of a row are compared by how well their cells agree."""


def _odds(reading: Reading, kind: RowKind, roles: tuple[str | None, ...]) -> float:
    if kind in {"labels", "text"}:
        return label_odds([text for _, text in reading.cells])
    if kind not in _WAYS or not roles:
        return 0.0
    texts = {role: text for column, text in reading.cells if (role := roles[column]) is not None}
    return money_odds(texts) if kind == "money" else indicator_odds(texts)


_OFTEN_EMPTY = {"reason", "method", "level1", "level2", "deviation", "side", "unit"}
_OPEN = {"level1", "level2", UNKNOWN, None}
"""Roles that hold what a place likes to write: a kind of text that neighbours hold is right."""


def _has_value(text: str) -> bool:
    return kind_of(text) in {"number", "amount", "percent", "value", "dash"}


def _is_value(role: str | None) -> bool:
    return role is not None and not role.startswith(UNKNOWN) and role != "source"


def _by_stem(text: str, kind: RowKind) -> str | None:
    return column_role_by_stem(text) if kind == "heading" else money_role_by_stem(text)


def _column_fit(texts: set[str], role: str | None, below: str) -> float:
    """Return how badly what stands in a column fits a heading, on average."""
    if role is None or role == UNKNOWN:
        return _UNHEADED
    if not texts:
        return _UNHEADED if role in _OFTEN_EMPTY else _EMPTY
    prices = [
        min(
            _ODD_HEADING,
            indicator_fit(role, text, apart=False) if below == "row" else money_fit(role, text),
        )
        for text in texts
    ]
    return sum(prices) / len(prices)
