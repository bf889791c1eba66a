"""Pictures of pages of other files, brought upright like those of scanners."""

import cv2
from msgspec.structs import replace
from numpy import array, asarray, uint8
from PIL import Image

from jiheng.formats.pages.pictured import Affine
from jiheng.readers.scan.leaf import Leaf, leaf_of
from jiheng.readers.scan.matrices import scaled
from jiheng.readers.scan.pictures import pictures_of
from jiheng.readers.scan.pixels import Matrix, sides

_PAPER = 255


def leaf_on(number: int, picture: Image.Image | bytes, place: Affine) -> Leaf:
    """Return the page that a picture shows; what was given is the page on which the picture lies.

    Args:
        number: of the page.
        picture: unpacked, or its file.
        place: takes a square of 1 to where the picture lies on its page.

    Raises:
        FormatError: the picture is damaged, or has too many pixels.
    """
    if isinstance(picture, bytes):
        pixels = next(iter(pictures_of(picture)))
    else:
        pixels = asarray(picture.convert("RGB"), dtype=uint8)
    leaf = leaf_of(pixels, number)
    wide, high = sides(pixels)
    return replace(leaf, to_given=_to_page(place, wide, high) @ leaf.to_given)


def laid(picture: bytes, place: Affine, width: float, height: float, scale: float) -> Image.Image:
    """Return what a page looks like on which nothing lies but a picture.

    Args:
        picture: its file.
        place: takes a square of 1 to where it lies.
        width: of the page, in points.
        height: of the page, in points.
        scale: pixels in a point.

    Raises:
        FormatError: the picture is damaged, or has too many pixels.
    """
    pixels = next(iter(pictures_of(picture)))
    matrix = scaled(scale) @ _to_page(place, *sides(pixels))
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    page = cv2.warpPerspective(
        pixels, matrix, size, flags=cv2.INTER_AREA, borderValue=(_PAPER, _PAPER, _PAPER)
    )
    return Image.fromarray(page)


def _to_page(place: Affine, wide: int, high: int) -> Matrix:
    """Return what takes the pixels of a picture to points of its page."""
    a, b, c, d, e, f = place
    return array([[a / wide, c / high, e], [b / wide, d / high, f], [0.0, 0.0, 1.0]])
