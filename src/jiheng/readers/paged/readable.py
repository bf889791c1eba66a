"""Pages whose letters can be taken; a file with a page that can only be looked at is refused."""

from collections.abc import Iterable, Iterator

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Page
from jiheng.formats.pages.pictured import PicturedPage
from jiheng.rulebook.phrases import phrase


def readable(pages: Iterable[Page | PicturedPage]) -> Iterator[Page]:
    """Yield the pages; raises FormatError at the first that is a picture."""
    for page in pages:
        if isinstance(page, PicturedPage):
            name = "format.page-coded" if page.is_coded else "format.page-scanned"
            raise FormatError(phrase(name, page=str(page.number)))
        yield page
