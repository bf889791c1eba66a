"""Where a list of ranges fails to cover its whole exactly once."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

Range = tuple[int, int]
"""Lowest and highest end; the lowest belongs to it, the highest to its neighbour above."""


class Breach(Struct, frozen=True, kw_only=True):
    """One place that no range holds, or two; or a range that holds nothing.

    Attributes:
        index: the range, from the highest down; their number for what is missing at the bottom.
        low: where the breach begins.
        high: where it ends.
    """

    kind: Literal["gap", "overlap", "empty"]
    index: int
    low: int
    high: int


def breaches(ranges: Sequence[Range], top: int | None = None) -> Iterator[Breach]:
    """Yield the breaches of ranges that should follow one another from ``top`` down to 0.

    Args:
        ranges: from the highest down.
        top: where the highest should end; None where that is open.

    Example:
        >>> [(each.kind, each.low, each.high) for each in breaches([(80, 100), (0, 75)], 100)]
        [('gap', 75, 80)]
    """
    edge = top
    for index, (low, high) in enumerate(ranges):
        if edge is not None and high != edge:
            kind = "gap" if high < edge else "overlap"
            yield Breach(kind=kind, index=index, low=min(high, edge), high=max(high, edge))
        if low >= high:
            yield Breach(kind="empty", index=index, low=high, high=low)
        edge = low
    if ranges and ranges[-1][0] > 0:
        yield Breach(kind="gap", index=len(ranges), low=0, high=ranges[-1][0])
