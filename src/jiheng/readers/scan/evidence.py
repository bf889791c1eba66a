"""How much of each border between the cells of a lattice is drawn."""

import cv2
from msgspec import Struct
from numpy import array, bool_, cumsum, float64, ones, percentile, uint8, zeros
from numpy.typing import NDArray

from jiheng.readers.scan.lattice import NEAR
from jiheng.readers.scan.pixels import Picture
from jiheng.readers.scan.ridges import Ridges

Shares = NDArray[float64]
"""For each line, for each of the pieces between two crossings: a share of its length."""

_ALIKE = 0.17
"""A line is everywhere at least so dark, beside where it is dark."""

_CROSSING = 1.0
"""So near to a crossing nothing is asked, in points."""


_TOO_SHORT = 3.0
"""A border shorter than this says nothing by itself, in points."""


class Evidence(Struct, frozen=True, kw_only=True, eq=False):
    """The lattice with what speaks for each of its borders.

    Attributes:
        xs: distances of the upright lines, from the left.
        ys: heights of the level lines, from the top.
        level: len(ys) rows of len(xs) - 1 shares.
        upright: len(xs) rows of len(ys) - 1 shares.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: Shares
    upright: Shares


def evidence_for(
    ridges: Ridges, ys: tuple[float, ...], xs: tuple[float, ...], free: float = _CROSSING
) -> Evidence:
    """Return what share of each border is drawn.

    Args:
        ridges: of the page without letters.
        ys: heights of the level lines, in pixels.
        xs: distances of the upright lines, in pixels.
        free: how far from a crossing nothing is asked, in points.
    """
    level = _shares(ridges.level, ridges, ys, xs, free)
    upright = _shares(cv2.transpose(ridges.upright), ridges, xs, ys, free)
    return Evidence(xs=xs, ys=ys, level=level, upright=upright)


def _shares(
    plane: Picture,
    ridges: Ridges,
    places: tuple[float, ...],
    crossings: tuple[float, ...],
    free: float,
) -> Shares:
    """Return the shares of level lines at these heights, between these distances."""
    point = ridges.point
    reach, free = round(NEAR * point / 2) + 1, free * point
    starts = [round(place + free) for place in crossings[:-1]]
    ends = [
        max(round(place - free), start) for start, place in zip(starts, crossings[1:], strict=True)
    ]
    found = zeros((len(places), len(starts)))
    for row, place in enumerate(places):
        top = max(round(place) - reach, 0)
        strip = cv2.dilate(plane[top : round(place) + reach + 1], ones((3, 1), uint8))
        found[row] = _drawn(strip, ridges.faintest, starts, ends)
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if end - start < _TOO_SHORT * point:
            found[:, place] = _beside(found, place)
    return found


def _drawn(strip: Picture, faintest: float, starts: list[int], ends: list[int]) -> Shares:
    """Return what share of each border is drawn in a strip around a line.

    A line may be faint as a whole; what is faint beside the rest of its line is a trace of
    something else. So both are asked: whether anything is there, and whether it is like the line.
    """
    darkest = strip.max(axis=0)
    seen = darkest[darkest > faintest]
    own = float(percentile(seen, 75)) * _ALIKE if len(seen) else faintest
    shares = [
        _share(strip > least, starts, ends).max(axis=0) for least in (faintest, max(own, faintest))
    ]
    return (shares[0] + shares[1]) / 2


def _share(drawn: NDArray[bool_], starts: list[int], ends: list[int]) -> Shares:
    sums = cumsum(drawn, axis=1, dtype=float64)
    lengths = array([max(end - start, 1) for start, end in zip(starts, ends, strict=True)])
    return (sums[:, [end - 1 for end in ends]] - sums[:, [start - 1 for start in starts]]) / lengths


def _beside(found: Shares, place: int) -> Shares:
    """Return the middle of what is said of the borders before and behind one."""
    around = [each for each in (place - 1, place + 1) if 0 <= each < found.shape[1]]
    return found[:, around].mean(axis=1) if around else found[:, place]
