"""A page turned so that its letters stand upright."""

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.formats.ofd.matrix import Matrix
from jiheng.formats.pages.page import Glyph, Ruling


class Upright(NamedTuple):
    """How a page is turned, and its size then."""

    place: Matrix
    width: float
    height: float

    def glyph(self, glyph: Glyph) -> Glyph:
        """Return a letter at its upright place."""
        return replace(glyph, box=self.place.box(glyph.box))

    def ruling(self, ruling: Ruling) -> Ruling:
        """Return a ruling line at its upright place."""
        box = self.place.box((ruling.left, ruling.top, ruling.right, ruling.bottom))
        return Ruling(left=box[0], top=box[1], right=box[2], bottom=box[3])


def upright(quarters: Counter[int], width: float, height: float) -> Upright | None:
    """Return how a page is turned whose letters mostly stand turned; None where they do not.

    Args:
        quarters: how many letters are turned clockwise by so many quarters.
        width: of the page as it is, in points.
        height: of the page as it is.
    """
    most = quarters.most_common(1)
    match most[0][0] if most else 0:
        case 1:
            return Upright(Matrix(0, -1, 1, 0, 0, width), height, width)
        case 2:
            return Upright(Matrix(-1, 0, 0, -1, width, height), width, height)
        case 3:
            return Upright(Matrix(0, 1, -1, 0, height, 0), height, width)
        case _:
            return None
