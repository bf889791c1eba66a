"""PDF files."""

from jiheng.formats.pages.pictured import PicturedPage
from jiheng.formats.pdf import pages_of
from jiheng.formats.pdf.rendering import sharply_rendered
from jiheng.model.document import Block
from jiheng.readers.pictured import View, blocks_seen


def read_pdf(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals in order.

    Raises:
        FormatError: the file is broken or locked, breaks a limit, or has a page that is a picture
            and ``jiheng[scan]`` is not installed.
    """

    def view(page: PicturedPage) -> View:
        picture = sharply_rendered(data, page.number).picture
        return picture, (page.width, 0.0, 0.0, page.height, 0.0, 0.0)

    return blocks_seen(pages_of(data), view)
