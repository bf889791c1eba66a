"""Letters: small and dense, and held by no line.

Lines are looked for on a page without them, since strokes of letters one below another look like a
line, and a heading over two rows stands just where a line between these would be.
"""

from collections.abc import Iterable

import cv2
from msgspec import Struct
from numpy import array, asarray, intp, minimum, ones, percentile, uint8
from numpy.typing import NDArray

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_LARGEST = 40.0
"""No letter, nor letters run together by a bad copy, is larger in both directions; points."""

_THIN = 2.4
"""What is thinner, in points, may be a piece of a line."""

_DENSE = 0.16
"""Letters fill at least this share of their box; lines with cells between them less."""

_LINE = 1.8
"""The room of a known line, in points."""

_EDGE = 1.0
"""Around a letter its soft edge goes too, in points."""

_PAPER = 255

_DEPTH = 0.4
"""Ink is darker than paper by this share of what the darkest is."""

_LEAST_DEPTH = 40.0
"""On a page of nothing but faint ink, of 255."""


class Letters(Struct, frozen=True, kw_only=True, eq=False):
    """What looks like letters on a page.

    Attributes:
        mask: 1 where a letter is.
        rest: the page without them.
    """

    mask: Picture
    rest: Picture


def letters_of(gray: Picture, lines: Iterable[Ruling] = ()) -> Letters:
    """Return the letters of an evenly lit page, and the page without them.

    Args:
        gray: the page.
        lines: those that are known, which hold no letter together with others.
    """
    point = max(sides(gray)) / A4_POINTS
    depth = max((255 - float(percentile(gray[::3, ::3], 1))) * _DEPTH, _LEAST_DEPTH)
    ink = (gray < 255 - depth).astype(uint8)
    for line in lines:
        start, end = (round(line.left), round(line.top)), (round(line.right), round(line.bottom))
        cv2.line(ink, start, end, (0,), round(_LINE * point))
    _, labels, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    is_letter = _are_letters(array(found), point)
    mask = asarray(is_letter[asarray(labels, dtype=intp)], dtype=uint8)
    rest = gray.copy()
    around = 2 * round(_EDGE * point) + 1
    rest[cv2.dilate(mask, ones((around, around), uint8)) > 0] = _PAPER
    for line in lines:
        _restore(rest, gray, line, point)
    return Letters(mask=mask, rest=rest)


def _restore(rest: Picture, gray: Picture, line: Ruling, point: float) -> None:
    """Put a line back that letters on both sides of it took with them."""
    half = round(_LINE * point / 2)
    rows = slice(max(round(line.top) - half, 0), round(line.bottom) + half + 1)
    columns = slice(max(round(line.left) - half, 0), round(line.right) + half + 1)
    rest[rows, columns] = gray[rows, columns]


def _are_letters(found: Picture, point: float) -> NDArray[uint8]:
    """Return for each part of the ink whether it is one; the first part is the paper."""
    wide, high = found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT]
    short = minimum(wide, high)
    dense = found[:, cv2.CC_STAT_AREA] > _DENSE * wide * high
    is_letter = dense & (short > _THIN * point) & (short < _LARGEST * point)
    is_letter[0] = False
    return is_letter.astype(uint8)
