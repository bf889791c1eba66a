"""Coloured ink: where seals stand, and the page without them.

A seal that came out gray, because the machine knew no colours, cannot be told from print.
"""

import cv2
from numpy import int16, ones, uint8

from jiheng.formats.pages.page import Box
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_COLOURED = 40
"""Ink is coloured where its strongest colour is this far above its weakest, of 255."""

_PAPER = 255

_DARK = 175
"""Coloured ink is brighter than this in its strongest colour."""

_COARSE = 400
"""Seals are looked for in a picture so many pixels long."""

_LEAST_SIDE, _MOST_SIDE = 45.0, 200.0
"""Of a seal, in points: 16 to 70 mm."""

_LEAST_INK = 0.06
"""The share of a seal's box that is ink."""


def coloured_ink(page: Picture) -> Picture:
    """Return 1 where an evenly lit page has ink of a strong colour."""
    red, green, blue = cv2.split(page)
    strongest = cv2.max(cv2.max(red, green), blue)
    colour = cv2.subtract(strongest, cv2.min(cv2.min(red, green), blue))
    # Black under a seal has some of its colour too, and must not become paper.
    bright = (strongest > _DARK).astype(uint8)
    coloured = (colour > _COLOURED).astype(uint8) * bright
    return cv2.dilate(coloured, ones((3, 3), uint8)) * bright


def without_colour(page: Picture, ink: Picture) -> Picture:
    """Return an evenly lit page in gray; its coloured ink turns to paper, black stays."""
    return cv2.max(page.max(axis=2), ink * _PAPER)


def seals_of(page: Picture) -> tuple[Box, ...]:
    """Return the boxes of the seals on an evenly lit page, in its pixels, from the top down."""
    wide, high = sides(page)
    scale = _COARSE / max(wide, high)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    small = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    colour = small.max(axis=2).astype(int16) - small.min(axis=2)
    ink = (colour > _COLOURED // 2).astype(uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, ones((15, 15), uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes: list[Box] = []
    for left, top, width, height, _ in found[1:].tolist():
        share = float(ink[top : top + height, left : left + width].mean())
        if _is_seal(width, height) and share >= _LEAST_INK:
            boxes.append(
                (left / scale, top / scale, (left + width) / scale, (top + height) / scale)
            )
    return tuple(sorted(boxes, key=lambda box: box[1]))


def _is_seal(width: float, height: float) -> bool:
    point = _COARSE / A4_POINTS
    short, long = min(width, height) / point, max(width, height) / point
    return short >= _LEAST_SIDE and long <= _MOST_SIDE and long < 2 * short
