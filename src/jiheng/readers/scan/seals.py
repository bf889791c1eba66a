"""Coloured ink: where seals stand, and the page without them.

A seal that came out gray, because the machine knew no colours, cannot be told from print.
"""

import cv2
from numpy import asarray, float32, int16, maximum, median, minimum, ones, percentile, uint8

from jiheng.formats.pages.page import Box
from jiheng.readers.scan.pixels import A4_POINTS, Picture, as_picture, sides

_COLOURED = 40
"""Ink is coloured where its strongest colour is this far above its weakest, of 255."""

_PAPER = 255

_DARK = 175
"""Coloured ink around the seals is brighter than this in its strongest colour."""

_NEAR = 7
"""So many pixels around bright ink there may be some as well."""

_FULL = 75.0
"""Of the pixels of a seal so many in a hundred have less ink than is full."""

_COARSE = 400
"""Seals are looked for in a picture so many pixels long."""

_LEAST_SIDE, _MOST_SIDE = 45.0, 200.0
"""Of a seal, in points: 16 to 70 mm."""

_LEAST_INK = 0.06
"""The share of a seal's box that is ink."""


def coloured_ink(page: Picture) -> Picture:
    """Return 1 where an evenly lit page has ink of a strong colour; dark ink is print."""
    strongest, colour = _colours(page)
    bright = (strongest > _DARK).astype(uint8)
    coloured = (colour > _COLOURED).astype(uint8) * bright
    return cv2.dilate(coloured, ones((3, 3), uint8)) * bright


def without_colour(page: Picture, ink: Picture) -> Picture:
    """Return an evenly lit page in gray without coloured ink; print under it stays.

    Around the seals only bright ink is seen through: dark coloured ink may be print. Each pixel is
    divided by the share of light that so much ink lets through.

    Args:
        page: red, green and blue.
        ink: 1 where ``coloured_ink`` is.
    """
    strongest, colour = _colours(page)
    near = cv2.dilate(ink, ones((_NEAR, _NEAR), uint8)) > 0
    gray = strongest.copy()
    gray[near] = _seen_through(strongest[near], colour[near])
    for left, top, right, bottom in seals_of(page):
        box = slice(max(int(top), 0), int(bottom) + 1), slice(max(int(left), 0), int(right) + 1)
        gray[box] = _seen_through(strongest[box], colour[box])
    return gray


def _colours(page: Picture) -> tuple[Picture, Picture]:
    """Return the strongest colour of each pixel, and how far it is above the weakest."""
    red, green, blue = cv2.split(page)
    strongest = cv2.max(cv2.max(red, green), blue)
    return strongest, cv2.subtract(strongest, cv2.min(cv2.min(red, green), blue))


def _seen_through(strongest: Picture, colour: Picture) -> Picture:
    """Return what is under ink: how coloured a pixel is tells how much of it is there.

    Args:
        strongest: of the colours of each pixel.
        colour: how far this is above the weakest.
    """
    depth = asarray(colour / maximum(strongest, 1), dtype=float32)
    inked = colour > _COLOURED
    if not inked.any():
        return strongest
    full = float(percentile(depth[inked], _FULL))
    # Most of a seal lies on bare paper, so that the middle tells what its ink lets through.
    through = float(median(strongest[inked & (depth > full / 2)])) / _PAPER
    return as_picture(strongest / (1 - (1 - through) * minimum(depth / full, 1)))


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
