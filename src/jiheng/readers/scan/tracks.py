"""Lines followed across a page, for paper is bent: where along them ink is seen, and where none."""

import cv2
from msgspec import Struct
from numpy import (
    arange,
    asarray,
    bool_,
    clip,
    float32,
    float64,
    int64,
    ones,
    pad,
    repeat,
    stack,
    uint8,
    zeros,
)
from numpy.typing import NDArray

from jiheng.readers.scan.samples import Samples

_STRAY = 1.1
"""A line lies no farther from its place than this, in points."""

_CHUNK = 20
"""So many steps of a line lie at one height; from one chunk to the next it climbs by a pixel."""

_STRAIGHT = 4.0
"""To climb, a line must be darker there by so many steps of the least contrast."""

_STRONGEST = 3.0
"""What is darker than so many times the least counts no more: a letter."""

_LIKE_NONE = 0.3
"""Lines do not run through letters: there, a step counts so much for there being none."""

Counts = NDArray[float64]
"""Lines × steps."""


class Tracks(Struct, frozen=True, kw_only=True, eq=False):
    """What is seen along lines, step by step; nothing where a line would not be seen.

    Attributes:
        dark: 1 where there is ink, else 0.
        blank: 1 where there is none, else 0; between them where it would run through a letter.
        step: pixels from one to the next.
    """

    dark: Counts
    blank: Counts
    step: float


def tracks_of(samples: Samples, places: tuple[int, ...]) -> Tracks:
    """Return what is seen along level lines about at these heights, which are in pixels."""
    last, steps = samples.contrast.shape[0] - 1, samples.contrast.shape[1]
    stray = round(_STRAY * samples.point)
    heights = repeat(_heights(samples, places, stray), _CHUNK, axis=1)[:, :steps]
    rows = clip(asarray(places)[:, None] + heights - stray, 0, last)
    columns: NDArray[int64] = arange(steps, dtype=int64)
    thick = cv2.dilate(samples.is_dark.astype(uint8), ones((3, 1), uint8))
    is_dark = asarray(thick[rows, columns] > 0, dtype=bool_)
    is_blank = ~is_dark & ~samples.is_unseen[rows, columns]
    is_crossed = ~is_dark & samples.is_through[rows, columns]
    return Tracks(
        dark=is_dark.astype(float64),
        blank=asarray(is_blank + _LIKE_NONE * is_crossed, dtype=float64),
        step=samples.step,
    )


def _heights(samples: Samples, places: tuple[int, ...], stray: int) -> NDArray[int64]:
    """Return for each line the height of each chunk, from 0 to twice the stray: the darkest way."""
    sums = _sums(samples, places, stray)
    best, ways = sums[:, :, 0], zeros(sums.shape, dtype=int64)
    for chunk in range(1, sums.shape[2]):
        around = pad(best, ((0, 0), (1, 1)), constant_values=-float("inf"))
        before = stack([around[:, :-2], around[:, 1:-1] + _STRAIGHT * samples.least, around[:, 2:]])
        ways[:, :, chunk] = before.argmax(axis=0) - 1
        best = before.max(axis=0) + sums[:, :, chunk]
    lines = arange(len(places))
    heights = zeros((len(places), sums.shape[2]), dtype=int64)
    heights[:, -1] = best.argmax(axis=1)
    for chunk in range(sums.shape[2] - 1, 0, -1):
        at = heights[:, chunk]
        heights[:, chunk - 1] = at + ways[lines, at, chunk]
    return heights


def _sums(samples: Samples, places: tuple[int, ...], stray: int) -> NDArray[float32]:
    """Return how dark each chunk is at each height: lines × heights × chunks."""
    dark = clip(samples.contrast, -samples.least, _STRONGEST * samples.least).astype(float32)
    dark[samples.is_letter] = 0
    rows, steps = dark.shape
    chunks = -(-steps // _CHUNK)
    page = zeros((rows + 2 * stray, chunks * _CHUNK), dtype=float32)
    page[stray : stray + rows, :steps] = dark
    strips = stack([page[place : place + 2 * stray + 1] for place in places])
    return strips.reshape(len(places), 2 * stray + 1, chunks, _CHUNK).sum(axis=3)
