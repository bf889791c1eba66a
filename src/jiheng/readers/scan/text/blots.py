"""Ink that is no letter: holes of a folder, blots, codes of little squares."""

import cv2
from cv2.typing import MatLike
from numpy import ones, uint8, zeros_like

from jiheng.readers.scan.text.ink import WHITE, Gray, ink_of

# All measures are in heights of type.
_SOLID = 1.0
"""No stroke of a letter, of a title even, is black over such a square."""

_RIM, _CORNER = 0.2, 0.5
"""Around a blot its edge goes too, and around a code what sticks out."""

_MODULE = 0.27
"""The white between the squares of a code is no wider."""

_LEAST_CODE, _MOST_CODE = 2.4, 13.0
_FILLED, _SQUARE, _INKED = 0.85, 0.85, 0.4
"""A code closed fills its box so far, its shorter side is so much of its longer one, and so much of
it is ink: lines of text have less."""


def without_blots(page: Gray, height: float) -> Gray:
    """Return a page without what is no letter by its size and shape.

    Args:
        page: evenly lit; with its ruling lines, which would part a hole.
        height: of its type, in pixels.
    """
    inked = ink_of(page)
    solid = _opened(inked, _SOLID * height)
    blots = cv2.dilate(solid, _square(2 * _RIM * height))
    return cv2.max(page, WHITE * cv2.max(blots, _codes(inked, height)))


def _codes(inked: Gray, height: float) -> Gray:
    """Return 1 where the codes are: squares once the white inside them is closed."""
    closed = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, _square(_MODULE * height))
    found = zeros_like(inked)
    # Smaller by half first, so that what is written beside a code is not taken for a part of it.
    core = _opened(closed, _LEAST_CODE / 2 * height)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(core, connectivity=8)
    for left, top, wide, high, area in boxes[1:].tolist():
        sides = sorted((wide, high))
        is_sized = _LEAST_CODE * height <= sides[0] and sides[1] <= _MOST_CODE * height
        inside = slice(top, top + high), slice(left, left + wide)
        is_square = sides[0] >= _SQUARE * sides[1] and area >= _FILLED * wide * high
        if is_sized and is_square and float(inked[inside].mean()) >= _INKED:
            found[inside] = 1
    return cv2.dilate(found, _square(2 * _CORNER * height))


def _opened(inked: Gray, side: float) -> MatLike:
    return cv2.morphologyEx(inked, cv2.MORPH_OPEN, _square(side))


def _square(side: float) -> MatLike:
    pixels = max(round(side), 1)
    return ones((pixels, pixels), uint8)
