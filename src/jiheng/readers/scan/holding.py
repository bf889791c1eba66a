"""Pieces of lines that hold on to others: what touches none is a stroke, a speck or a shade."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

SURE = 70.0
"""A piece this long needs no other, in points."""

_REACH = 4.0
"""How far from another line a piece may end and hold on to it, in points."""


class Piece(Struct, frozen=True, kw_only=True, gc=False):
    """A piece of a line: at a height from left to right, or at a distance from the left, down."""

    at: float
    start: int
    end: int


def holding(
    level: list[Piece], upright: list[Piece], point: float
) -> tuple[list[Piece], list[Piece]]:
    """Return the long pieces, and those that touch one of these or one another in turn."""
    reach = _REACH * point
    lines = (level, upright)
    kept = tuple(_Crossed(reach) for _ in lines)
    waiting = [list(pieces) for pieces in lines]
    found: tuple[list[Piece], list[Piece]] = ([], [])
    least = SURE * point
    while True:
        fresh = [
            [each for each in waiting[way] if each.end - each.start >= least
             or kept[1 - way].touch(each)]
            for way in (0, 1)
        ]  # fmt: skip
        if not any(fresh):
            return found
        for way, pieces in enumerate(fresh):
            taken = set(pieces)
            waiting[way] = [each for each in waiting[way] if each not in taken]
            found[way].extend(pieces)
            for each in pieces:
                kept[way].add(each)


class _Crossed:
    """Pieces of one direction, found by where they lie."""

    def __init__(self, reach: float) -> None:
        self._reach = reach
        self._pieces: dict[int, list[Piece]] = defaultdict(list)

    def add(self, piece: Piece) -> None:
        """Take one in."""
        self._pieces[int(piece.at // self._reach)].append(piece)

    def touch(self, other: Piece) -> bool:
        """Whether an end of a piece across lies on one of these."""
        return any(
            each.start - self._reach <= other.at <= each.end + self._reach
            for end in (other.start, other.end)
            for each in self._near(end)
        )

    def _near(self, place: float) -> Iterator[Piece]:
        around = int(place // self._reach)
        for each in range(around - 1, around + 2):
            yield from (
                piece
                for piece in self._pieces.get(each, ())
                if abs(piece.at - place) <= self._reach
            )
