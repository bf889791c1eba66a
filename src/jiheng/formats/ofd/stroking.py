"""Path objects → ruling lines: what is drawn long and thin, as a stroke or as a filled bar."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from jiheng.formats.ofd.matrix import Matrix, Point, box_around
from jiheng.formats.ofd.values import number
from jiheng.formats.pages.page import Box, Ruling

_THICKEST = 6.0
"""A bar thicker than this is a ground to write on, in points."""

_SHORTEST = 1.0
"""A line shorter than this is a part of a drawn letter, in points."""

_SLENDER = 2.0
"""A line is so many times longer than thick."""

_ASKEW = 0.5
"""How far the ends of a level line may lie from each other in height, in points."""

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_WORD = re.compile(r"[A-Za-z]|[-+]?[.\d]+(?:[eE][-+]?\d+)?")


class SubPath(Struct, frozen=True, kw_only=True):
    """A line without a break, as points joined by straight lines.

    Attributes:
        is_straight: no part of it is curved; a curve is only the line between its ends.
    """

    points: tuple[Point, ...]
    is_straight: bool


def subpaths(data: str) -> Iterator[SubPath]:
    """Yield the lines that abbreviated path data describes; its parts that are no letters.

    Raises:
        FormatError: a number of it cannot be read.
    """
    points: list[Point] = []
    is_straight = True
    for operator, operands in _operations(data):
        if operator in "SM":
            yield from _ended(points, is_straight=is_straight)
            points, is_straight = [], True
        is_straight = is_straight and operator not in "QBA"
        if operator == "C" and points:
            points.append(points[0])
        elif count := _OPERANDS[operator]:
            ends = range(count, len(operands) + 1, count)
            points += ((operands[end - 2], operands[end - 1]) for end in ends)
    yield from _ended(points, is_straight=is_straight)


def _ended(points: list[Point], *, is_straight: bool) -> Iterator[SubPath]:
    if len(points) > 1:
        yield SubPath(points=tuple(points), is_straight=is_straight)


def _operations(data: str) -> Iterator[tuple[str, list[float]]]:
    operator = ""
    operands: list[float] = []
    for word in _WORD.findall(data):
        if word.upper() in _OPERANDS:
            if operator:
                yield operator, operands
            operator, operands = word.upper(), []
        else:
            operands.append(number(word))
    if operator:
        yield operator, operands


def stroked(path: SubPath, place: Matrix, width: float) -> Iterator[Ruling]:
    """Yield the ruling lines of a stroke; ``width`` of the pen in points."""
    if not path.is_straight:
        return
    half = width / 2
    for (x1, y1), (x2, y2) in pairwise(place.of(x, y) for x, y in path.points):
        if abs(y2 - y1) <= _ASKEW:
            y = (y1 + y2) / 2
            yield from _bar((min(x1, x2), y - half, max(x1, x2), y + half))
        elif abs(x2 - x1) <= _ASKEW:
            x = (x1 + x2) / 2
            yield from _bar((x - half, min(y1, y2), x + half, max(y1, y2)))


def filled(path: SubPath, place: Matrix) -> Iterator[Ruling]:
    """Yield the ruling line that a filled shape looks like."""
    if path.is_straight:
        yield from _bar(box_around(place.of(x, y) for x, y in path.points))


def _bar(box: Box) -> Iterator[Ruling]:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if max(width, height) < max(_SHORTEST, _SLENDER * min(width, height)):
        return
    if width >= height and height <= _THICKEST:
        middle = (top + bottom) / 2
        yield Ruling(left=left, top=middle, right=right, bottom=middle)
    elif height > width and width <= _THICKEST:
        middle = (left + right) / 2
        yield Ruling(left=middle, top=top, right=middle, bottom=bottom)
