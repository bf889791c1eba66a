"""Pictures of pages of other files, brought upright like those of scanners."""

from msgspec.structs import replace
from numpy import array, asarray, uint8
from PIL import Image

from jiheng.formats.pages.pictured import Affine
from jiheng.readers.scan.leaf import Leaf, leaf_of
from jiheng.readers.scan.pictures import pictures_of
from jiheng.readers.scan.pixels import Matrix, sides


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


def _to_page(place: Affine, wide: int, high: int) -> Matrix:
    """Return what takes the pixels of a picture to points of its page."""
    a, b, c, d, e, f = place
    return array([[a / wide, c / high, e], [b / wide, d / high, f], [0.0, 0.0, 1.0]])
