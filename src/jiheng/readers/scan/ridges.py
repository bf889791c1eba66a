"""How dark and thin the page is at each place, as a ruling line is: across, and down."""

import cv2
from msgspec import Struct
from numpy import median, ones, uint8

from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_THICKEST = 3.4
"""Lines are thinner than this, in points."""

_NOISE = 3.0
"""What stands out less than so many times the grain of the page is grain."""

_FAINTEST = 10.0
"""What stands out less than this is no line, of 255."""


class Ridges(Struct, frozen=True, kw_only=True, eq=False):
    """How much darker each pixel is than what lies to both sides of it, from 0 to 255.

    Attributes:
        level: seen from above and below, smoothed across.
        upright: seen from the left and right, smoothed downwards.
        point: pixels in a point, if the page is A4.
        faintest: what stands out less than this is paper.
    """

    level: Picture
    upright: Picture
    point: float
    faintest: float


def ridges_of(gray: Picture, along: float) -> Ridges:
    """Return the ridges of an upright page.

    Args:
        gray: the page, evenly lit.
        along: how far it is smoothed along a line, in points.
    """
    point = max(sides(gray)) / A4_POINTS
    thick, smooth = _odd(_THICKEST * point), _odd(along * point)
    level = _blackhat(cv2.blur(gray, (smooth, 1)), (1, thick))
    upright = _blackhat(cv2.blur(gray, (1, smooth)), (thick, 1))
    grain = max(_grain(level), _grain(upright))
    return Ridges(
        level=level, upright=upright, point=point, faintest=max(_FAINTEST, _NOISE * grain)
    )


def _blackhat(gray: Picture, size: tuple[int, int]) -> Picture:
    return cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, ones((size[1], size[0]), uint8))


def _grain(plane: Picture) -> float:
    """Return what most of the page, which is paper, shows where nothing is."""
    return float(median(plane[::7, ::7]))


def _odd(length: float) -> int:
    return 2 * round(length / 2) + 1
