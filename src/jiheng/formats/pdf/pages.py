"""The pages of a PDF file: letters and ruling lines, or only a picture of them."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.formats.pages.page import Box, Page
from jiheng.formats.pdf.fields import fields_of
from jiheng.formats.pdf.letters import Letter, letters_of
from jiheng.formats.pdf.opening import OpenPage, count_pages, opened, opened_page
from jiheng.formats.pdf.shapes import Shapes, shapes_of
from jiheng.formats.pdf.upright import glyphs_of, rulings_of, upright_page

_FEW = 20
"""A page with fewer letters, most of it a picture, is a picture: a scanner prints a line on it."""

_MOST = 0.4
"""The share of the page that a scan takes at least."""

_DRAWN = 200
"""A page without letters but with so many curves has its letters drawn."""

_UNREADABLE = 0.1
"""Where more letters than this share have no code, the text is not what is seen."""


class PicturedPage(Struct, frozen=True, kw_only=True):
    """A page whose text can only be seen.

    Attributes:
        number: from 1.
        width: in points, as the page is shown.
        height: in points, as the page is shown.
        is_coded: there is text, but the file does not say which letters it is made of.
    """

    number: int
    width: float
    height: float
    is_coded: bool = False


def pages_of(data: bytes) -> Iterator[Page | PicturedPage]:
    """Yield the pages of a file in order.

    What is annotated, attached, hidden or programmed is left out; the values of form fields are
    part of the page.

    Raises:
        FormatError: the file is broken, locked, or breaks a limit.
    """
    with opened(data) as document:
        for index in range(count_pages(document)):
            with opened_page(document, index) as page:
                yield _page(page, index + 1)


def _page(opened: OpenPage, number: int) -> Page | PicturedPage:
    letters = letters_of(opened.text)
    shapes = shapes_of(opened.page)
    fields = fields_of(opened.page)
    unknown = sum(not letter.text for letter in letters)
    is_coded = unknown > _UNREADABLE * len(letters)
    if is_coded or (not fields and _is_picture(letters, shapes, opened.bounds)):
        turns = opened.turns
        width, height = upright_page([], opened.bounds, turns).size
        return PicturedPage(number=number, width=width, height=height, is_coded=is_coded)
    upright = upright_page(letters, opened.bounds, opened.turns)
    width, height = upright.size
    return Page(
        number=number,
        width=width,
        height=height,
        glyphs=glyphs_of([*letters, *fields], upright),
        rulings=rulings_of(shapes, upright),
    )


def _is_picture(letters: list[Letter], shapes: Shapes, bounds: Box) -> bool:
    if sum(not letter.text.isspace() for letter in letters) >= _FEW:
        return False
    area = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in shapes.pictures)
    return covered > _MOST * area or shapes.curves > _DRAWN
