"""Pages put together into one document: paragraphs and tables that go on overleaf."""

from collections.abc import Iterable, Iterator

from jiheng.formats.pages.page import Page
from jiheng.model.document import Block, Grid, Paragraph
from jiheng.readers.paged.sheets import Filled, Sheet, filled


def blocks_of(pages: Iterable[Page]) -> tuple[Block, ...]:
    """Return paragraphs and tables in reading order."""
    return tuple(block for page in pages for block in _blocks(filled(page)))


def _blocks(page: Filled) -> Iterator[Block]:
    for piece in page.pieces:
        if isinstance(piece, Sheet):
            yield Grid(cells=piece.cells, page=piece.page)
        else:
            yield Paragraph(text=piece.text, page=page.page.number)
