"""A page of a picture, turned upright, its light evened: where geometry ends and reading begins."""

from cv2.typing import MatLike
from msgspec import Struct
from numpy import float64
from numpy.typing import NDArray

from jiheng.formats.pages.page import Box, Ruling

Matrix = NDArray[float64]
"""Three by three; takes points of one picture to points of another, a homography."""


class Upright(Struct, frozen=True, kw_only=True, eq=False):
    """An upright page.

    Attributes:
        picture: rows × columns × red, green, blue; paper is white.
        rulings: its ruling lines, in its pixels.
        stamps: the boxes of the seals, in its pixels.
        point: pixels in a point, if the page is A4.
        back: takes its pixels to those of the picture that was given.
    """

    picture: MatLike
    rulings: tuple[Ruling, ...]
    stamps: tuple[Box, ...]
    point: float
    back: Matrix
