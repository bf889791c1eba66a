"""A file with pages → what each of them looks like."""

from collections.abc import Callable, Container, Iterator
from itertools import chain

from msgspec import Struct
from PIL import Image

from jiheng.formats.ofd.book import documents
from jiheng.formats.package import Package
from jiheng.formats.pages.drawn import drawn, drawn_scale
from jiheng.formats.pages.page import Page
from jiheng.formats.pages.pictured import PicturedPage
from jiheng.formats.pdf.rendering import rendered
from jiheng.model.document import Format

_PAPER = 842.0
"""The longer side of A4 in points: most pictures are of it."""


class PagePicture(Struct, frozen=True, kw_only=True, eq=False):
    """One page as a picture.

    Attributes:
        number: from 1.
        picture: in red, green and blue.
        scale: pixels in a unit of the boxes of cells.
        point: pixels in a point of the paper, as nearly as is known.
        is_photo: it came as pixels, and has the colours and specks of such.
    """

    number: int
    picture: Image.Image
    scale: float
    point: float
    is_photo: bool = False


def page_pictures(content: bytes, kind: str, wanted: Container[int]) -> Iterator[PagePicture]:
    """Yield the wanted pages of a file in order; none where its kind has no pages.

    Raises:
        FormatError: the file is damaged or breaks a limit.
    """
    for known, pictures in _KINDS:
        if known == kind:
            yield from pictures(content, wanted)


def _of_pdf(content: bytes, wanted: Container[int]) -> Iterator[PagePicture]:
    for number, picture, scale in rendered(content, wanted):
        yield PagePicture(number=number, picture=picture, scale=scale, point=scale)


def _of_ofd(content: bytes, wanted: Container[int]) -> Iterator[PagePicture]:
    with Package(content) as package:
        for page in chain.from_iterable(documents(package)):
            if page.number not in wanted:
                continue
            if isinstance(page, Page):
                picture, scale = drawn(page)
                yield PagePicture(number=page.number, picture=picture, scale=scale, point=scale)
            elif page.picture is not None:
                yield _scan_on(page, page.picture)


def _scan_on(page: PicturedPage, scan: bytes) -> PagePicture:
    # Of the packages of jiheng[scan], without which nothing was read in a picture.
    from jiheng.readers.scan.views import laid  # noqa: PLC0415

    scale = drawn_scale(page.width, page.height)
    picture = laid(scan, page.place, page.width, page.height, scale)
    return PagePicture(number=page.number, picture=picture, scale=scale, point=scale, is_photo=True)


def _of_picture(content: bytes, wanted: Container[int]) -> Iterator[PagePicture]:
    # Of the packages of jiheng[scan], without which nothing was read in a picture.
    from jiheng.readers.scan.pictures import pictures_of  # noqa: PLC0415

    for number, pixels in enumerate(pictures_of(content), 1):
        if number in wanted:
            picture = Image.fromarray(pixels)
            point = max(picture.size) / _PAPER
            yield PagePicture(number=number, picture=picture, scale=1.0, point=point, is_photo=True)


_KINDS: tuple[tuple[Format, Callable[[bytes, Container[int]], Iterator[PagePicture]]], ...] = (
    ("pdf", _of_pdf),
    ("ofd", _of_ofd),
    ("image", _of_picture),
)
