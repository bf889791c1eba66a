"""A small line drawing of two series over the years, for an SVG of fixed size."""

from fractions import Fraction

from msgspec import Struct

WIDTH, HEIGHT = 132, 40
_SIDE, _EDGE = 8, 6

Series = tuple[Fraction | None, ...]


class Dot(Struct, frozen=True, kw_only=True):
    """A year's place in the drawing."""

    x: int
    y: int


class Line(Struct, frozen=True, kw_only=True):
    """A drawing.

    Attributes:
        first, second: the series, a dot a year that has a value.
        is_pair: there are two, be it that one has no value yet.
    """

    first: tuple[Dot, ...]
    second: tuple[Dot, ...] = ()
    is_pair: bool = False

    @property
    def first_points(self) -> str:
        """The first series as SVG writes it."""
        return _points(self.first)

    @property
    def second_points(self) -> str:
        """The second series as SVG writes it."""
        return _points(self.second)


def line_through(first: Series, second: Series = ()) -> Line | None:
    """Return the drawing of one or two series on one scale; None where neither has two values.

    Example:
        >>> line_through((Fraction(1), Fraction(3))).first_points
        '8,34 124,6'
    """
    known = [value for value in (*first, *second) if value is not None]
    if max(sum(value is not None for value in series) for series in (first, second)) < _LEAST:
        return None
    low, high = min(known), max(known)
    last = max(len(first), len(second)) - 1
    return Line(
        first=tuple(_dots(first, last, low, high)),
        second=tuple(_dots(second, last, low, high)),
        is_pair=bool(second),
    )


_LEAST = 2


def _dots(series: Series, last: int, low: Fraction, high: Fraction) -> list[Dot]:
    inner = HEIGHT - 2 * _EDGE
    return [
        Dot(
            x=_SIDE + (WIDTH - 2 * _SIDE) * turn // last,
            y=HEIGHT // 2
            if high == low
            else HEIGHT - _EDGE - int((value - low) * inner / (high - low)),
        )
        for turn, value in enumerate(series)
        if value is not None
    ]


def _points(dots: tuple[Dot, ...]) -> str:
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)
