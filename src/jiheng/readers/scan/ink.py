"""The ink of a page that is no ruling line: pieces of letters with the boxes around them."""

from collections.abc import Iterable

import cv2
from numpy import asarray, bool_, int32, uint8
from numpy.typing import NDArray

from jiheng.formats.pages.page import Ruling

Gray = NDArray[uint8]
"""Rows × columns from 0, black, to 255, white."""

Pieces = NDArray[int32]
"""A piece of ink a row: left, top, right, bottom, and how many pixels are inked."""

WHITE = 255

_INK = 175
"""What is darker is ink, where paper is white."""

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


def pieces_of(page: Gray) -> Pieces:
    """Return the pieces of ink of a page without ruling lines."""
    inked = asarray(page < _INK, dtype=uint8)
    found = asarray(cv2.connectedComponentsWithStats(inked, connectivity=8)[2], dtype=int32)[1:]
    found[:, 2] += found[:, 0]
    found[:, 3] += found[:, 1]
    return found


def within(pieces: Pieces, box: tuple[float, float, float, float]) -> NDArray[bool_]:
    """Return which pieces have their middle in a box."""
    x, y = (pieces[:, 0] + pieces[:, 2]) / 2, (pieces[:, 1] + pieces[:, 3]) / 2
    return asarray((box[0] < x) & (x < box[2]) & (box[1] < y) & (y < box[3]), dtype=bool_)
