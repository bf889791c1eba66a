"""PDF files."""

from collections.abc import Iterator

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import PicturedPage, pages_of
from jiheng.model.document import Block
from jiheng.readers.paged import blocks_of
from jiheng.rulebook.phrases import phrase


def read_pdf(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs and tables in order."""
    return blocks_of(_readable(pages_of(data)))


def _readable(pages: Iterator[Page | PicturedPage]) -> Iterator[Page]:
    for page in pages:
        if isinstance(page, PicturedPage):
            name = "pdf.coded" if page.is_coded else "pdf.scanned"
            raise FormatError(phrase(name, page=str(page.number)))
        yield page
