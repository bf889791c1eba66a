"""A file of pixels → the pictures in it, the right way up as its camera says."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from warnings import catch_warnings, simplefilter

from numpy import asarray, uint8
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.TiffImagePlugin import TiffImageFile

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.pictured import MAX_PIXELS, check_pixels
from jiheng.readers.scan.pixels import Picture
from jiheng.rulebook.phrases import phrase

MAX_PAGES = 500
"""Of one file."""

_KINDS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")

_REDUCED = 254
"""The tag of a page of TIFF that may be only a small copy of another."""

_DEEP = ("I;16", "I;16B", "I;16L", "I")
"""Gray in 16 bits."""


def pictures_of(data: bytes) -> Iterator[Picture]:
    """Yield each page as red, green and blue; of an animation the first picture only.

    Raises:
        FormatError: the file is damaged, or has too many pixels or pages.
    """
    with catch_warnings():
        # Pillow warns of what it mends; what it cannot read, it raises.
        simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=_KINDS) as file:
                yield from _pages(file)
        except Image.DecompressionBombError as error:
            most = str(MAX_PIXELS // 10_000)
            raise FormatError(phrase("picture.far-too-large", most=most)) from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
            raise FormatError(phrase("picture.damaged")) from error


def _pages(file: Image.Image) -> Iterator[Picture]:
    if not isinstance(file, TiffImageFile):
        yield _picture(file)
        return
    for number in range(MAX_PAGES + 1):
        try:
            file.seek(number)
        except EOFError:
            return
        if number == MAX_PAGES:
            raise FormatError(phrase("picture.pages", most=str(MAX_PAGES)))
        if not _is_reduced(file):
            yield _picture(file)


def _is_reduced(file: TiffImageFile) -> bool:
    return bool(file.tag_v2.get(_REDUCED, 0) & 1)


def _picture(file: Image.Image) -> Picture:
    """Return the picture that the file stands at; its size is asked before it is unpacked."""
    check_pixels(*file.size)
    return asarray(_upright(_on_white(file)), dtype=uint8)


def _on_white(file: Image.Image) -> Image.Image:
    """Return the picture in colours, what is transparent on white."""
    if file.mode in _DEEP:
        return Image.fromarray((asarray(file) >> 8).astype(uint8)).convert("RGB")
    if not file.has_transparency_data:
        return file.convert("RGB")
    over = file.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")


def _upright(picture: Image.Image) -> Image.Image:
    # A camera's note of how it was held may be damaged where the picture is not.
    with suppress(ValueError, TypeError, KeyError, SyntaxError, OSError):
        return ImageOps.exif_transpose(picture)
    return picture
