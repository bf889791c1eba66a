"""Where ruling lines may lie: whatever is long and thin by one of several settings.

Too many are no harm here: which of them are drawn, and from where to where, is told later, place
by place. One too few would be.
"""

import cv2
from msgspec import Struct
from numpy import asarray, bincount, convolve, int64, ones, uint8

from jiheng.readers.scan.holding import SURE, Piece, holding
from jiheng.readers.scan.pixels import Picture, sides
from jiheng.readers.scan.ridges import Ridges


class Setting(Struct, frozen=True, kw_only=True):
    """One way of looking for lines; lengths in points.

    Attributes:
        strength: a line stands out at least so many times as much as grain does.
        gap: pieces closer than this are one.
        shortest: no line is shorter.
    """

    strength: float
    gap: float
    shortest: float


SETTINGS = (
    Setting(strength=1.0, gap=3.0, shortest=24.0),
    Setting(strength=2.5, gap=8.0, shortest=40.0),
    Setting(strength=6.0, gap=2.0, shortest=9.0),
)

_THICKEST = 3.5
"""What is thicker is no line, in points."""

_SLOPE = 0.02
"""How much a line may climb of its length, where the paper is bent."""

_MARGIN = 0.03
"""The edge of the paper is looked for so near to that of the picture, as a share of its side."""

_BEYOND = 5.0, 35.0
"""Where a line would be seen to go on, in points from the last line across."""

_DRAWN = 0.7
"""So much of it, where it does."""

NEAR = 2.2
"""Lines closer than this, in points, are one."""


def places_of(ridges: Ridges) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the heights of level lines and the distances of upright ones, in pixels."""
    point = ridges.point
    level: list[Piece] = []
    upright: list[Piece] = []
    across = cv2.transpose(ridges.upright)
    for setting in SETTINGS:
        least = setting.strength * ridges.faintest
        level += _pieces((ridges.level > least).astype(uint8), setting, point)
        upright += _pieces((across > least).astype(uint8), setting, point)
    level, upright = holding(level, upright, point)
    ys, xs = _places(level, point), _places(upright, point)
    wide, high = sides(ridges.level)
    top, bottom = _ends(level, high, point)
    left, right = _ends(upright, wide, point)
    return (
        tuple(y for y in ys if not _goes_beyond(ridges.level, ridges, y, (left, right))),
        tuple(x for x in xs if not _goes_beyond(across, ridges, x, (top, bottom))),
    )


def _ends(pieces: list[Piece], size: int, point: float) -> tuple[float, float]:
    """Return the first and the last place of long lines, those of the paper's edge left out."""
    places = [
        piece.at
        for piece in pieces
        if piece.end - piece.start > SURE * point
        and _MARGIN * size < piece.at < (1 - _MARGIN) * size
    ]
    return (min(places), max(places)) if places else (0.0, float(size))


def _goes_beyond(plane: Picture, ridges: Ridges, place: float, ends: tuple[float, float]) -> bool:
    """Whether a line goes on outside of all tables: the edge of the paper, or a dirty streak."""
    near, far = (round(each * ridges.point) for each in _BEYOND)
    strip = plane[max(round(place) - 2, 0) : round(place) + 3]
    drawn = strip.max(axis=0) > ridges.faintest
    before = drawn[max(round(ends[0]) - far, 0) : max(round(ends[0]) - near, 0)]
    behind = drawn[round(ends[1]) + near : round(ends[1]) + far]
    return any(len(each) > near and float(each.mean()) > _DRAWN for each in (before, behind))


def _pieces(ink: Picture, setting: Setting, point: float) -> list[Piece]:
    """Return pieces of level lines."""
    gap, shortest = round(setting.gap * point), round(setting.shortest * point)
    # A line that climbs by a pixel goes on in the next row.
    wide = cv2.dilate(ink, ones((3, 1), uint8))
    closed = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, ones((1, gap), uint8))
    lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, ones((1, shortest), uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    return [
        Piece(at=top + (height - 1) / 2, start=left, end=left + width)
        for left, top, width, height, _ in found[1:].tolist()
        if height - 2 <= _THICKEST * point + _SLOPE * width
    ]


def _places(pieces: list[Piece], point: float) -> tuple[float, ...]:
    """Return where most of the pieces lie: the longest first, each taking what is near to it."""
    if not pieces:
        return ()
    at = asarray([round(piece.at) for piece in pieces], dtype=int64)
    weights = [piece.end - piece.start for piece in pieces]
    near = round(NEAR * point)
    counts = bincount(at, weights=weights, minlength=int(at.max()) + near + 1)
    crowd = convolve(counts, asarray([1.0, 2.0, 3.0, 2.0, 1.0]), "same")
    places: list[float] = []
    while crowd.max() > 0:
        place = int(crowd.argmax())
        places.append(float(place))
        crowd[max(place - near, 0) : place + near + 1] = 0
    return tuple(sorted(places))
