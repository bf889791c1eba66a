"""Letters of a PDF page that lie under a picture: so some programs keep what they read in a scan.

Such text is not what is seen, and nobody looked at it.
"""

from ctypes import byref, c_uint, c_void_p, cast, string_at

from jiheng.formats.pages.page import Box
from jiheng.formats.pages.pictured import check_pixels
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle, OpenPage
from jiheng.formats.pdf.places import Matrix, box_of

_OPAQUE, _NEARLY = b"\xff", 0.9
"""Of a picture that hides what is under it at least this share is wholly opaque."""


class Letters:
    """The runs of letters on a page, in the order in which the page is painted.

    Attributes:
        covered: those that a picture hides, by their addresses.
    """

    def __init__(self, opened: OpenPage) -> None:
        self.covered: set[int] = set()
        self._opened = opened
        self._runs: list[tuple[Handle, Matrix]] = []

    @property
    def count(self) -> int:
        """How many runs were painted so far."""
        return len(self._runs)

    def add(self, run: Handle, matrix: Matrix) -> None:
        """Paint a run; the matrix is that of what it is in."""
        self._runs.append((run, matrix))

    def cover(self, picture: Handle, box: Box) -> None:
        """Paint a picture."""
        under = {_address(run) for run, matrix in self._runs if _is_in(box_of(run, matrix), box)}
        if under <= self.covered:
            return
        _check(picture, box)
        if self._is_opaque(picture):
            self.covered |= under

    def _is_opaque(self, picture: Handle) -> bool:
        """Whether nothing is seen through a picture, but perhaps at its edges."""
        if pdfium.FPDFPageObj_HasTransparency(picture):
            return False
        document, page = self._opened.document, self._opened.page
        bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, picture)
        if not bitmap:
            return False
        try:
            size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
            opacities = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)[3::4]
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return opacities.count(_OPAQUE) > _NEARLY * len(opacities)


def _check(picture: Handle, box: Box) -> None:
    """Refuse a picture that is too large to be unpacked, or to be drawn where it lies."""
    wide, high = c_uint(), c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(picture, byref(wide), byref(high))
    check_pixels(wide.value, high.value)
    left, bottom, right, top = box
    check_pixels(round(right - left), round(top - bottom))


def _address(run: Handle) -> int:
    return cast(run, c_void_p).value or 0


def _is_in(box: Box, other: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]
