"""What a reader sees on the pages of a PDF file."""

from collections.abc import Iterator

import pypdfium2 as pdfium
import typst
import zxingcpp
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

DOTS = 4
"""Pixels of a point: 288 to the inch, as office scanners have it."""

THIN = 2.0
"""A path no thicker than this is a line of the table."""

TOUCH = 0.6
"""So much of a sign may lie on the other side of a line: the edge of its box, not its ink."""

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top."""


def scanned(pdf: bytes) -> list[str]:
    """Return what the QR pictures on the pages say."""
    with pdfium.PdfDocument(pdf) as document:
        pages = [page.render(scale=DOTS, grayscale=True).to_numpy() for page in document]
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]


def on_paper(picture: bytes) -> bytes:
    """Return a page with this picture, two centimetres wide."""
    page = f"#image(bytes({tuple(picture)}), width: 2cm)"
    pdf = typst.compile(page.encode(), format="pdf")
    if not isinstance(pdf, bytes):
        raise TypeError(pdf)
    return pdf


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page without blanks and line ends, cell after cell as written."""
    with pdfium.PdfDocument(pdf) as document:
        return ["".join("".join(_pieces(page)).split()) for page in document]


def _pieces(page: pdfium.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    for item in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=text):
        if isinstance(item, pdfium.PdfTextObj):
            yield item.extract()


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in millimetres."""
    with pdfium.PdfDocument(pdf) as document:
        return [
            (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4))
            for page in document
        ]


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Return the fonts of the file, and whether each is held in it."""
    with pdfium.PdfDocument(pdf) as document:
        fonts = [
            item.get_font()
            for page in document
            for item in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
            if isinstance(item, pdfium.PdfTextObj)
        ]
        return {font.get_base_name().split("+")[-1]: font.is_embedded for font in fonts}


def height_of(pdf: bytes, words: str) -> float:
    """Return how high above the foot of the first page these words stand, in points."""
    with pdfium.PdfDocument(pdf) as document:
        page = document[0]
        items = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        return next(
            item.get_bounds()[1]
            for item in items
            if isinstance(item, pdfium.PdfTextObj) and words in item.extract()
        )


def type_sizes(pdf: bytes) -> set[float]:
    """Return the heights of type on the pages, in points."""
    with pdfium.PdfDocument(pdf) as document:
        return {
            round(item.get_font_size(), 1)
            for page in document
            for item in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
            if isinstance(item, pdfium.PdfTextObj)
        }


def ruled(pdf: bytes) -> tuple[list[Bounds], list[Bounds]]:
    """Return the lines of the first page: those that lie, and those that stand."""
    with pdfium.PdfDocument(pdf) as document:
        lines = list(_lines(document[0]))
    lying = [line for line in lines if line[2] - line[0] > line[3] - line[1]]
    return lying, [line for line in lines if line not in lying]


def crossed(pdf: bytes) -> list[str]:
    """Return the signs that a line of the table cuts, or that stand outside the page."""
    with pdfium.PdfDocument(pdf) as document:
        return [sign for page in document for sign in _crossed_on(page)]


def _crossed_on(page: pdfium.PdfPage) -> Iterator[str]:
    lines = list(_lines(page))
    text = page.get_textpage()
    edges = (0.0, 0.0, page.get_width(), page.get_height())
    for index in range(text.count_chars()):
        sign, box = text.get_text_range(index, 1), text.get_charbox(index)
        if sign.strip() and (not _inside(box, edges) or any(_cuts(line, box) for line in lines)):
            yield sign


def _lines(page: pdfium.PdfPage) -> Iterator[Bounds]:
    for item in page.get_objects(filter=[FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        if min(right - left, top - bottom) <= THIN:
            yield left, bottom, right, top


def _cuts(line: Bounds, box: Bounds) -> bool:
    left, bottom, right, top = line
    x, y = (left + right) / 2, (bottom + top) / 2
    if right - left < top - bottom:
        return box[0] + TOUCH < x < box[2] - TOUCH and bottom < box[3] and box[1] < top
    return box[1] + TOUCH < y < box[3] - TOUCH and left < box[2] and box[0] < right


def _inside(box: Bounds, edges: Bounds) -> bool:
    return all(a >= b for a, b in zip(box[:2], edges[:2], strict=True)) and all(
        a <= b for a, b in zip(box[2:], edges[2:], strict=True)
    )
