"""A web page as paragraphs and tables."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from jiheng.formats.charset import decode_page
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.tables import Part, unfold_all
from jiheng.model.document import LINE_BREAK, Block
from jiheng.readers.html.flow import Flow

_MAX_TAGS = 2_000_000
_MAX_REOPENED = 2_500_000
"""Elements that styling left open may add to the page."""
_STYLING = r"(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b"
_OPENED = re.compile(rf"<{_STYLING}", re.IGNORECASE)
_CLOSED = re.compile(rf"</{_STYLING}", re.IGNORECASE)


def read_html(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs and tables in order, without what a browser would not show."""
    return tuple(unfold_all(page_parts(data)))


def page_parts(data: bytes) -> Iterator[Part]:
    """Yield paragraphs and tables of a page given as bytes."""
    yield from parts_of_text(decode_page(data), CellBudget())


def parts_of_text(text: str, budget: CellBudget) -> Iterator[Part]:
    """Yield paragraphs and tables of a page given as text."""
    _check_tags(text)
    body = LexborHTMLParser(text).body
    if body is not None:
        flow = Flow(budget)
        # Text that does not begin as a page is Markdown with tables in it: each line stands alone.
        is_page = text.lstrip().startswith("<")
        flow.read(body, line_end="\n" if is_page else 2 * LINE_BREAK)
        yield from flow.parts()


def _check_tags(text: str) -> None:
    tags = text.count("<")
    if tags > _MAX_TAGS:
        raise FormatError(f"网页标签超过 {_MAX_TAGS} 个的上限")
    # Styling left open is opened again in each later block, so few bytes make a huge tree.
    if tags * tags <= 4 * _MAX_REOPENED:
        return
    opened = len(_OPENED.findall(text))
    left_open = opened - len(_CLOSED.findall(text))
    if left_open * (tags - opened) > _MAX_REOPENED:
        raise FormatError(f"网页中有 {left_open} 个样式标签没有关闭，无法安全读取")
