"""What was seen on a page → the places of which more may be there than was read."""

from itertools import groupby

from jiheng.formats.pages.page import Box
from jiheng.readers.scan.text.ink import Gray
from jiheng.readers.scan.text.numerals import is_misspelt
from jiheng.readers.scan.text.places import Place
from jiheng.readers.scan.text.sight import Seen
from jiheng.rulebook.headings import is_heading

_LETTER = 0.6
"""In heights of type: what is taken off and is as large as this may have hidden a letter."""

_UNDER_SEAL = 3.0
"""A text that ends so near a seal, in heights of type, may go on under it."""


def hidden_cells(plain: Gray, page: Gray, places: list[Place]) -> dict[int, Box]:
    """Return the cells in which something as large as a letter was taken off, with their boxes."""
    taken = plain > page
    found: dict[int, Box] = {}
    for number, place in enumerate(places):
        if place.cell is not None:
            left, top, right, bottom = map(round, place.cell)
            if taken[top:bottom, left:right].sum() > (_LETTER * place.height) ** 2:
                found[number] = place.cell
    return found


def under_seals(seals: tuple[Box, ...], places: list[Place]) -> set[int]:
    """Return the texts outside the tables of which a seal may hide a part."""
    return {
        number
        for number, place in enumerate(places)
        if not place.is_cell and any(_reaches(place, seal) for seal in seals)
    }


def _reaches(text: Place, seal: Box) -> bool:
    left, top, right, bottom = seal
    beside = _UNDER_SEAL * text.height
    return any(
        line.box[0] - beside < right
        and left < line.box[2] + beside
        and line.box[1] < bottom
        and top < line.box[3]
        for line in text.lines
    )


def misread(seen: list[Seen]) -> set[int]:
    """Return the places in which a sign was overlooked, or is seen that belongs elsewhere."""
    return {
        place
        for place, lines in groupby(seen, key=lambda each: each.place)
        if _is_misread(list(lines))
    }


def _is_misread(lines: list[Seen]) -> bool:
    text = "".join(each.text for each in lines)
    if is_misspelt(text) or any(each.is_torn and each.candidates for each in lines):
        return True
    return any(each.has_untold for each in lines) and not is_heading(text)
