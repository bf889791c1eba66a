"""Pages of which some can only be looked at: these are read as scans are, between the others."""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import TypeAlias

from PIL import Image

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Page
from jiheng.formats.pages.pictured import Affine, PicturedPage
from jiheng.model.document import Block, Stamp
from jiheng.readers.paged import blocks_of
from jiheng.rulebook.phrases import Phrase, phrase

_PACKAGES = ("cv2", "numpy", "onnxruntime", "rapidocr")
"""Of ``jiheng[scan]``, which not everyone has installed."""

View: TypeAlias = tuple[Image.Image | bytes, Affine]
"""What a page looks like, and where on it the picture lies as ``PicturedPage.place`` has it."""


def blocks_seen(
    pages: Iterable[Page | PicturedPage], view_of: Callable[[PicturedPage], View]
) -> tuple[Block, ...]:
    """Return what stands on pages; all places are in their points.

    Args:
        pages: in order.
        view_of: gives the picture of a page; called when it is the page's turn.

    Raises:
        FormatError: a page cannot be read, or only with packages that are not installed.
    """
    every = tuple(pages)
    seen = [page for page in every if isinstance(page, PicturedPage)]
    if not seen:
        return blocks_of(page for page in every if isinstance(page, Page))
    with needing_scan(_why_not(seen[0])):
        from jiheng.readers.scan import leaf_on, read_leaves  # noqa: PLC0415

        blocks = read_leaves(
            page if isinstance(page, Page) else leaf_on(page.number, *view_of(page))
            for page in every
        )
    return (*blocks, *(Stamp(page=page.number, box=box) for page in seen for box in page.stamps))


def unseen(page: PicturedPage) -> FormatError:
    """Return why a page of which there is no picture cannot be read."""
    name = "format.page-coded" if page.is_coded else "format.page-scanned"
    return FormatError(phrase(name, page=str(page.number)))


@contextmanager
def needing_scan(otherwise: Phrase) -> Generator[None]:
    """Do what needs ``jiheng[scan]``; where it is not installed, refuse with this sentence.

    Raises:
        FormatError: a package of it is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise FormatError(otherwise) from error


def _why_not(page: PicturedPage) -> Phrase:
    name = "picture.page-coded-extra" if page.is_coded else "picture.page-extra"
    return phrase(name, page=str(page.number))
