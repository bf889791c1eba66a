"""Cells of a row into roles, in order, at the lowest cost."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

Alignment = tuple[float, tuple[int | None, ...]]
"""The total cost, and for each cell the index of its role, or None where it was dropped."""

Totals = list[list[float]]
"""The lowest total for the first so many cells and the first so many roles."""


class Prices(Struct, frozen=True, kw_only=True, gc=False):
    """What it costs to read cells in roles.

    Attributes:
        cost: for each cell the price of giving it to each role.
        skip: for each role the price of leaving it empty.
        surplus: for each cell the price of dropping it.
    """

    cost: Sequence[Sequence[float]]
    skip: Sequence[float]
    surplus: Sequence[float]


def align(prices: Prices) -> Alignment:
    """Return the cheapest way to give cells to roles, both in their order."""
    totals = _totals(prices)
    i, j = len(prices.cost), len(prices.skip)
    price = totals[i][j]
    given: list[int | None] = [None] * i
    while i or j:
        here = totals[i][j]
        if i and j and here == totals[i - 1][j - 1] + prices.cost[i - 1][j - 1]:
            i, j = i - 1, j - 1
            given[i] = j
        elif i and here == totals[i - 1][j] + prices.surplus[i - 1]:
            i -= 1
        else:
            j -= 1
    return price, tuple(given)


def rivals(prices: Prices, limit: float) -> list[list[int]]:
    """Return for each role the cells that some alignment below a limit gives to it."""
    before, after = _totals(prices), _totals(_reversed(prices))[::-1]
    last = len(prices.skip) - 1
    return [
        [
            cell
            for cell, cost in enumerate(prices.cost)
            if before[cell][role] + cost[role] + after[cell + 1][last - role] < limit
        ]
        for role in range(last + 1)
    ]


def _totals(prices: Prices) -> Totals:
    above = [0.0, *accumulate(prices.skip)]
    totals = [above]
    for taken, drop in zip(prices.cost, prices.surplus, strict=True):
        best = above[0] + drop
        here = [best]
        for role, (price, skip) in enumerate(zip(taken, prices.skip, strict=True)):
            # Not min(): this is the innermost loop of reading a text without separators.
            found = above[role] + price
            if (dropped := above[role + 1] + drop) < found:
                found = dropped
            if (skipped := best + skip) < found:
                found = skipped
            best = found
            here.append(best)
        totals.append(here)
        above = here
    return totals


def _reversed(prices: Prices) -> Prices:
    return Prices(
        cost=[row[::-1] for row in prices.cost[::-1]],
        skip=prices.skip[::-1],
        surplus=prices.surplus[::-1],
    )
