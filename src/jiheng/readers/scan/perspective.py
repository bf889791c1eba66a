"""How a page leans, told from the lines on it.

Lines that lie on the paper meet in one point of the picture, those that stand in another. Brought
back to infinity, the page is level, upright and without perspective, whatever the camera did.
"""

from math import cos, pi, sin
from typing import cast

import cv2
from cv2.typing import MatLike
from msgspec import Struct
from numpy import abs as size_of
from numpy import (
    arctan2,
    array,
    asarray,
    bincount,
    clip,
    convolve,
    cross,
    diag,
    float64,
    hypot,
    int64,
    ones,
    stack,
    zeros,
)
from numpy.linalg import solve
from numpy.typing import NDArray

from jiheng.readers.scan.matrices import moved
from jiheng.readers.scan.pixels import Matrix, Picture, sides

_SHORTEST = 0.025
"""Segments shorter than this share of the picture's long side are letters."""

_FAN = 0.21
"""Lines of one direction lie within this angle of one another, 12 degrees."""

_ROUNDS = 12
_STRAY = 0.012, 0.0015
"""Lines farther off the common point than this angle count little: at first, and at last."""

_STIFF = 0.001
"""How much a page resists perspective that few lines ask for, as a share of all their length."""

_BINS = 360
_QUARTER = pi / 2

Segments = NDArray[float64]
"""A row for each: x, y of one end, x, y of the other; in pixels."""


class Lean(Struct, frozen=True, kw_only=True, eq=False):
    """What brings a page upright.

    Attributes:
        matrix: takes pixels of the upright page to pixels of the picture; its middle stays.
        length: how long all lines are together that agree, in lengths of the picture.
    """

    matrix: Matrix
    length: float


def segments_of(gray: Picture) -> Segments:
    """Return the straight edges in a picture."""
    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE)
    # Where there is none, OpenCV gives None, whatever its types say.
    found = cast("MatLike | None", detector.detect(gray)[0])
    rows = asarray(zeros((0, 4)) if found is None else found, dtype=float64).reshape(-1, 4)
    lengths = hypot(rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1])
    return rows[lengths >= _SHORTEST * max(sides(gray))]


def lean_of(segments: Segments, width: int, height: int) -> Lean | None:
    """Return how the page leans in a picture of this size; None where no lines tell."""
    if not len(segments):
        return None
    unit = max(width, height) / 2
    ends = (segments - array([width, height, width, height]) / 2) / unit
    along = ends[:, 2:] - ends[:, :2]
    angles, lengths = arctan2(along[:, 1], along[:, 0]), hypot(along[:, 0], along[:, 1])
    main = _main_direction(angles, lengths)
    off = (angles - main + _QUARTER / 2) % pi - _QUARTER / 2
    lying, standing = size_of(off) < _FAN, size_of(off - _QUARTER) < _FAN
    turn = array([[cos(main), sin(main)], [-sin(main), cos(main)]])
    level = _meeting(ends[lying] @ _twice(turn), lengths[lying])
    upright = _meeting(ends[standing] @ _twice(_QUARTER_BACK @ turn), lengths[standing])
    return _lean((level, upright), main, (width, height), unit)


_QUARTER_BACK = array([[0.0, 1.0], [-1.0, 0.0]])


def _twice(turn: NDArray[float64]) -> NDArray[float64]:
    """Return what turns both ends of segments that are rows."""
    both = zeros((4, 4))
    both[:2, :2] = both[2:, 2:] = turn.T
    return both


def _main_direction(angles: NDArray[float64], lengths: NDArray[float64]) -> float:
    """Return the direction of most lines, up to quarters: between -45 and 45 degrees."""
    places = asarray((angles % _QUARTER) / _QUARTER * _BINS, dtype=int64) % _BINS
    counts = bincount(places, weights=lengths, minlength=_BINS)
    around = convolve(counts[[*range(-4, 0), *range(_BINS), *range(4)]], ones(9), "valid")
    found = (float(around.argmax()) + 0.5) / _BINS * _QUARTER
    return found - _QUARTER if found > _QUARTER / 2 else found


class _Meeting(Struct, frozen=True, kw_only=True):
    """Where nearly level lines meet: at (1, slope, nearness), and how long they are together."""

    slope: float
    nearness: float
    length: float


def _meeting(ends: Segments, lengths: NDArray[float64]) -> _Meeting:
    """Return where most lines meet, found by weighing those less that go elsewhere."""
    starts = stack([ends[:, 0], ends[:, 1], ones(len(ends))], axis=1)
    others = stack([ends[:, 2], ends[:, 3], ones(len(ends))], axis=1)
    lines = cross(starts, others) / lengths[:, None]
    slope = nearness = 0.0
    weights = lengths
    for number in range(_ROUNDS):
        share = number / (_ROUNDS - 1)
        stray = _STRAY[0] * (1 - share) + _STRAY[1] * share
        known = lines[:, 1:] * weights[:, None]
        left = known.T @ lines[:, 1:] + diag([1e-9, _STIFF * weights.sum() + 1e-9])
        slope, nearness = (float(each) for each in solve(left, -known.T @ lines[:, 0]))
        rest = lines @ array([1.0, slope, nearness])
        weights = lengths * clip(1 - (rest / (_WIDE * stray)) ** 2, 0, 1) ** 2
    return _Meeting(slope=slope, nearness=nearness, length=float(weights.sum()))


_WIDE = 4.0
"""So many strays off, a line does not count at all."""


def _lean(
    found: tuple[_Meeting, _Meeting], main: float, size: tuple[int, int], unit: float
) -> Lean:
    level, upright = found
    # In turned axes the standing lines meet at (-slope, 1): a quarter back from (1, slope).
    lean = array([
        [1.0, -upright.slope, 0.0],
        [level.slope, 1.0, 0.0],
        [level.nearness, upright.nearness, 1.0],
    ])  # fmt: skip
    turn = array([[cos(main), -sin(main), 0.0], [sin(main), cos(main), 0.0], [0.0, 0.0, 1.0]])
    to_unit = array([[1 / unit, 0.0, 0.0], [0.0, 1 / unit, 0.0], [0.0, 0.0, 1.0]])
    from_unit = array([[unit, 0.0, 0.0], [0.0, unit, 0.0], [0.0, 0.0, 1.0]])
    width, height = size
    middle = moved(width / 2, height / 2)
    matrix = middle @ from_unit @ turn @ lean @ to_unit @ moved(-width / 2, -height / 2)
    return Lean(matrix=matrix, length=level.length + upright.length)
