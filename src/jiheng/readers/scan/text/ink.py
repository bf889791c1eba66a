"""The ink of a page that is no ruling line: pieces of letters with the boxes around them."""

from collections.abc import Iterable

import cv2
from cv2.typing import MatLike
from numpy import (
    asarray,
    bincount,
    bool_,
    int32,
    ones,
    percentile,
    uint8,
)
from numpy.typing import NDArray

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.pixels import Picture

Gray = Picture
"""Rows × columns from 0, black, to 255, white."""

Pieces = NDArray[int32]
"""A piece of ink a row: left, top, right, bottom, and how many pixels are inked."""

WHITE = 255

_DARKEST = 0.01
"""This share of a page is ink of its full darkness, at least."""

_THIN = 0.32
"""A thin stroke is so much darker than paper, as a share of the darkest ink."""

_SPOT = 0.5
"""And the darkest spot of a letter by so much."""

_LONG, _THICK = 64, 8
"""Strokes longer than the one and thinner than the other are none of letters, in pixels."""

_GRAIN = 24
"""So much darker than white may paper be."""

_REACH = 3
"""So far from its middle a ruling line is inked at most, in pixels."""


def without_rulings(page: Gray, rulings: Iterable[Ruling]) -> Gray:
    """Return a page with its ruling lines painted over in white."""
    plain = page.copy()
    for line in rulings:
        left, top = (max(0, round(side) - _REACH) for side in (line.left, line.top))
        right, bottom = (round(side) + _REACH + 1 for side in (line.right, line.bottom))
        plain[top:bottom, left:right] = WHITE
    return plain


def ink_of(page: Gray) -> Gray:
    """Return 1 where the page is a little darker than paper, so that thin strokes are whole."""
    return asarray(page < WHITE - max(_GRAIN, _THIN * _darkness(page)), dtype=uint8)


def _darkness(page: Gray) -> float:
    """Return how much darker than white full ink is."""
    return WHITE - float(percentile(page[::4, ::4], 100 * _DARKEST))


def pieces_of(page: Gray) -> Pieces:
    """Return the pieces of ink of a page without ruling lines.

    A piece without any dark spot is no letter: a streak, a shadow, the rest of a stamp.
    """
    inked = _without_strokes(ink_of(page))
    _, labels, found, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    dark = page < WHITE - max(_GRAIN, _SPOT * _darkness(page))
    spots = bincount(labels[dark], minlength=len(found))
    spots[0] = 0  # The paper itself.
    pieces = asarray(found[spots > 0], dtype=int32)
    pieces[:, 2:4] += pieces[:, 0:2]
    return pieces


def _without_strokes(inked: Gray) -> Gray:
    """Return ink without thin strokes far longer than letters: streaks, rules to write on."""
    joined = cv2.dilate(inked, ones((3, 3), uint8))
    down, thick = (_opened(joined, wide, high) for wide, high in ((1, _LONG), (_THICK, 1)))
    across, high = (_opened(joined, wide, high) for wide, high in ((2 * _LONG, 1), (1, _THICK)))
    strokes = cv2.subtract(down, thick) + cv2.subtract(across, high)
    return asarray(cv2.subtract(inked, asarray(strokes, dtype=uint8)), dtype=uint8)


def _opened(inked: MatLike, wide: int, high: int) -> MatLike:
    """Return ink wherever a box of this size fits into it."""
    return cv2.morphologyEx(inked, cv2.MORPH_OPEN, ones((high, wide), uint8))


def within(pieces: Pieces, box: tuple[float, float, float, float]) -> NDArray[bool_]:
    """Return which pieces have their middle in a box."""
    x, y = (pieces[:, 0] + pieces[:, 2]) / 2, (pieces[:, 1] + pieces[:, 3]) / 2
    return asarray((box[0] < x) & (x < box[2]) & (box[1] < y) & (y < box[3]), dtype=bool_)
