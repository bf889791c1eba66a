"""Streaks that dirt on the glass of a scanner draws from the top of the picture to its foot.

They are upright in the picture, however the page lies in it. A line of a table may be nearly as
long, but it leaves the margins white.
"""

import cv2
from numpy import asarray, bool_, flatnonzero, maximum, minimum, ones, uint8
from numpy.typing import NDArray

from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_SMOOTH = 12.0
"""Streaks are faint; so far they are smoothed downwards, in points."""

_THICKEST = 3.4
"""Streaks are thinner, in points."""

_LEAST = 4.0
"""A streak stands out by this on average, of 255."""

_WHOLE = 0.85
"""Of its whole length at least this share is seen."""

_MARGIN, _AT_ENDS = 0.02, 0.5
"""Of so much of the picture, at its top and at its foot, at least this share."""

_BESIDE = 3
"""Pixels to either side from which its place is filled."""


def streaks_in(picture: Picture) -> NDArray[bool_]:
    """Return for each column of a picture, red, green and blue, whether a streak runs down it."""
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    point = max(sides(gray)) / A4_POINTS
    smooth = cv2.blur(gray, (1, _odd(_SMOOTH * point)))
    beside = ones((1, _odd(_THICKEST * point)), uint8)
    dark = cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, beside) > _LEAST
    margin = round(_MARGIN * len(dark)) or 1
    ends = minimum(dark[:margin].mean(axis=0), dark[-margin:].mean(axis=0))
    return asarray((dark.mean(axis=0) > _WHOLE) & (ends > _AT_ENDS), dtype=bool_)


def without_streaks(picture: Picture, streaks: NDArray[bool_]) -> Picture:
    """Return the picture with paper in these columns."""
    columns = flatnonzero(streaks)
    wide, _ = sides(picture)
    found = picture.copy()
    left, right = maximum(columns - _BESIDE, 0), minimum(columns + _BESIDE, wide - 1)
    found[:, columns] = maximum(picture[:, left], picture[:, right])
    return found


def _odd(length: float) -> int:
    return 2 * round(length / 2) + 1
