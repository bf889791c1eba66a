"""Cells in reading order cut into rows and given to columns, at the lowest cost.

Each cell is taken by a column right of the one before it, or by any column of a new row, or stays
with the cell before it: a paragraph more, or one cell too many. Columns passed over are paid for.
"""

from itertools import accumulate
from math import inf

from msgspec import Struct

NEW_ROW = 0.2
NEARLY = 0.4
"""A reading so much dearer than the cheapest leaves a doubt."""


class Prices(Struct, frozen=True, kw_only=True):
    """What everything costs.

    Attributes:
        take: for each cell the price of giving it to each column.
        stay: for each cell the price of leaving it with the cell before it, by that cell's column.
        skip: for each column the price of leaving it empty.
        after: two columns → for each cell, what it costs more in the second when the cell before
            it stands in the first.
    """

    take: list[list[float]]
    stay: list[list[float]]
    skip: list[float]
    after: dict[tuple[int, int], list[float]]


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """Where a cell belongs.

    Attributes:
        stays: it stays with the cell before it.
        rivals: columns where it may stand at nearly the same price.
    """

    column: int
    stays: bool
    begins_row: bool
    rivals: tuple[int, ...]


class _Move(Struct, frozen=True, kw_only=True, gc=False):
    """How a cell came to its column: from which column of the cell before it."""

    price: float
    came_from: int
    begins_row: bool = False
    stays: bool = False


def decode(prices: Prices) -> list[Place]:
    """Return the place of each cell in the cheapest reading."""
    return _Decoder(prices).places() if prices.take else []


class _Decoder:
    """Prices of the best reading up to each cell, and of the best one after it."""

    def __init__(self, prices: Prices) -> None:
        self._prices = prices
        self._columns = range(len(prices.skip))
        self._passed = [0.0]
        for skip in prices.skip:
            self._passed.append(self._passed[-1] + skip)
        self._oddities_to: dict[int, dict[int, list[float]]] = {}
        self._oddities_from: dict[int, dict[int, list[float]]] = {}
        for (first, second), costs in prices.after.items():
            self._oddities_to.setdefault(second, {})[first] = costs
            self._oddities_from.setdefault(first, {})[second] = costs

    def places(self) -> list[Place]:
        """Return the place of each cell, back to front along the cheapest moves."""
        moves = self._forward()
        after = self._backward()
        ends = [move.price + rest for move, rest in zip(moves[-1], after[-1], strict=True)]
        lowest = min(ends)
        column = ends.index(lowest)
        places: list[Place] = []
        for at in range(len(moves) - 1, -1, -1):
            move = moves[at][column]
            rivals = tuple(
                other
                for other in self._columns
                if other != column
                and not moves[at][other].stays
                and moves[at][other].price + after[at][other] < lowest + NEARLY
            )
            places.append(
                Place(column=column, stays=move.stays, begins_row=move.begins_row, rivals=rivals)
            )
            column = move.came_from
        return places[::-1]

    def _forward(self) -> list[list[_Move]]:
        """Return for each cell and column the cheapest way there."""
        first = [
            _Move(price=self._passed[c] + self._prices.take[0][c], came_from=c, begins_row=True)
            for c in self._columns
        ]
        moves = [first]
        for at in range(1, len(self._prices.take)):
            moves.append(self._next(moves[-1], at))
        return moves

    def _next(self, above: list[_Move], at: int) -> list[_Move]:
        prices, passed = self._prices, self._passed
        ended = [move.price - passed[c + 1] for c, move in enumerate(above)]
        last = min(self._columns, key=lambda column: ended[column])
        new_row = ended[last] + passed[-1] + NEW_ROW
        here: list[_Move] = []
        left = 0
        for c in self._columns:
            best = _Move(price=new_row, came_from=last, begins_row=True)
            if c and ended[c - 1] < ended[left]:
                left = c - 1
            if c:
                came_from, price = self._same_row(ended, left, c, at)
                if price < best.price:
                    best = _Move(price=price, came_from=came_from)
            total = best.price + passed[c] + prices.take[at][c]
            stayed = above[c].price + prices.stay[at][c]
            if stayed < total:
                here.append(_Move(price=stayed, came_from=c, stays=True))
            else:
                here.append(
                    _Move(price=total, came_from=best.came_from, begins_row=best.begins_row)
                )
        return here

    def _same_row(self, ended: list[float], left: int, column: int, at: int) -> tuple[int, float]:
        """Return the best column to come from, left of a column, and its price."""
        odd = self._oddities_to.get(column)
        if odd is None or left not in odd:
            return left, ended[left]
        price = [ended[c] + (odd[c][at] if c in odd else 0.0) for c in range(column)]
        best = min(range(column), key=lambda other: price[other])
        return best, price[best]

    def _backward(self) -> list[list[float]]:
        """Return for each cell and column what everything after it costs."""
        passed = self._passed
        rests = [[passed[-1] - passed[c + 1] for c in self._columns]]
        for at in range(len(self._prices.take) - 1, 0, -1):
            rests.append(self._rest(rests[-1], at))
        return rests[::-1]

    def _rest(self, below: list[float], at: int) -> list[float]:
        prices, passed = self._prices, self._passed
        begun = [passed[c] + prices.take[at][c] + below[c] for c in self._columns]
        right = [*accumulate(reversed(begun), min)][::-1]
        new_row = right[0] + passed[-1] + NEW_ROW
        here: list[float] = []
        for c in self._columns:
            same = self._cheapest_right(begun, right, c, at)
            moved = min(new_row, same) - passed[c + 1]
            here.append(min(moved, prices.stay[at][c] + below[c]))
        return here

    def _cheapest_right(
        self, begun: list[float], right: list[float], column: int, at: int
    ) -> float:
        """Return the price of going on in any column right of this one."""
        odd = self._oddities_from.get(column)
        if odd is None:
            return right[column + 1] if column + 1 < len(right) else inf
        return min(
            begun[d] + (odd[d][at] if d in odd else 0.0) for d in range(column + 1, len(begun))
        )
