"""An upright page without colour, its ruling lines known → what is printed on it."""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace
from numpy import asarray, ones

from jiheng.formats.pages.page import Box, Glyph, Ruling
from jiheng.formats.pages.spans import tables_of
from jiheng.model.document import SURE, Candidate
from jiheng.readers.scan.text.ink import Gray, Pieces, pieces_of, within, without_rulings
from jiheng.readers.scan.text.lines import cut, smaller, strips_of
from jiheng.readers.scan.text.numerals import is_number, number_in
from jiheng.readers.scan.text.rows import (
    Line,
    letters_in,
    line_height,
    lines_in,
    own_height,
    texts_in,
)
from jiheng.readers.scan.text.spelling import Spelling, Strip, first_look

_EASE, _WORDS = 0.04, 4
"""A text of so many letters is held to be as sure as its least sure letter to this power: in words
a letter is told by those beside it, in a number or a letter alone by nothing."""

_ASKED, _LEGIBLE = 10, 6
"""So many lines tell which end is up, of about so many letters."""

_PARTED = 0.5
"""How sure a line is at most that may be those of two cells."""

_MARK = 0.99
"""How sure a dash or a row of dots is, which is told by its shape."""


class _Place(Struct, frozen=True, kw_only=True):
    """A cell, or a text outside the tables.

    Attributes:
        height: of a line of its type.
    """

    lines: list[Line]
    height: float


class _Seen(Struct, frozen=True, kw_only=True, eq=False):
    """A line of text and what was seen in it.

    Attributes:
        place: number of its cell, or of a text outside the tables.
        picture: as the network takes it.
    """

    place: int
    line: Line
    picture: Gray
    strip: Strip
    text: str
    chance: float
    candidates: tuple[Candidate, ...] = ()


def glyphs_on(page: Gray, rulings: tuple[Ruling, ...], tolerance: float) -> tuple[Glyph, ...]:
    """Return the lines of text of a page, each as one glyph, in its pixels.

    Args:
        page: upright, evenly lit, without stamps.
        rulings: its ruling lines, in pixels.
        tolerance: how far apart lines may be and yet be one, in pixels.
    """
    plain = without_rulings(page, rulings)
    places = list(_places(pieces_of(plain), rulings, tolerance))
    seen = _with_numbers(_seen(plain, places))
    glyphs = [_glyph(each, places[each.place].height) for each in seen if each.text.strip()]
    glyphs += [
        Glyph(text=line.mark, box=_box(line, place.height), confidence=_MARK)
        for place in places
        for line in place.lines
        if line.mark is not None
    ]
    return tuple(glyphs)


def is_upside_down(page: Gray, rulings: tuple[Ruling, ...], tolerance: float) -> bool:
    """Whether the letters of a level page say so: a few lines are read both ways."""
    plain = without_rulings(page, rulings)
    lines = [
        (abs((line.box[2] - line.box[0]) / place.height - _LEGIBLE), line, place.height)
        for place in _places(pieces_of(plain), rulings, tolerance)
        for line in place.lines
        if line.mark is None
    ]
    lines.sort(key=itemgetter(0))
    pictures = [cut(plain, line.box, height) for _, line, height in lines[:_ASKED]]
    ways = (pictures, [asarray(picture[::-1, ::-1]) for picture in pictures])
    upright, turned = (sum(first_look(strip).chance for strip in strips_of(way)) for way in ways)
    return turned > upright


def _places(pieces: Pieces, rulings: tuple[Ruling, ...], tolerance: float) -> Iterator[_Place]:
    """Yield what is printed in each cell, then each text outside the tables."""
    height = line_height(pieces)
    if not height:
        return
    edges = [0.0]
    outside = ones(len(pieces), dtype=bool)
    for table in tables_of(rulings, tolerance):
        if len(table.cells) > 1:
            inside = within(pieces, table.box)
            outside &= ~inside
            edges += (table.box[1], table.box[3])
            for cell in table.cells:
                own = pieces[inside][within(pieces[inside], cell.box)]
                size = own_height(own, height)
                yield _Place(lines=lines_in(letters_in(own, cell.box, size), size), height=size)
    rest = pieces[outside]
    wide, high = float(pieces[:, 2].max()) + 1, float(pieces[:, 3].max()) + 1
    for top, bottom in pairwise(sorted([*edges, high])):
        strip = (0.0, top, wide, bottom)
        own = rest[within(rest, strip)]
        size = own_height(own, height)
        for text in texts_in(letters_in(own, strip, size), size):
            yield _Place(lines=lines_in(text, size), height=size)


def _seen(page: Gray, places: list[_Place]) -> list[_Seen]:
    """Return what the network sees in every line that has letters."""
    lines = [
        (number, line)
        for number, place in enumerate(places)
        for line in place.lines
        if line.mark is None
    ]
    pictures = [cut(page, line.box, places[number].height) for number, line in lines]
    seen: list[_Seen] = []
    for (place, line), picture, strip in zip(lines, pictures, strips_of(pictures), strict=True):
        look = first_look(strip)
        seen.append(
            _Seen(
                place=place, line=line, picture=picture, strip=strip,
                text=look.text, chance=_sureness(look),
            )
        )  # fmt: skip
    return seen


def _sureness(look: Spelling) -> float:
    return look.chance**_EASE if len(look.text) >= _WORDS else look.chance


def _with_numbers(seen: list[_Seen]) -> list[_Seen]:
    """Return the lines with numbers read as such; those in doubt are looked at once more."""
    words: dict[int, str] = {}
    for each in seen:
        words[each.place] = words.get(each.place, "") + each.text
    numbers = {at for at, each in enumerate(seen) if is_number(words[each.place])}
    found = [_as_number(each, ()) if at in numbers else each for at, each in enumerate(seen)]
    again = [at for at in sorted(numbers) if found[at].chance < SURE]
    looks = strips_of([smaller(seen[at].picture) for at in again])
    for at, look in zip(again, looks, strict=True):
        found[at] = _as_number(seen[at], (look,))
    return found


def _as_number(seen: _Seen, looks: tuple[Strip, ...]) -> _Seen:
    candidates = number_in((seen.strip, *looks))
    best = candidates[0]
    return replace(seen, text=best.text, chance=best.chance, candidates=candidates)


def _glyph(seen: _Seen, height: float) -> Glyph:
    return Glyph(
        text=seen.text.strip(),
        box=_box(seen.line, height),
        confidence=min(seen.chance, _PARTED) if seen.line.is_parted else seen.chance,
        candidates=seen.candidates,
    )


def _box(line: Line, height: float) -> Box:
    """Return the box of a line, as high as type even where its signs are low."""
    left, top, right, bottom = line.box
    low = max(0.0, height - (bottom - top)) / 2
    return (left, top - low, right, bottom + low)
