"""What happens to paper and lines before and in the scanner."""

import cv2
from numpy import arange, asarray, exp, float32, newaxis, ones

from jiheng.corpus.scanning.arrangement import Segment
from jiheng.corpus.scanning.picture import Dice, Picture, Plane, as_picture, darkened

_INCH_MM = 25.4

_PAPER = 255

_HAIRS = 12
"""One of so many specks is a hair."""


def with_broken_lines(
    page: Picture, rulings: tuple[Segment, ...], scale: float, harm: float, dice: Dice
) -> Picture:
    """Return the page with some of its lines faint, and gaps in some.

    Args:
        page: the clean page.
        rulings: its lines in points.
        scale: pixels in a point.
        harm: the share of the lines that suffer, between 0 and 1.
        dice: which, and where.
    """
    found = page.copy()
    for line in rulings:
        if dice.random() >= harm:
            continue
        left, top, right, bottom = (place * scale for place in line)
        if dice.random() < 1 / 2:
            _fade(found, (left, top, right, bottom), float(dice.uniform(0.3, 0.65)))
        else:
            _break(found, (left, top, right, bottom), harm, dice)
    return found


def _around(line: Segment) -> tuple[slice, slice]:
    """Return rows and columns of a line and one pixel to each side of it."""
    left, top, right, bottom = (round(place) for place in line)
    return slice(max(top - 2, 0), bottom + 3), slice(max(left - 2, 0), right + 3)


def _fade(page: Picture, line: Segment, lost: float) -> None:
    rows, columns = _around(line)
    page[rows, columns] = as_picture(page[rows, columns] * (1 - lost) + 255 * lost)


def _break(page: Picture, line: Segment, harm: float, dice: Dice) -> None:
    """Wipe out pieces of a line: short gaps, the more the worse the harm."""
    left, top, right, bottom = line
    length = max(right - left, bottom - top)
    count = int(length / 90 * harm) + 1
    starts = sorted(dice.uniform(0, length, count))
    for start in starts:
        end = start + float(dice.uniform(3, 8 + 14 * harm))
        share, until = start / length, min(end / length, 1.0)
        piece = (
            left + (right - left) * share,
            top + (bottom - top) * share,
            left + (right - left) * until,
            top + (bottom - top) * until,
        )
        rows, columns = _around(piece)
        page[rows, columns] = _PAPER


def with_holes(page: Picture, dpi: float, dice: Dice) -> Picture:
    """Return the page with the two holes of a folder at its left edge."""
    found = page.copy()
    middle = page.shape[0] / 2 + float(dice.uniform(-20, 20))
    shade = int(dice.integers(20, 90))
    for side in (-1, 1):
        centre = (round(11 / _INCH_MM * dpi), round(middle + side * 40 / _INCH_MM * dpi))
        radius = round(3 / _INCH_MM * dpi)
        cv2.circle(found, centre, radius, (shade, shade, shade), -1, cv2.LINE_AA)
    return found


def with_dust(page: Picture, specks: int, dice: Dice) -> Picture:
    """Return the page with so many specks, dark ones and light ones, and a few hairs."""
    found = page.copy()
    high, wide = int(page.shape[0]), int(page.shape[1])
    for number in range(specks):
        x, y = int(dice.integers(0, wide)), int(dice.integers(0, high))
        shade = 250 if number % 4 == 0 else int(dice.integers(30, 150))
        colour = (shade, shade, shade)
        if number % _HAIRS == 1:
            end = x + int(dice.integers(-25, 25)), y + int(dice.integers(-25, 25))
            cv2.line(found, (x, y), end, colour, 1, cv2.LINE_AA)
        else:
            cv2.circle(found, (x, y), int(dice.integers(1, 3)), colour, -1)
    return found


def with_streaks(page: Picture, count: int, dice: Dice) -> Picture:
    """Return the picture with upright streaks of a dirty glass, along the whole page."""
    wide = int(page.shape[1])
    share = ones(wide, dtype=float32)
    for _ in range(count):
        at = int(dice.integers(0, wide - 3))
        share[at : at + int(dice.integers(1, 3))] *= float(dice.uniform(0.7, 0.93))
    return darkened(page, _spread(share, page.shape[0]))


def with_edge_shadow(page: Picture, depth: float, dice: Dice) -> Picture:
    """Return the picture darker towards one side, as where a book is bound or a lid stands open."""
    width = float(dice.uniform(20, 90))
    falling = (1 - depth * exp(-arange(page.shape[1], dtype=float32) / width)).astype(float32)
    share = falling if dice.random() < 1 / 2 else falling[::-1]
    return darkened(page, _spread(share, page.shape[0]))


def _spread(share: Plane, rows: int) -> Plane:
    return asarray(ones((rows, 1), dtype=float32) * share[newaxis, :], dtype=float32)
