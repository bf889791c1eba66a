"""Where the columns of a table begin, on all its pages."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from jiheng.formats.pages.spans import TOLERANCE
from jiheng.readers.paged.sheets import SheetCell


def with_edges(edges: list[float], cells: Iterable[SheetCell]) -> list[float]:
    """Return sorted edges of columns with those of the cells that are not among them."""
    known = list(edges)
    for edge in edges_of(cells):
        if not is_among(known, edge):
            insort(known, edge)
    return known


def edges_of(cells: Iterable[SheetCell]) -> list[float]:
    return sorted({edge for cell in cells for edge in (cell.left, cell.right)})


def is_among(edges: list[float], edge: float) -> bool:
    return bool(edges) and abs(edges[nearest(edges, edge)] - edge) <= TOLERANCE


def nearest(edges: list[float], edge: float) -> int:
    """Return which edge is the nearest."""
    after = bisect_left(edges, edge)
    if after == len(edges):
        return after - 1
    is_before = after > 0 and edge - edges[after - 1] <= edges[after] - edge
    return after - 1 if is_before else after
