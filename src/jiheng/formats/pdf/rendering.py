"""PDF pages as pictures, turned as their letters are read."""

from collections.abc import Container, Iterator
from ctypes import string_at
from typing import NamedTuple

from PIL import Image

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.drawn import write
from jiheng.formats.pages.pictured import check_pixels
from jiheng.formats.pdf.fields import fields_of
from jiheng.formats.pdf.letters import letters_of
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import OpenPage, count_pages, opened, opened_page
from jiheng.formats.pdf.shapes import shapes_of
from jiheng.formats.pdf.upright import glyphs_of, upright_page
from jiheng.rulebook.phrases import phrase

_SCALE = 2.0
"""Pixels in a point: type of eight points is still easy to read."""

_LONGEST = 3000
"""Pixels of the longer side at most, however large the paper is."""

_SHARP = 200 / 72
"""Pixels in a point where letters are to be recognised that no picture shows: 200 dots an inch."""

_SHARPEST = 3600
"""Pixels of the longer side at most of what is recognised: A4 at 300 dots an inch."""

_WHITE = 0xFFFFFFFF


class Rendered(NamedTuple):
    """One page as a picture.

    Attributes:
        number: from 1.
        scale: pixels in a point.
    """

    number: int
    picture: Image.Image
    scale: float


def rendered(data: bytes, wanted: Container[int]) -> Iterator[Rendered]:
    """Yield the pages of a file that are wanted; their places are those of ``pages_of``.

    Raises:
        FormatError: the file is broken, locked, or breaks a limit.
    """
    with opened(data) as document:
        for index in range(count_pages(document)):
            if index + 1 in wanted:
                with opened_page(document, index) as page:
                    yield _rendered(page, index + 1, _SCALE, _LONGEST)


def sharply_rendered(data: bytes, number: int) -> Rendered:
    """Return a page as sharp as its largest picture, for letters to be recognised in.

    Args:
        data: the file.
        number: of the page, from 1.

    Raises:
        FormatError: the file or the page is broken, or the picture has too many pixels.
    """
    with opened(data) as document, opened_page(document, number - 1) as page:
        left, bottom, right, top = page.bounds
        wide, high = shapes_of(page).pixels
        check_pixels(wide, high)
        own = max(wide, high) / max(right - left, top - bottom, 1.0)
        return _rendered(page, number, own or _SHARP, _SHARPEST)


def _rendered(opened: OpenPage, number: int, usual: float, longest: int) -> Rendered:
    """Return a page with so many pixels in a point, fewer where its side would be too long."""
    upright = upright_page(letters_of(opened.text), opened.bounds, opened.turns)
    width, height = upright.size
    scale = min(usual, longest / max(width, height, 1.0))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise FormatError(phrase("pdf.page-broken", page=str(number)))
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
        turns = (upright.turns - opened.turns) % 4
        pdfium.FPDF_RenderPageBitmap(bitmap, opened.page, 0, 0, *size, turns, pdfium.FPDF_ANNOT)
        stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
        pixels = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    picture = Image.frombytes("RGB", size, pixels, "raw", "BGRX", stride, 1)
    # pdfium draws fields only where scripts could run, too.
    write(picture, glyphs_of(fields_of(opened.page).values, upright), scale)
    return Rendered(number, picture, scale)
