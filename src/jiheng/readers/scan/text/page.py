"""An upright page without colour, its ruling lines known → what is printed on it."""

from operator import itemgetter

from numpy import asarray

from jiheng.formats.pages.page import Box, Glyph, Ruling
from jiheng.readers.scan.text.blots import without_blots
from jiheng.readers.scan.text.doubted import hidden_cells, misread, under_seals
from jiheng.readers.scan.text.ink import Gray, pieces_of, without_rulings
from jiheng.readers.scan.text.lines import cut, strips_of
from jiheng.readers.scan.text.places import Place, places_of
from jiheng.readers.scan.text.rows import Line, line_height
from jiheng.readers.scan.text.sight import Seen, seen_on
from jiheng.readers.scan.text.spacing import HANGING
from jiheng.readers.scan.text.spelling import first_look

_ASKED, _LEGIBLE = 10, 6
"""So many lines tell which end is up, of about so many letters."""

_PARTED = 0.5
"""How sure a line is at most that may be those of two cells."""

_HIDDEN = 0.9
"""How sure a text is at most where a blot, a shadow or the network may hide another letter."""

_MARK = 0.99
"""How sure a dash or a row of dots is, which is told by its shape."""

_HANGING = 0.5
"""The empty part of a wide stop at the end of a line, in heights of type."""

_SIGN = 0.45
"""In heights of type: ink as large as this is no dust alone in a cell, though no letter may be
seen in it."""


def glyphs_on(
    page: Gray, rulings: tuple[Ruling, ...], tolerance: float, seals: tuple[Box, ...] = ()
) -> tuple[Glyph, ...]:
    """Return the lines of text of a page, each as one glyph, in its pixels.

    Args:
        page: upright, evenly lit, without seals.
        rulings: its ruling lines, in pixels.
        tolerance: how far apart lines may be and yet be one, in pixels.
        seals: where seals were taken off.
    """
    plain = _only_text(page, rulings)
    places = list(places_of(pieces_of(plain), rulings, tolerance))
    shown = [each for each in seen_on(plain, places) if _is_shown(each, places)]
    hidden = hidden_cells(plain, without_rulings(page, rulings), places)
    open_ = hidden.keys() | misread(shown) | under_seals(seals, places)
    glyphs = [_glyph(each, places[each.place], is_whole=each.place not in open_) for each in shown]
    glyphs += [
        Glyph(text=line.mark, box=_box(line, place.height), confidence=_MARK)
        for place in places
        for line in place.lines
        if line.mark is not None and place.is_cell
    ]
    empty = hidden.keys() - {each.place for each in shown}
    glyphs += [Glyph(text="", box=hidden[place], confidence=0.0) for place in sorted(empty)]
    return tuple(glyphs)


def _only_text(page: Gray, rulings: tuple[Ruling, ...]) -> Gray:
    """Return a page without ruling lines and what else is no letter."""
    height = line_height(pieces_of(without_rulings(page, rulings)))
    return without_rulings(without_blots(page, height) if height else page, rulings)


def is_upside_down(page: Gray, rulings: tuple[Ruling, ...], tolerance: float) -> bool:
    """Whether the letters of a level page say so: a few lines are read both ways."""
    plain = _only_text(page, rulings)
    lines = [
        (abs((line.box[2] - line.box[0]) / place.height - _LEGIBLE), line, place.height)
        for place in places_of(pieces_of(plain), rulings, tolerance)
        for line in place.lines
        if line.mark is None
    ]
    lines.sort(key=itemgetter(0))
    pictures = [cut(plain, line.box, height) for _, line, height in lines[:_ASKED]]
    ways = (pictures, [asarray(picture[::-1, ::-1]) for picture in pictures])
    upright, turned = (sum(first_look(strip).chance for strip in strips_of(way)) for way in ways)
    return turned > upright


def _is_shown(seen: Seen, places: list[Place]) -> bool:
    """Whether a line says something: around the tables more than one sign, which may be dust.

    In a cell it may say nothing too, where its ink is as large as a letter.
    """
    left, top, right, bottom = seen.line.box
    place = places[seen.place]
    if not place.is_cell:
        return len(seen.text) > 1
    is_large = max(right - left, bottom - top) > _SIGN * place.height
    return bool(seen.text) or (is_large and len(place.lines) == 1)


def _glyph(seen: Seen, place: Place, *, is_whole: bool) -> Glyph:
    text = seen.text
    left, top, right, bottom = _box(seen.line, place.height)
    hanging = _HANGING * place.height if text.endswith(HANGING) else 0.0
    most = _PARTED if seen.line.is_parted else 1.0 if is_whole else _HIDDEN
    return Glyph(
        text=text,
        box=(left, top, right + hanging, bottom),
        confidence=min(seen.chance, most) if text else 0.0,
        # Those of two cells are no choice for the sums of a form.
        candidates=() if seen.line.is_parted else seen.candidates,
    )


def _box(line: Line, height: float) -> Box:
    """Return the box of a line, as high as type even where its signs are low."""
    left, top, right, bottom = line.box
    low = max(0.0, height - (bottom - top)) / 2
    return (left, top - low, right, bottom + low)
