"""Cells of a row into roles, in order, at the lowest cost."""

from collections.abc import Sequence
from itertools import accumulate

Alignment = tuple[float, tuple[int | None, ...]]
"""The total cost, and for each cell the index of its role, or None where it was dropped."""


def align(
    cost: Sequence[Sequence[float]], skip: Sequence[float], surplus: Sequence[float]
) -> Alignment:
    """Return the cheapest way to give cells to roles, both in their order.

    Args:
        cost: for each cell the price of giving it to each role.
        skip: for each role the price of leaving it empty.
        surplus: for each cell the price of dropping it.
    """
    roles = len(skip)
    above = [0.0, *accumulate(skip)]
    moves: list[list[str]] = [["skip"] * (roles + 1)]
    for prices, drop in zip(cost, surplus, strict=True):
        here, taken = [above[0] + drop], ["drop"]
        for role in range(roles):
            best, move = above[role] + prices[role], "take"
            if (price := above[role + 1] + drop) < best:
                best, move = price, "drop"
            if (price := here[role] + skip[role]) < best:
                best, move = price, "skip"
            here.append(best)
            taken.append(move)
        moves.append(taken)
        above = here
    return above[roles], _trace(moves, len(cost), roles)


def _trace(moves: list[list[str]], i: int, j: int) -> tuple[int | None, ...]:
    given: list[int | None] = [None] * i
    while i or j:
        move = moves[i][j]
        if move == "take":
            i, j = i - 1, j - 1
            given[i] = j
        elif move == "drop":
            i -= 1
        else:
            j -= 1
    return tuple(given)
