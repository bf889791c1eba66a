"""An OFD package → paragraphs, tables and seals."""

from jiheng.formats.ofd.book import documents
from jiheng.formats.package import Package
from jiheng.formats.pages.pictured import PicturedPage
from jiheng.model.document import Block
from jiheng.readers.pictured import View, blocks_seen, unseen


def read_ofd(package: Package) -> tuple[Block, ...]:
    """Return what stands on the pages of every document in the package.

    Raises:
        FormatError: the package is encrypted, damaged or unsafe, or breaks a limit; or a page of it
            is a picture, and ``jiheng[scan]`` is not installed.
    """
    # No table goes on from one document into the next.
    return tuple(block for pages in documents(package) for block in blocks_seen(pages, _view))


def _view(page: PicturedPage) -> View:
    if page.picture is None:
        raise unseen(page)
    return page.picture, page.place
