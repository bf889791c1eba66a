"""Where level lines may lie: whatever is dark for some length, or here and there for long.

Too many are no harm here: which of them are drawn, and from where to where, is told later, border
by border. One too few would be.
"""

import cv2
from numpy import asarray, convolve, float32, maximum, ones, uint8, zeros
from numpy.typing import NDArray

from jiheng.readers.scan.pixels import Picture
from jiheng.readers.scan.samples import STEP, Samples

_LOOKS = ((24.0, 0.8), (60.0, 0.6), (180.0, 0.3))
"""Lengths in points, and the share of them that is dark."""

_SEEN = 0.4
"""Of a length so much is seen at least."""

NEAR = 4.5
"""Lines closer than this, in points, are one; no row of type is so low."""


def places_of(samples: Samples) -> tuple[int, ...]:
    """Return the heights of lines, in pixels, from the top; the darkest takes what is near."""
    dark = samples.is_dark.astype(uint8)
    # A line that climbs by a pixel goes on in the next row.
    thick = cv2.dilate(dark, ones((3, 1), uint8))
    seen = maximum(thick, 1 - samples.is_unseen.astype(uint8))
    is_line = zeros(len(dark), dtype=bool)
    for length, share in _LOOKS:
        steps = round(length / STEP)
        is_line |= (_means(thick, steps) >= share * maximum(_means(seen, steps), _SEEN)).any(axis=1)
    weight = convolve(dark.sum(axis=1, dtype=float), [0.5, 1.0, 0.5], "same") * is_line
    near = round(NEAR * samples.point)
    places: list[int] = []
    while weight.max() > 0:
        place = int(weight.argmax())
        places.append(place)
        weight[max(place - near, 0) : place + near + 1] = 0
    return tuple(sorted(places))


def _means(mask: Picture, steps: int) -> NDArray[float32]:
    """Return the mean of so many steps around each."""
    means = cv2.blur(mask.astype(float32), (steps, 1), borderType=cv2.BORDER_CONSTANT)
    return asarray(means, dtype=float32)
