"""Where ink stands along a line of text."""

from bisect import bisect_left
from operator import sub

from msgspec import Struct
from numpy import diff, flatnonzero, int8, pad

from jiheng.readers.scan.text.ink import WHITE, Gray

_DARK = 0.45
"""Ink is darker than paper by this share of the darkest ink in the line."""

_WIDTH_OF_STOP = 0.45
"""In heights of type."""


class Setting(Struct, frozen=True, kw_only=True, eq=False):
    """A line as it is set.

    Attributes:
        picture: as the network took it.
        pitch: columns of the picture in a step.
        size: height of type, in pixels of the picture.
    """

    picture: Gray
    pitch: float
    size: float

    def place(self, step: int) -> float:
        """Return the column of the picture in which a step lies."""
        return (step + 0.5) * self.pitch


class Columns:
    """Columns of a line in which there is ink; what is measured is in heights of type."""

    def __init__(self, setting: Setting) -> None:
        picture, self._size = setting.picture, setting.size
        least = WHITE - _DARK * (WHITE - float(picture.min()))
        edges = diff(pad((picture < least).any(axis=0).astype(int8), 1))
        self._starts: list[int] = flatnonzero(edges > 0).tolist()
        self._ends: list[int] = flatnonzero(edges < 0).tolist()

    @property
    def pieces(self) -> list[tuple[int, int]]:
        """Where each piece of ink begins and ends, in columns of the picture."""
        return list(zip(self._starts, self._ends, strict=True))

    def white(self, before: float, after: float) -> float:
        """Return how wide the widest white between two places is."""
        first = max(bisect_left(self._starts, before) - 1, 0)
        last = bisect_left(self._starts, after)
        ends, starts = self._ends[first:last], self._starts[first + 1 :]
        return max(map(sub, starts, ends), default=0) / self._size

    def room(self, place: float) -> float | None:
        """Return how far it is between the letters beside a stop; None where there is none."""
        pieces = self.pieces
        near = min(range(len(pieces)), key=lambda at: abs(sum(pieces[at]) / 2 - place), default=0)
        if not 0 < near < len(pieces) - 1:
            return None
        start, end = pieces[near]
        if end - start > _WIDTH_OF_STOP * self._size:
            return None
        return (pieces[near + 1][0] - pieces[near - 1][1]) / self._size
