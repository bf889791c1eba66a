"""A web page as paragraphs and tables."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from jiheng.formats.charset import decode_page
from jiheng.formats.limits import CellBudget
from jiheng.formats.tables import Part, blocks_of
from jiheng.model.document import LINE_BREAK, Block
from jiheng.readers.html.flow import Flow
from jiheng.readers.html.weighing import refuse_heavy


def read_html(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs and tables in order, without what a browser would not show."""
    return blocks_of(page_parts(data))


def page_parts(data: bytes) -> Iterator[Part]:
    """Yield paragraphs and tables of a page given as bytes."""
    yield from parts_of_text(decode_page(data), CellBudget())


def parts_of_text(text: str, budget: CellBudget) -> Iterator[Part]:
    """Yield paragraphs and tables of a page given as text."""
    refuse_heavy(text)
    body = LexborHTMLParser(text).body
    if body is not None:
        flow = Flow(budget)
        # Text that does not begin as a page is Markdown with tables in it: each line stands alone.
        is_page = text.lstrip().startswith("<")
        flow.read(body, line_end="\n" if is_page else 2 * LINE_BREAK)
        yield from flow.parts()
