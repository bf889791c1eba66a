"""Streaks that dirt on the glass of a scanner draws from the top of the picture to its foot.

They are upright in the picture, however the page lies in it, and no line of a table is so long.
"""

import cv2
from numpy import flatnonzero, minimum, uint8
from numpy import maximum as larger_of

from jiheng.readers.scan.pixels import Picture, sides
from jiheng.readers.scan.ridges import ridges_of

_SMOOTH = 12.0
"""Streaks are faint; so far they are smoothed downwards, in points."""

_LEAST = 4.0
"""A streak stands out by this on average, of 255."""

_WHOLE = 0.85
"""Of its whole length at least this share is seen."""

_BESIDE = 3
"""Pixels to either side from which its place is filled."""


def without_streaks(picture: Picture) -> Picture:
    """Return the picture, red, green and blue, with paper where streaks were."""
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    dark = (ridges_of(gray, _SMOOTH).upright > _LEAST).astype(uint8)
    columns = flatnonzero(dark.mean(axis=0) > _WHOLE)
    if not len(columns):
        return picture
    wide, _ = sides(picture)
    found = picture.copy()
    left, right = larger_of(columns - _BESIDE, 0), minimum(columns + _BESIDE, wide - 1)
    found[:, columns] = larger_of(picture[:, left], picture[:, right])
    return found
