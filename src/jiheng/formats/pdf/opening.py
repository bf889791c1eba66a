"""PDF files opened with pdfium, and closed again whatever happens."""

from collections.abc import Generator
from contextlib import contextmanager
from ctypes import c_void_p
from threading import RLock

from msgspec import Struct

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.library import pdfium
from jiheng.rulebook.phrases import phrase

Handle = c_void_p
"""Of an open file, a page or its text; pdfium alone knows what it points to."""

_ONE_AT_A_TIME = RLock()
"""pdfium keeps state of its own and must not be called by two threads."""

_LETTER: Box = (0.0, 0.0, 612.0, 792.0)


class OpenPage(Struct, frozen=True, kw_only=True):
    """A page while it is open.

    Attributes:
        bounds: left, bottom, right, top of what is printed, in the page's own points: y grows up.
        turns: quarters clockwise by which the page is turned to be shown.
    """

    document: Handle
    page: Handle
    text: Handle
    bounds: Box
    turns: int


@contextmanager
def opened(data: bytes) -> Generator[Handle]:
    """Open a file.

    Raises:
        FormatError: it is broken, locked with a password, or has too many pages.
    """
    with _ONE_AT_A_TIME:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            is_locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
            raise FormatError(phrase("pdf.locked" if is_locked else "pdf.broken"))
        try:
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


def count_pages(document: Handle) -> int:
    """Return how many pages the file says it has; refuses more than we read."""
    count = int(pdfium.FPDF_GetPageCount(document))
    if count > limits.MAX_PAGES:
        raise FormatError(phrase("pdf.pages", count=str(count), most=str(limits.MAX_PAGES)))
    if count == 0:
        raise FormatError(phrase("pdf.broken"))
    return count


@contextmanager
def opened_page(document: Handle, index: int) -> Generator[OpenPage]:
    """Open a page; the first has index 0.

    Raises:
        FormatError: it is broken.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise FormatError(phrase("pdf.page-broken", page=str(index + 1)))
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise FormatError(phrase("pdf.page-broken", page=str(index + 1)))
        try:
            turns = int(pdfium.FPDFPage_GetRotation(page))
            yield OpenPage(
                document=document, page=page, text=text, bounds=_bounds(page), turns=turns
            )
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def _bounds(page: Handle) -> Box:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return _LETTER
    return box.left, box.bottom, box.right, box.top
