"""Cells of a row into roles, in order, at the lowest cost."""

from collections.abc import Callable, Sequence

Alignment = tuple[float, tuple[int | None, ...]]
"""The total cost, and for each cell the index of its role, or None where it was dropped."""

_UNREACHED = float("inf")


def align(
    cells: int,
    roles: int,
    cost: Callable[[int, int], float],
    skip: Sequence[float],
    surplus: Callable[[int], float],
) -> Alignment:
    """Return the cheapest way to give cells to roles, both in their order.

    Args:
        cells: how many cells there are.
        roles: how many roles there are.
        cost: price of giving cell i to role j.
        skip: price of leaving role j empty.
        surplus: price of dropping cell i.
    """
    best = [[_UNREACHED] * (roles + 1) for _ in range(cells + 1)]
    step = [[""] * (roles + 1) for _ in range(cells + 1)]
    best[0][0] = 0.0
    for i in range(cells + 1):
        for j in range(roles + 1):
            here = best[i][j]
            if here == _UNREACHED:
                continue
            if j < roles and here + skip[j] < best[i][j + 1]:
                best[i][j + 1], step[i][j + 1] = here + skip[j], "skip"
            if i < cells and (price := here + surplus(i)) < best[i + 1][j]:
                best[i + 1][j], step[i + 1][j] = price, "drop"
            if i < cells and j < roles and (price := here + cost(i, j)) <= best[i + 1][j + 1]:
                best[i + 1][j + 1], step[i + 1][j + 1] = price, "take"
    return best[cells][roles], _trace(step, cells, roles)


def _trace(step: list[list[str]], i: int, j: int) -> tuple[int | None, ...]:
    given: list[int | None] = [None] * i
    while i or j:
        move = step[i][j]
        if move == "take":
            i, j = i - 1, j - 1
            given[i] = j
        elif move == "drop":
            i -= 1
        else:
            j -= 1
    return tuple(given)
