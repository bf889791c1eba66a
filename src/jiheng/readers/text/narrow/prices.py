"""What the words of a page cost as the cells of its columns."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, OTHER_SKIP, SURPLUS
from jiheng.readers.recognise.header import UNKNOWN, Header
from jiheng.readers.text.broken_values import open_brackets
from jiheng.readers.text.narrow.joints import (
    APART,
    CHINESE,
    SENTENCES,
    VALUES,
    are_one_value,
    price_below,
    price_on_line,
)
from jiheng.readers.text.narrow.widths import is_full, slack, width_of
from jiheng.readers.text.recut.fits import indicator_fit
from jiheng.readers.text.stream.words import Token, begins_with_sign
from jiheng.rulebook.headings import bare
from jiheng.rulebook.words import qualitative

MOST_WORDS_OF_CELL, MOST_WORDS_OF_SENTENCE = 9, 24
MOST_GOING_ON = 3.5
"""Dearer than this no cell goes on."""
_POINTS = {"weight", "score", "review_score", "deduction"}
_SHORT = {"unit", "nature", "is_core", "side"}
"""Columns whose cells may be a single sign."""
_DEAREST = 8.0
_UNKNOWN_COLUMN = 1.5
_OPENS = 1.0
_SIGN_BEFORE_ACTUAL = 1.5
_END_ALONE = _UNENDED = 2.0
_HOLDS_LEVEL = 3.0
_ENDS_FULL = 0.3
_ONE_SIGN = 1.5
_TOO_WIDE = 1.0
_BELOW_EMPTY = 1.5
_UNIT_APART = 1.0
"""A unit below a number, where units have a column of their own."""
_MORE_THAN_WEIGHT = 4.0
_NO_REASON = 1.0
_NONE = "无"
_ENDS_VALUE = re.compile(r"及?以[上下内前]|左右|[月底]?底?日?前|之前|个?百分点")
_POINTS_NEAR = 3
"""So many words before a reason hold weight and score."""


class PagePrices:
    """Prices of the words of a page.

    Args:
        words: the words of the rows.
        header: the columns.
        empty: numbers of the lines without any text.
    """

    def __init__(self, words: list[Token], header: Header, empty: Sequence[int]) -> None:
        self.roles = ("side", *header.roles)
        self.widths: Mapping[str, float] = {}
        self._words = words
        self._texts = [text for _, text in words]
        self._points = [parse_points(text) for text in self._texts]
        self._is_apart = bool({"nature", "unit"} & {*header.roles})
        self._below_empty = [False] + [
            bisect_left(empty, above) < bisect_left(empty, here)
            for (above, _), (here, _) in pairwise(words)
        ]

    def skips(self) -> list[float]:
        """Return the price of leaving each column empty."""
        return [
            0.0 if role.startswith(UNKNOWN) else INDICATOR_SKIPS.get(role, OTHER_SKIP)
            for role in self.roles
        ]

    def lines(self, start: int, end: int) -> list[str]:
        """Return the lines of a cell."""
        by_line = groupby(self._words[start:end], key=lambda word: word[0])
        return [" ".join(text for _, text in line) for _, line in by_line]

    def taken(self, start: int, column: int) -> Iterator[float]:
        """Yield the price of a cell of one word, of two, and so on."""
        role = self.roles[column]
        width = self.widths.get(role)
        going_on = 0.0
        cell, line = "", ""
        for at in range(start, min(len(self._words), start + _most(role))):
            number, text = self._words[at]
            if at > start:
                same = number == self._words[at - 1][0]
                going_on += self._going_on(at, role, cell, line, width)
                line = f"{line} {text}" if same else text
            if going_on > MOST_GOING_ON:
                return
            line = line or text
            cell += text
            too_wide = width is not None and width_of(line) > width + 1 + slack(width)
            going_on += _TOO_WIDE * too_wide
            yield going_on + self._whole(role, cell, start, at + 1, line)

    def _going_on(self, at: int, role: str, cell: str, line: str, width: float | None) -> float:
        (above, upper), (number, lower) = self._words[at - 1], self._words[at]
        if above == number:
            return price_on_line(cell, upper, lower)
        price = price_below(role, cell, line, lower, width)
        if self._is_apart and line[-1].isdigit() and kind_of(lower) == "unit":
            price += _UNIT_APART
        return price + (_BELOW_EMPTY if self._below_empty[at] and price < APART else 0.0)

    def _whole(self, role: str, cell: str, start: int, end: int, line: str) -> float:
        """Return the price of a whole cell."""
        return (
            self._content(role, cell)
            + _OPENS * cell.startswith(("(", "（"))
            + _SIGN_BEFORE_ACTUAL * (role == "actual" and begins_with_sign(cell))
            + _ONE_SIGN * _is_one_sign(role, cell)
            + _END_ALONE * self._lacks_beginning(role, cell, start, end)
            + _UNENDED * (open_brackets(cell) > 0 or self._must_go_on(end))
            + _HOLDS_LEVEL * self._levels_inside(cell, start, end)
            + _ENDS_FULL * self._ends_full(role, line, end)
        )

    def _content(self, role: str, cell: str) -> float:
        if role.startswith(UNKNOWN):
            return SURPLUS if kind_of(cell) in LEVELS else _UNKNOWN_COLUMN
        return min(_DEAREST, indicator_fit(role, cell, apart=self._is_apart))

    def _lacks_beginning(self, role: str, cell: str, start: int, end: int) -> bool:
        """Whether a cell is the end of a value, 以上, or a unit and what follows it."""
        if _ENDS_VALUE.fullmatch(cell):
            return True
        return role in VALUES and end - start > 1 and kind_of(self._texts[start]) == "unit"

    def _must_go_on(self, end: int) -> bool:
        """Whether the words before and behind a place are two parts of one value."""
        if end == len(self._words):
            return False
        (above, upper), (number, lower) = self._words[end - 1], self._words[end]
        return are_one_value(upper, lower, on_line=above == number)

    def _levels_inside(self, cell: str, start: int, end: int) -> int:
        """Return how many levels stand in a cell that is none."""
        if end - start == 1 or kind_of(cell) in LEVELS:
            return 0
        return sum("指标" in text and kind_of(text) in LEVELS for text in self._texts[start:end])

    def _ends_full(self, role: str, line: str, end: int) -> bool:
        """Whether a cell ends where its line is full and the page goes on below."""
        width = self.widths.get(role)
        if width is None or end == len(self._words):
            return False
        is_below = self._words[end - 1][0] != self._words[end][0]
        return is_below and is_full(line, self._texts[end], width)

    def after(self, left: int, column: int, at: int) -> float:
        """Return what a cell costs more that begins at a word, by the cell before it."""
        pair = self.roles[left], self.roles[column]
        if pair == ("weight", "score"):
            return _MORE_THAN_WEIGHT * self._is_more(at, at - 1)
        if pair == ("score", "weight"):
            return _MORE_THAN_WEIGHT * self._is_more(at - 1, at)
        if pair[1] == "reason" and not self._texts[at].startswith(_NONE):
            near = self._points[max(0, at - _POINTS_NEAR) : at]
            points = [each for each in near if each is not None]
            return _NO_REASON * (len(points) > 1 and points[-1] == points[-2])
        return 0.0

    def _is_more(self, score: int, weight: int) -> bool:
        reached, most = self._points[score], self._points[weight]
        return reached is not None and most is not None and reached > most


def _most(role: str) -> int:
    if role in _POINTS:
        return 1
    return MOST_WORDS_OF_SENTENCE if role in SENTENCES else MOST_WORDS_OF_CELL


def _is_one_sign(role: str, cell: str) -> bool:
    is_sign = len(bare(cell)) == 1 and CHINESE.match(cell) is not None
    return is_sign and role not in _SHORT and cell not in {_NONE, *qualitative().level}
