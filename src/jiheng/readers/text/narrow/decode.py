"""Words of narrow cells joined to cells, cut into rows and given to columns, at the lowest price.

Each cell is one word or several, taken by a column right of the cell before it, or by any column of
a new row. Columns passed over are paid for, and so is every word that goes on with a cell.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

NEW_ROW = 0.2


class Span(Struct, frozen=True, kw_only=True, gc=False):
    """A cell: its words, from one up to another, and its column."""

    start: int
    end: int
    column: int
    begins_row: bool


class _Way(Struct, frozen=True, kw_only=True, gc=False):
    """The cheapest reading of the words before a place whose last cell is in a column."""

    price: float
    start: int
    came_from: int
    begins_row: bool


Taken = Callable[[int, int], Iterator[float]]
"""From a word on, in a column: the price of a cell of one word, of two, and so on."""
After = Callable[[int, int, int], float]
"""Two columns and a word: what a cell costs more that begins there, in the second column, when the
cell before it stands in the first."""


def spans(count: int, skips: Sequence[float], taken: Taken, after: After) -> list[Span]:
    """Return the cells of the cheapest reading, in their order; each word is in one.

    Args:
        count: how many words there are.
        skips: for each column the price of leaving it empty.
        taken: the prices of cells.
        after: what two cells in a row cost more.
    """
    return _Decoder(skips, taken, after).spans(count)


class _Decoder:
    def __init__(self, skips: Sequence[float], taken: Taken, after: After) -> None:
        self._taken = taken
        self._after = after
        self._passed = [0.0]
        for price in skips:
            self._passed.append(self._passed[-1] + price)
        self._columns = range(len(skips))

    def spans(self, count: int) -> list[Span]:
        """Return the cells, found back to front along the cheapest ways."""
        ways = self._ways(count)
        passed = self._passed
        end = count
        column = min(ways[end], key=lambda c: ways[end][c].price + passed[-1] - passed[c + 1])
        found: list[Span] = []
        while end:
            way = ways[end][column]
            found.append(Span(start=way.start, end=end, column=column, begins_row=way.begins_row))
            end, column = way.start, way.came_from
        return found[::-1]

    def _ways(self, count: int) -> list[dict[int, _Way]]:
        """Return for each place and column the cheapest way there."""
        ways: list[dict[int, _Way]] = [{} for _ in range(count + 1)]
        for start in range(count):
            for column in self._columns:
                way = self._entry(ways[start], start, column)
                for end, price in enumerate(self._taken(start, column), start + 1):
                    known = ways[end].get(column)
                    if known is None or way.price + price < known.price:
                        ways[end][column] = _Way(
                            price=way.price + price,
                            start=start,
                            came_from=way.came_from,
                            begins_row=way.begins_row,
                        )
        return ways

    def _entry(self, above: dict[int, _Way], start: int, column: int) -> _Way:
        """Return the cheapest way to begin a cell at a word, in a column."""
        passed = self._passed
        if not above:
            return _Way(price=passed[column], start=start, came_from=column, begins_row=True)
        best = _Way(price=float("inf"), start=start, came_from=column, begins_row=True)
        for left, way in above.items():
            ended = way.price - passed[left + 1] + passed[column]
            begun = ended + passed[-1] + NEW_ROW
            same = ended + self._after(left, column, start) if left < column else begun
            if min(begun, same) < best.price:
                best = _Way(
                    price=min(begun, same),
                    start=start,
                    came_from=left,
                    begins_row=begun <= same,
                )
        return best
