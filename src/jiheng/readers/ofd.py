"""An OFD package → paragraphs and tables."""

from jiheng.formats.ofd.book import documents
from jiheng.formats.package import Package
from jiheng.model.document import Block
from jiheng.readers.paged import blocks_of, readable


def read_ofd(package: Package) -> tuple[Block, ...]:
    """Return what stands on the pages of every document in the package.

    Raises:
        FormatError: the package is encrypted, damaged or unsafe, or breaks a limit.
    """
    # No table goes on from one document into the next.
    return tuple(block for pages in documents(package) for block in blocks_of(readable(pages)))
