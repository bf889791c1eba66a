"""A page turned so that its letters stand upright."""

from collections import Counter

from msgspec.structs import replace

from jiheng.formats.ofd.matrix import Matrix
from jiheng.formats.pages.page import Glyph, Page, Ruling


def upright(page: Page, quarters: Counter[int]) -> Page:
    """Return the page as it is read.

    Args:
        page: as it lies.
        quarters: how many letters are turned clockwise by so many quarters.
    """
    most = quarters.most_common(1)
    match most[0][0] if most else 0:
        case 1:
            place = Matrix(0, -1, 1, 0, 0, page.width)
        case 2:
            place = Matrix(-1, 0, 0, -1, page.width, page.height)
        case 3:
            place = Matrix(0, 1, -1, 0, page.height, 0)
        case _:
            return page
    _, _, width, height = place.box((0, 0, page.width, page.height))
    return Page(
        number=page.number,
        width=width,
        height=height,
        glyphs=tuple(_glyph(glyph, place) for glyph in page.glyphs),
        rulings=tuple(_ruling(ruling, place) for ruling in page.rulings),
        stamps=tuple(map(place.box, page.stamps)),
    )


def _glyph(glyph: Glyph, place: Matrix) -> Glyph:
    return replace(glyph, box=place.box(glyph.box))


def _ruling(ruling: Ruling, place: Matrix) -> Ruling:
    box = place.box((ruling.left, ruling.top, ruling.right, ruling.bottom))
    return Ruling(left=box[0], top=box[1], right=box[2], bottom=box[3])
