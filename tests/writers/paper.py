"""What a reader sees on the pages of a PDF file."""

import pypdfium2 as pdfium
import typst
import zxingcpp

DOTS = 4
"""Pixels of a point: 288 to the inch, as office scanners have it."""


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
