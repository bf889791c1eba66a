"""Lines that stand for empty cells: they tell which columns a row passes over."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations, pairwise

from jiheng.readers.text.stream.words import Token

_AMISS = 0.6
"""A column passed over without an empty cell, or an empty cell without a column."""
_HOLDS_PLACE = "\xa0\u3000"
"""Blanks that pages put into empty cells."""

After = dict[tuple[int, int], list[float]]
"""Two columns → for each cell, what it costs more in the second after one in the first."""


def empty_cells(lines: Sequence[Token]) -> list[int]:
    """Return the numbers of the lines that stand for an empty cell.

    Such a line holds a blank that is not to be broken, or a pipe where pipes end the cells.
    """
    cells = [text.strip() for _, text in lines if text.strip(" |\t\xa0\u3000")]
    ended = sum(text.endswith("|") for text in cells) * 2 > len(cells)
    return [
        number
        for number, text in lines
        if not text.strip(" |\t\xa0\u3000")
        and ((ended and text.strip() == "|") or any(blank in text for blank in _HOLDS_PLACE))
    ]


def passing_blanks(
    body: list[Token], skip: list[float], after: After, blanks: Sequence[int]
) -> After:
    """Return the prices of two cells in a row with those of the empty cells between them.

    Columns that have their empty cells are passed over for nothing.
    """
    if not body or not any(body[0][0] < number < body[-1][0] for number in blanks):
        return after
    between = [0] + [
        bisect_left(blanks, below[0]) - bisect_left(blanks, above[0])
        for above, below in pairwise(body)
    ]
    none = [0.0] * len(body)
    return {
        (left, right): [
            odd + _amiss(skip[left + 1 : right], empty)
            for odd, empty in zip(after.get((left, right), none), between, strict=True)
        ]
        for left, right in combinations(range(len(skip)), 2)
    }


def _amiss(passed: list[float], empty: int) -> float:
    """Return what is to be paid more for passing over columns beside so many empty cells."""
    return _AMISS * abs(len(passed) - empty) - sum(sorted(passed)[:empty])
