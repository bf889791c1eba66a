"""PDF files."""

from jiheng.formats.pdf import pages_of
from jiheng.model.document import Block
from jiheng.readers.paged import blocks_of, readable


def read_pdf(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs and tables in order."""
    return blocks_of(readable(pages_of(data)))
