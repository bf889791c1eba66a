"""Ink that is more than a letter in one piece: holes of a folder, blots, codes of little squares."""

import cv2
from cv2.typing import MatLike
from numpy import ones, uint8

from jiheng.readers.scan.pixels import Picture

# All measures are in points.
_SOLID = 9.0
"""No stroke of a letter, and no star of a small seal, is black over such a square."""

_RIM = 2.0
"""Around a blot its edge goes too."""

_MODULE = 2.5
"""The white between the squares of a code is no wider."""

_LEAST_CODE, _MOST_CODE = 22.0, 120.0
_FILLED, _SQUARE = 0.93, 0.9
"""A code closed fills its box so far, and its shorter side is so much of its longer one."""


def without_blots(inked: Picture, point: float) -> Picture:
    """Return ink without what is no letter by its size and shape.

    Args:
        inked: 1 where there is ink, 0 elsewhere.
        point: pixels in a point.
    """
    solid = _opened(inked, _SOLID * point)
    blots = cv2.dilate(solid, _square(2 * _RIM * point))
    return cv2.subtract(inked, cv2.max(blots, _codes(inked, point)))


def _codes(inked: Picture, point: float) -> Picture:
    """Return 1 where the codes are: squares once the white inside them is closed."""
    closed = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, _square(_MODULE * point))
    found = inked * 0
    # Smaller by half first, so that what is written beside a code is not taken for a part of it.
    core = _opened(closed, _LEAST_CODE / 2 * point)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(core, connectivity=8)
    for left, top, wide, high, area in boxes[1:].tolist():
        sides = sorted((wide, high))
        is_sized = _LEAST_CODE * point <= sides[0] and sides[1] <= _MOST_CODE * point
        if is_sized and sides[0] >= _SQUARE * sides[1] and area >= _FILLED * wide * high:
            found[top : top + high, left : left + wide] = 1
    return found


def _opened(inked: Picture, side: float) -> MatLike:
    return cv2.morphologyEx(inked, cv2.MORPH_OPEN, _square(side))


def _square(side: float) -> MatLike:
    pixels = max(round(side), 1)
    return ones((pixels, pixels), uint8)
