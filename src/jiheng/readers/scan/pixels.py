"""The arrays of this folder, and lengths that hold for every size of picture."""

from cv2.typing import MatLike
from numpy import asarray, clip, float64, uint8
from numpy.typing import NDArray

Picture = MatLike
"""Rows × columns, or rows × columns × red, green, blue; whole numbers of 8 bits."""

Matrix = NDArray[float64]
"""Three by three; takes points of one picture to points of another, a homography."""

A4_POINTS = 842.0
"""The long side of the paper that nearly every form is printed on."""


def as_picture(values: MatLike) -> Picture:
    """Return numbers as a picture; what is below 0 or above 255 is cut."""
    return asarray(clip(values, 0, 255), dtype=uint8)


def sides(picture: Picture) -> tuple[int, int]:
    """Return width and height."""
    return int(picture.shape[1]), int(picture.shape[0])
