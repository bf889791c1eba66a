"""How much darker a page is at each place than just above and just below: what lies level."""

import cv2
from numpy import asarray, int16, maximum, zeros_like
from numpy.typing import NDArray

from jiheng.readers.scan.pixels import Picture

Contrast = NDArray[int16]
"""For each pixel, from -255 to 255."""

THICK = 1.0
"""Of a ruling line, in points."""

BESIDE = 1.5
"""So far from the middle of a line there is paper on both sides, in points."""


def contrast_of(gray: Picture, point: float, along: float) -> Contrast:
    """Return how level lines stand out from their darker side; turn the page for upright ones.

    Args:
        gray: the page.
        point: pixels in a point.
        along: how far the page is smoothed across, in points.
    """
    ink = cv2.blur(255 - gray, (_odd(along * point), _odd(THICK * point)))
    beside = min(max(round(BESIDE * point), 1), len(ink) - 1)
    above, below = zeros_like(ink), zeros_like(ink)
    above[beside:] = ink[: len(ink) - beside]
    below[: len(ink) - beside] = ink[beside:]
    return asarray(ink, dtype=int16) - maximum(above, below)


def _odd(length: float) -> int:
    return 2 * round(length / 2) + 1
