"""``python -m jiheng.web.scans.child``: looks at scans, within limits of its own.

It knows neither the database nor the server's secrets: a file that blows up takes only this
process with it.
"""

import math
import os
from collections.abc import Iterator
from pathlib import Path

import zxingcpp
from PIL import Image, UnidentifiedImageError
from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_ERR_PASSWORD

from jiheng.formats.apart.serving import serve
from jiheng.web.scans.seen import (
    HEAD,
    MOST_PAGES,
    MOST_PIXELS,
    MOST_TEXT,
    Look,
    Seen,
    SeenPage,
    is_pdf,
)

_POINTS = 72
_RESOLUTIONS = (150, 300)
"""Dots an inch: the coarser one finds most symbols in a quarter of the time."""
_SYMBOLS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def look_at(path: Path) -> Seen:
    """Return what is on the pages of a PDF or of a picture."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return _pdf(path) if is_pdf(head) else _picture(path)


def _pdf(path: Path) -> Seen:
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        is_locked = error.err_code == FPDF_ERR_PASSWORD
        return Seen(refused="refused.locked" if is_locked else "refused.broken")
    with document:
        if len(document) > MOST_PAGES:
            return Seen(refused="refused.pages")
        try:
            return Seen(pages=tuple(_pages(document)))
        except PdfiumError:
            return Seen(refused="refused.broken")


def _pages(document: PdfDocument) -> Iterator[SeenPage]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage().get_text_bounded()[:MOST_TEXT]
        yield SeenPage(number=number + 1, codes=_codes_on(page), text=text.strip())
        page.close()


def _codes_on(page: PdfPage) -> tuple[str, ...]:
    width, height = page.get_size()
    most = math.sqrt(MOST_PIXELS / max(width * height, 1))
    for resolution in _RESOLUTIONS:
        scale = min(resolution / _POINTS, most)
        codes = _codes(page.render(scale=scale, grayscale=True).to_pil())
        if codes:
            return codes
    return ()


def _picture(path: Path) -> Seen:
    try:
        with Image.open(path, formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return Seen(refused="refused.pixels")
            return Seen(pages=(SeenPage(number=1, codes=_codes(picture.convert("L"))),))
    except Image.DecompressionBombError:
        return Seen(refused="refused.pixels")
    except UnidentifiedImageError:
        return Seen(refused="refused.kind")
    except (OSError, ValueError, SyntaxError):
        return Seen(refused="refused.broken")


def _codes(picture: Image.Image) -> tuple[str, ...]:
    # The reader turns and tilts the picture by itself.
    found = zxingcpp.read_barcodes(picture, formats=_SYMBOLS)
    return tuple(each.text for each in found)


def _look(job: Look) -> Seen:
    return look_at(Path(os.fsdecode(job.path)))


if __name__ == "__main__":
    serve(_look, Look)
