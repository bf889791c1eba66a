"""A page as ruling lines are looked for on it: at each height, in steps across."""

import cv2
from msgspec import Struct
from numpy import abs as size_of
from numpy import arange, asarray, bool_, intp, median, ones, percentile, uint8
from numpy.typing import NDArray

from jiheng.readers.scan.contrast import BESIDE, Contrast, contrast_of
from jiheng.readers.scan.pixels import Picture, sides

STEP = 1.0
"""From one sample to the next, in points."""

_NOISE = 3.0
"""What stands out less than so many times the grain of the page is grain."""

_FAINTEST = 8.0
"""What stands out less than this is no line, of 255."""

_GRAIN = 60
"""So many of a hundred places show nothing but grain."""

_RIM = 0.4
"""Where a seal's ink was taken off its edges stay, with less of the contrast that lines have."""


class Samples(Struct, frozen=True, kw_only=True, eq=False):
    """A page seen for its level lines; all arrays are rows of the page × steps.

    Attributes:
        contrast: how much darker than above and below.
        is_dark: a line may be there.
        is_letter: a letter stands there, or so near that its edge is seen.
        is_through: a line there would run through letters.
        is_unseen: something is so near that a line is not seen.
        step: pixels from one sample to the next.
        point: pixels in a point.
        least: contrast from which on it is dark.
    """

    contrast: Contrast
    is_dark: NDArray[bool_]
    is_letter: NDArray[bool_]
    is_through: NDArray[bool_]
    is_unseen: NDArray[bool_]
    step: float
    point: float
    least: float


def samples_of(
    gray: Picture, letters: Picture, words: Picture, taken: Picture, point: float
) -> Samples:
    """Return what there is of level lines; turn all pictures for upright ones.

    Args:
        gray: the page, evenly lit.
        letters: 1 where they stand, with their edges.
        words: 1 where they and the room between their strokes are.
        taken: 1 where something was taken from the page.
        point: pixels in a point.
    """
    step = STEP * point
    columns = asarray(arange(step / 2, sides(gray)[0], step), dtype=intp)
    contrast = contrast_of(gray, point, STEP)[:, columns]
    beside = round(BESIDE * point)
    around = cv2.dilate(cv2.max(letters, taken), ones((2 * beside + 1, 1), uint8))
    is_letter = asarray(letters[:, columns] > 0, dtype=bool_)
    grain = float(percentile(size_of(contrast[::5, ::3]), _GRAIN))
    least = max(_NOISE * grain, _FAINTEST)
    is_dark = (contrast > least) & ~is_letter
    if is_dark.any():
        rim = cv2.dilate(taken, ones((2 * beside + 1, 2 * beside + 1), uint8))[:, columns] > 0
        is_dark &= ~rim | (contrast > _RIM * float(median(contrast[is_dark])))
    return Samples(
        contrast=contrast,
        is_dark=asarray(is_dark, dtype=bool_),
        is_letter=is_letter,
        is_through=asarray(words[:, columns] > 0, dtype=bool_),
        is_unseen=asarray(around[:, columns] > 0, dtype=bool_),
        step=step,
        point=point,
        least=least,
    )
