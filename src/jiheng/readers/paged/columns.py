"""Where the columns of a table begin, on all its pages."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from jiheng.formats.pages.spans import TOLERANCE
from jiheng.readers.paged.sheet import SheetCell


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
    around = (at for at in (after - 1, after) if 0 <= at < len(edges))
    return min(around, key=lambda at: abs(edges[at] - edge))
