"""A row's text cut into the cells of its columns, at the lowest costs."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from jiheng.readers.text.recut.joints import SoftRow

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


def readings(
    row: SoftRow, fits: Fits, skips: Sequence[float], *, is_grid: bool, most: int = 8
) -> list[Reading]:
    """Return the cheapest ways to cut a row, best first; none when its tabs allow no way.

    Args:
        row: the row.
        fits: what a text costs in each column.
        skips: what an empty cell costs in each column.
        is_grid: each tab is one column, and all rows have as many; else tabs are only an order.
        most: so many ways at most, also of each beginning of the row.
    """
    width = len(skips)
    before = [0.0, *accumulate(skips)]
    start = row.lead - 1 if is_grid else -1
    if start >= width:
        return []
    first = _Step(before[start + 1], start, "", None)
    best: list[list[_Step]] = [[] for _ in row.cuts]
    best[0] = [first]
    for begin in range(len(row.cuts) - 1):
        steps = _best_of(best[begin], most)
        if not steps:
            continue
        tabs = row.cuts[begin].tabs if is_grid else 0
        for end, text, kept in _spans(row, begin):
            costs = fits(text)
            for step in steps:
                low = step.column + (tabs or 1)
                for column in range(low, low + 1 if tabs else width):
                    if column >= width or costs[column] >= IMPOSSIBLE:
                        continue
                    skipped = before[column] - before[step.column + 1]
                    price = step.cost + row.cuts[begin].price + kept + costs[column] + skipped
                    best[end].append(_Step(price, column, text, step))
    ends = [
        step._replace(cost=step.cost + before[width] - before[step.column + 1])
        for step in best[-1]
        if not is_grid or step.column + row.tail == width - 1
    ]
    ends.sort(key=lambda step: step.cost)
    return [Reading(cost=step.cost, cells=_cells(step)) for step in ends[:most]]


def _best_of(steps: list[_Step], most: int) -> list[_Step]:
    """Return the cheapest beginnings that end in each column."""
    by_column: dict[int, list[_Step]] = {}
    for step in sorted(steps, key=lambda step: step.cost):
        kept = by_column.setdefault(step.column, [])
        if len(kept) < most:
            kept.append(step)
    return [step for kept in by_column.values() for step in kept]


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


def _cells(step: _Step) -> tuple[tuple[int, str], ...]:
    cells: list[tuple[int, str]] = []
    at: _Step | None = step
    while at is not None and at.before is not None:
        cells.append((at.column, at.text))
        at = at.before
    return tuple(reversed(cells))
