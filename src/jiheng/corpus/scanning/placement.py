"""Where a page lies in a picture of it."""

from math import cos, radians, sin

import cv2
from msgspec import Struct
from numpy import array, asarray, float32, float64
from numpy.typing import NDArray

from jiheng.corpus.scanning.arrangement import Segment
from jiheng.corpus.scanning.picture import Picture

Point = tuple[float, float]

Quad = tuple[Point, Point, Point, Point]
"""Corners in pixels: of the page's upper left, upper right, lower right and lower left."""

Matrix = NDArray[float64]
"""Three by three; a homography."""


class Placement(Struct, frozen=True, kw_only=True):
    """A page that lies flat somewhere in a picture.

    Attributes:
        matrix: takes pixels of the clean sheet to pixels of the picture.
        width: of the picture.
        height: of the picture.
    """

    matrix: Matrix
    width: int
    height: int

    def laid(self, page: Picture, ground: Picture) -> Picture:
        """Return the page on its ground, which is as large as the picture."""
        size = (self.width, self.height)
        return cv2.warpPerspective(
            page, self.matrix, size, dst=ground.copy(), flags=cv2.INTER_AREA,
            borderMode=cv2.BORDER_TRANSPARENT,
        )  # fmt: skip

    def quad(self, box: Segment, scale: float = 1.0) -> Quad:
        """Return where the corners of a box come to stand.

        Args:
            box: on the clean sheet.
            scale: pixels of the sheet in a unit of the box.
        """
        left, top, right, bottom = (side * scale for side in box)
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        a, b, c, d = self.points(corners)
        return a, b, c, d

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Return where points of the clean sheet come to stand."""
        moved = cv2.perspectiveTransform(asarray([points], dtype=float64), self.matrix)
        return tuple((float(x), float(y)) for x, y in moved[0])


def turned(width: int, height: int, degrees: float, shift: Point = (0.0, 0.0)) -> Placement:
    """Return a page turned a little about its middle, in a picture of its own size.

    Args:
        width: of page and picture.
        height: of page and picture.
        degrees: to the right.
        shift: pixels to the right and down.
    """
    c, s = cos(radians(degrees)), sin(radians(degrees))
    x, y = width / 2, height / 2
    matrix = array([
        [c, -s, x - c * x + s * y + shift[0]],
        [s, c, y - s * x - c * y + shift[1]],
        [0.0, 0.0, 1.0],
    ])  # fmt: skip
    return Placement(matrix=matrix, width=width, height=height)


def seen_from(width: int, height: int, corners: Quad, size: tuple[int, int]) -> Placement:
    """Return a page whose corners stand at these pixels of a picture of this size."""
    page = asarray([(0, 0), (width, 0), (width, height), (0, height)], dtype=float32)
    matrix = cv2.getPerspectiveTransform(page, asarray(corners, dtype=float32))
    return Placement(matrix=asarray(matrix, dtype=float64), width=size[0], height=size[1])


def quarters(placement: Placement, turns: int) -> Placement:
    """Return the placement in the picture turned to the right by so many quarters."""
    for _ in range(turns % 4):
        over = array([[0.0, -1.0, placement.height], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
        placement = Placement(
            matrix=over @ placement.matrix, width=placement.height, height=placement.width
        )
    return placement
