"""A row's text cut into the cells of its columns, at the lowest costs."""

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.readers.text.recut.joints import SoftRow
from jiheng.rulebook.phrases import phrase

Fits = Callable[[str], Sequence[float]]
"""What a text costs as the cell of each column."""

IMPOSSIBLE = 20.0
"""No cell that costs so much is thought of."""


class Reading(Struct, frozen=True, kw_only=True):
    """One way to cut a row.

    Attributes:
        cells: column and text, left to right.
    """

    cost: float
    cells: tuple[tuple[int, str], ...]


class _Step(NamedTuple):
    """The last cell of a beginning of the row."""

    cost: float
    column: int
    text: str
    before: "_Step | None"


class Effort:
    """What cutting the rows of one text may still take: it must end, whatever stands there."""

    def __init__(self) -> None:
        self.spent = 0

    def spend(self, steps: int) -> bool:
        """Whether a row is worth so many steps; then they are spent.

        Raises:
            FormatError: all rows together take too many.
        """
        if steps > MOST_FOR_ROW:
            return False
        self.spent += steps
        if self.spent > MOST_STEPS:
            raise FormatError(phrase("format.rows-without-marks"))
        return True


MOST_FOR_ROW, MOST_STEPS = 1_000_000, 6_000_000
"""A form that lost every separator takes a twentieth of it all, and 0.3 seconds."""


def readings(
    row: SoftRow,
    fits: Fits,
    skips: Sequence[float],
    effort: Effort,
    *,
    is_grid: bool,
    most: int = 8,
) -> list[Reading]:
    """Return the cheapest ways to cut a row, best first; none when its tabs allow no way.

    None either where it would take too much effort.

    Args:
        row: the row.
        fits: what a text costs in each column.
        skips: what an empty cell costs in each column.
        effort: what may be spent on it.
        is_grid: each tab is one column, and all rows have as many; else tabs are only an order.
        most: so many ways at most, also of each beginning of the row.
    """
    width = len(skips)
    before = [0.0, *accumulate(skips)]
    start = row.lead - 1 if is_grid else -1
    if start >= width or not effort.spend(_count_spans(row) * width * most):
        return []
    best = _beginnings(row, fits, before, start, is_grid=is_grid, most=most)
    last = width - 1 - row.tail if is_grid else None
    return _cheapest(best[-1], before, last)


class _Best:
    """The cheapest beginnings of a row up to a cut, by the column of the last cell."""

    def __init__(self, width: int, most: int) -> None:
        self.by_column: list[list[_Step]] = [[] for _ in range(width + 1)]
        self.most = most

    def take(self, price: float, column: int, text: str, before: _Step) -> None:
        """Keep a beginning if it is among the cheapest."""
        steps = self.by_column[column + 1]
        if len(steps) < self.most:
            insort(steps, _Step(price, column, text, before), key=_cost)
        elif price < steps[-1].cost:
            steps.pop()
            insort(steps, _Step(price, column, text, before), key=_cost)


_cost = attrgetter("cost")


def _beginnings(
    row: SoftRow, fits: Fits, before: list[float], start: int, *, is_grid: bool, most: int
) -> list[_Best]:
    """Return the cheapest beginnings of a row up to each of its cuts."""
    width = len(before) - 1
    best = [_Best(width, most) for _ in row.cuts]
    best[0].by_column[start + 1].append(_Step(before[start + 1], start, "", None))
    for begin, cut in enumerate(row.cuts[:-1]):
        steps = [step for steps in best[begin].by_column for step in steps]
        if not steps:
            continue
        tabs = cut.tabs if is_grid else 0
        for end, text, kept in _spans(row, begin):
            costs = fits(text)
            for step in steps:
                spent = step.cost + cut.price + kept - before[step.column + 1]
                low = step.column + (tabs or 1)
                for column in range(low, min(width, low + 1 if tabs else width)):
                    if costs[column] < IMPOSSIBLE:
                        price = spent + before[column] + costs[column]
                        best[end].take(price, column, text, step)
    return best


def _count_spans(row: SoftRow) -> int:
    """Return how many cells a row's cuts allow: any two of them make one, but for tabs between."""
    inside = [0]
    for cut in row.cuts[1:]:
        inside[-1] += 1
        inside += [0] if cut.tabs else []
    return sum(cuts * (cuts + 1) // 2 for cuts in inside)


def _spans(row: SoftRow, begin: int) -> list[tuple[int, str, float]]:
    """Return the cells that may begin at a cut: where each ends, its text, what it keeps inside."""
    spans: list[tuple[int, str, float]] = []
    kept = 0.0
    for end in range(begin + 1, len(row.cuts)):
        text = row.text[row.cuts[begin].at : row.cuts[end].at].strip(" \t\u3000\xa0")
        spans.append((end, text, kept))
        if row.cuts[end].tabs:
            break
        kept += row.cuts[end].kept
    return spans


def _cheapest(whole: _Best, before: Sequence[float], last: int | None) -> list[Reading]:
    """Return the cheapest ways to end a row; the last cell stands in its column, if it has one."""
    ends = [
        step._replace(cost=step.cost + before[-1] - before[step.column + 1])
        for steps in whole.by_column
        for step in steps
        if last is None or step.column == last
    ]
    ends.sort(key=_cost)
    return [Reading(cost=step.cost, cells=_cells(step)) for step in ends[: whole.most]]


def _cells(last: _Step) -> tuple[tuple[int, str], ...]:
    cells: list[tuple[int, str]] = []
    step = last
    while step.before is not None:
        cells.append((step.column, step.text))
        step = step.before
    return tuple(reversed(cells))
