"""The pictures of this folder: arrays of rows × columns × blue, green, red, from 0 to 255."""

from cv2.typing import MatLike
from numpy import asarray, clip, float32, uint8
from numpy.random import Generator
from numpy.typing import NDArray

Picture = MatLike
"""Whole numbers, 8 bits."""

Plane = NDArray[float32]
"""Rows × columns of numbers between 0 and 1."""

Dice = Generator


def as_picture(values: MatLike) -> Picture:
    """Return numbers as a picture; what is below black or above white is cut."""
    return asarray(clip(values, 0, 255), dtype=uint8)


def darkened(picture: Picture, share: Plane) -> Picture:
    """Return the picture with each pixel keeping this share of its light."""
    return as_picture(picture * share[:, :, None])
