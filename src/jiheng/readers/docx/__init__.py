"""Word documents (docx), read straight from their parts."""

from collections.abc import Iterator

from jiheng.formats.docx.story import Story
from jiheng.formats.kinds import kind_of
from jiheng.formats.package import Package
from jiheng.formats.tables import Part, blocks_of
from jiheng.model.document import Block
from jiheng.readers.html.mail import page_in_mail
from jiheng.readers.html.page import page_parts

__all__ = ["read_docx"]


def read_docx(package: Package, part: str) -> tuple[Block, ...]:
    """Return paragraphs and tables in order.

    Args:
        package: the file.
        part: name of the document's main part.
    """
    return blocks_of(Story(package, part, _web_page).parts())


def _web_page(data: bytes) -> Iterator[Part]:
    kind = kind_of(data)
    if kind == "html":
        yield from page_parts(data)
    elif kind == "mhtml":
        yield from page_in_mail(data)
