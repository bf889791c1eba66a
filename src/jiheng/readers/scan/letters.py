"""Letters: small and dense, and no piece of a line.

Lines are looked for where no letter is, since strokes of letters one below another look like a
line, and a heading over two rows stands just where a line between these would be.
"""

import cv2
from numpy import (
    asarray,
    bincount,
    bool_,
    intp,
    maximum,
    minimum,
    ones,
    percentile,
    uint8,
    unique,
    zeros,
)
from numpy.typing import NDArray

from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_DEPTH, _LEAST_DEPTH = 0.4, 40.0
"""Ink is darker than paper by this share of what the darkest is; on a faint page by the second."""

_RULE = 30.0
"""No stroke is so long: lines, which hold letters together, are cut out first; points."""

_STROKE = 13.0
"""Most of a piece of a line, but little of a letter, is in strokes so long; points."""

_THICKEST = 3.5
"""What is thicker is no line, in points."""

_TOUCH = 5
"""What is nearer to a long line than half of so many pixels ends there."""

_GAP = 1.0
"""Strokes of one letter are broken by no more in a bad copy, in points."""

# Sizes of letters in points.
_THIN, _LARGEST = 2.4, 40.0
"""What is thinner in one direction, or larger in both, even run together, is none."""

_DENSE = 0.16
"""Letters fill at least this share of their box; lines with cells between them less."""

_NARROW = 12.0
"""A piece of a line with short ends of others is narrower than this in one direction."""

_DOT, _NEAR = 12.0, 2.5
"""What is smaller than the first belongs to the letter that is nearer than the second."""


def letters_of(gray: Picture) -> Picture:
    """Return 1 where an evenly lit page shows a letter."""
    point = max(sides(gray)) / A4_POINTS
    depth = max((255 - float(percentile(gray[::3, ::3], 1))) * _DEPTH, _LEAST_DEPTH)
    ink = asarray(gray < 255 - depth, dtype=uint8)
    rules = _strokes(ink, point, _RULE)
    # Between two of them a shorter one may stand so near to a letter that they run together.
    rules = cv2.max(rules, _held(_strokes(ink, point, _STROKE), rules))
    gap = 2 * round(_GAP * point / 2) + 1
    rest = cv2.morphologyEx(cv2.subtract(ink, rules), cv2.MORPH_CLOSE, ones((gap, gap), uint8))
    _, labels, found, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    labels = asarray(labels, dtype=intp)
    wide, high = found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT]
    short, long = minimum(wide, high), maximum(wide, high)
    is_piece = _are_pieces(ink, labels, len(found), point) & (short < _NARROW * point)
    is_thin = short < _THICKEST * point
    is_piece |= is_thin & ((long > _STROKE * point) | _are_held(labels, len(found), rules))
    dense = found[:, cv2.CC_STAT_AREA] > _DENSE * wide * high
    is_letter = dense & (short > _THIN * point) & (short < _LARGEST * point) & ~is_piece
    is_letter[0] = is_piece[0] = False
    near = 2 * round(_NEAR * point) + 1
    around = cv2.dilate(is_letter[labels].astype(uint8), ones((near, near), uint8))
    beside = unique(labels[around > 0])
    is_letter[beside] |= (long[beside] < _DOT * point) & ~is_piece[beside]
    is_letter[0] = False
    return is_letter[labels] & ink


def _held(strokes: Picture, rules: Picture) -> Picture:
    """Return 1 where strokes are that end at a long line."""
    _, labels = cv2.connectedComponents(cv2.subtract(strokes, rules), connectivity=8)
    labels = asarray(labels, dtype=intp)
    return _are_held(labels, int(labels.max()) + 1, rules)[labels].astype(uint8)


def _strokes(ink: Picture, point: float, least: float) -> Picture:
    """Return 1 where lines of at least this length are, in points; they may climb by a pixel."""
    return cv2.max(
        _thin(cv2.dilate(ink, ones((3, 1), uint8)), point, least),
        cv2.transpose(_thin(cv2.dilate(cv2.transpose(ink), ones((3, 1), uint8)), point, least)),
    )


def _thin(ink: Picture, point: float, least: float) -> Picture:
    """Return 1 where level lines are that are not thick."""
    long, thick = round(least * point), round(_THICKEST * point)
    level = _opened(ink, long, 1)
    return cv2.subtract(level, _opened(level, 1, thick))


def _are_pieces(ink: Picture, labels: NDArray[intp], count: int, point: float) -> NDArray[bool_]:
    """Return for each part whether most of its ink is in strokes as long as no letter's."""
    long = round(_STROKE * point)
    strokes = cv2.max(_opened(ink, long, 1), _opened(ink, 1, long))
    inked = bincount(labels[ink > 0], minlength=count)
    return asarray(2 * bincount(labels[strokes > 0], minlength=count) > inked, dtype=bool_)


def _are_held(labels: NDArray[intp], count: int, rules: Picture) -> NDArray[bool_]:
    """Return for each part whether it ends at a long line, as a broken line between two does."""
    beside = cv2.subtract(cv2.dilate(rules, ones((_TOUCH, _TOUCH), uint8)), rules)
    held = zeros(count, dtype=bool)
    held[unique(labels[beside > 0])] = True
    held[0] = False
    return held


def _opened(ink: Picture, wide: int, high: int) -> Picture:
    """Return ink wherever a box of this size fits into it."""
    return cv2.morphologyEx(ink, cv2.MORPH_OPEN, ones((max(high, 1), max(wide, 1)), uint8))
