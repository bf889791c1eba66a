"""The pages of a PDF file: letters and ruling lines, or only a picture of them."""

from collections.abc import Container, Iterator

from jiheng.formats.pages.page import Box, Page
from jiheng.formats.pages.pictured import PicturedPage, is_coded, is_pictured
from jiheng.formats.pdf.fields import fields_of
from jiheng.formats.pdf.letters import Letter, letters_of
from jiheng.formats.pdf.opening import OpenPage, count_pages, opened, opened_page
from jiheng.formats.pdf.shapes import Shapes, shapes_of
from jiheng.formats.pdf.upright import Upright, glyphs_of, rulings_of, upright_page


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


def uprights_of(data: bytes, wanted: Container[int]) -> Iterator[tuple[int, Upright]]:
    """Yield of the wanted pages the number and how they are turned upright, as ``pages_of`` does.

    Raises:
        FormatError: the file is broken, locked, or breaks a limit.
    """
    with opened(data) as document:
        for index in range(count_pages(document)):
            if index + 1 in wanted:
                with opened_page(document, index) as page:
                    letters = letters_of(page.text)
                    yield index + 1, upright_page(letters, page.bounds, page.turns)


def _page(opened: OpenPage, number: int) -> Page | PicturedPage:
    shapes = shapes_of(opened)
    letters = letters_of(opened.text, shapes.covered)
    fields = fields_of(opened.page)
    unknown = sum(not letter.text for letter in letters)
    has_no_codes = is_coded(len(letters), unknown)
    upright = upright_page(letters, opened.bounds, opened.turns)
    width, height = upright.size
    if has_no_codes or (not fields.values and _is_picture(letters, shapes, opened.bounds)):
        return PicturedPage(number=number, width=width, height=height, is_coded=has_no_codes)
    return Page(
        number=number,
        width=width,
        height=height,
        glyphs=glyphs_of([*letters, *fields.values], upright),
        rulings=rulings_of(shapes, upright),
        stamps=tuple(map(upright.box, fields.seals)),
    )


def _is_picture(letters: list[Letter], shapes: Shapes, bounds: Box) -> bool:
    seen = sum(not letter.text.isspace() for letter in letters)
    area = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    return is_pictured(seen, shapes.pictures, shapes.curves, area)
