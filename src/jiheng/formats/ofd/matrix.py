"""Places inside a drawn object → places on the page."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from jiheng.formats.pages.page import Box

Point = tuple[float, float]


class Matrix(NamedTuple):
    """An affine map: x′ = ax + cy + e, y′ = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> Point:
        """Return where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inner(self, inside: Self) -> "Matrix":
        """Return the map of what ``inside`` maps first, and this one then."""
        a, b, c, d, e, f = inside
        return Matrix(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            *self.of(e, f),
        )

    def box(self, box: Box) -> Box:
        """Return the box around what a box is mapped to."""
        left, top, right, bottom = box
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        return box_around(self.of(x, y) for x, y in corners)


def box_around(points: Iterable[Point]) -> Box:
    """Return the box around points, of which there is at least one."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def moved(x: float, y: float) -> Matrix:
    """Return the map that moves everything by (x, y)."""
    return Matrix(e=x, f=y)
