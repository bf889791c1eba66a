"""An upright page without colour, its ruling lines known → what is printed on it."""

from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace
from numpy import asarray

from jiheng.formats.pages.page import Box, Glyph, Ruling
from jiheng.model.document import SURE, Candidate
from jiheng.readers.scan.text.alone import is_alone, told_between
from jiheng.readers.scan.text.blots import without_blots
from jiheng.readers.scan.text.columns import Setting
from jiheng.readers.scan.text.dust import as_heading, is_dust
from jiheng.readers.scan.text.ink import Gray, pieces_of, without_rulings
from jiheng.readers.scan.text.lines import PITCH, cut, smaller, strips_of, type_size
from jiheng.readers.scan.text.numerals import is_misspelt, is_number, number_in
from jiheng.readers.scan.text.places import Place, places_of
from jiheng.readers.scan.text.rows import Line, line_height
from jiheng.readers.scan.text.spacing import HANGING, NARROW, respaced
from jiheng.readers.scan.text.spelling import Look, Strip, first_look, folded
from jiheng.readers.scan.text.sureness import sureness
from jiheng.readers.scan.text.untold import has_untold, is_torn
from jiheng.rulebook.headings import is_heading

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

_LETTER, _SIGN = 0.6, 0.45
"""In heights of type: ink as large as this is no dust beside text, and none alone in a cell,
though no letter may be seen in it."""

_UNDER_SEAL = 3.0
"""A text that ends so near a seal, in heights of type, may go on under it."""

_COMMON, _FEWEST_DIGITS = 0.999, 2
"""A number beside which signs are told is so sure and has so many digits."""


class _Seen(Struct, frozen=True, kw_only=True, eq=False):
    """A line of text and what was seen in it.

    Attributes:
        place: number of its cell, or of a text outside the tables.
        picture: as the network takes it.
        look: its letters, stops narrow.
        has_untold: ink of it is in none of its letters.
        is_torn: its letters are farther apart than those of a number.
    """

    place: int
    line: Line
    picture: Gray
    strip: Strip
    look: Look
    text: str
    chance: float
    has_untold: bool
    is_torn: bool
    candidates: tuple[Candidate, ...] = ()


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
    seen = _without_dust(_with_signs(_with_numbers(_seen(plain, places)), places), places)
    shown = [each for each in seen if _is_shown(each, places)]
    hidden = _hidden(plain, without_rulings(page, rulings), places)
    open_ = hidden.keys() | _misread(shown) | _under(seals, places)
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


def _hidden(plain: Gray, page: Gray, places: list[Place]) -> dict[int, Box]:
    """Return the cells in which something as large as a letter was taken off, with their boxes."""
    taken = plain > page
    found: dict[int, Box] = {}
    for number, place in enumerate(places):
        if place.cell is not None:
            left, top, right, bottom = map(round, place.cell)
            if taken[top:bottom, left:right].sum() > (_LETTER * place.height) ** 2:
                found[number] = place.cell
    return found


def _under(seals: tuple[Box, ...], places: list[Place]) -> set[int]:
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


def _misread(seen: list[_Seen]) -> set[int]:
    """Return the places in which a sign was overlooked, or is seen that belongs elsewhere."""
    return {
        place
        for place, lines in groupby(seen, key=lambda each: each.place)
        if _is_misread(list(lines))
    }


def _is_misread(lines: list[_Seen]) -> bool:
    text = "".join(each.text for each in lines)
    if is_misspelt(text) or any(each.is_torn and each.candidates for each in lines):
        return True
    return any(each.has_untold for each in lines) and not is_heading(text)


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


def _seen(page: Gray, places: list[Place]) -> list[_Seen]:
    """Return what the network sees in every line that has letters."""
    lines = [
        (number, line)
        for number, place in enumerate(places)
        for line in place.lines
        if line.mark is None
    ]
    pictures = [cut(page, line.box, places[number].height) for number, line in lines]
    return [
        _looked_at(place, line, picture, strip, places[place].height)
        for (place, line), picture, strip in zip(lines, pictures, strips_of(pictures), strict=True)
    ]


def _looked_at(place: int, line: Line, picture: Gray, strip: Strip, height: float) -> _Seen:
    look = first_look(folded(strip, NARROW))
    setting = Setting(picture=picture, pitch=PITCH, size=type_size(line.box, height))
    return _Seen(
        place=place,
        line=line,
        picture=picture,
        strip=strip,
        look=look,
        text=respaced(look, first_look(strip), setting),
        chance=sureness(look),
        has_untold=has_untold(look, setting),
        is_torn=is_torn(look, setting),
    )


def _with_numbers(seen: list[_Seen]) -> list[_Seen]:
    """Return the lines with numbers read as such; those in doubt are looked at once more."""
    words: dict[int, str] = {}
    for each in seen:
        words[each.place] = words.get(each.place, "") + each.look.text
    numbers = {at for at, each in enumerate(seen) if is_number(words[each.place])}
    found = [_as_number(each, ()) if at in numbers else each for at, each in enumerate(seen)]
    again = [at for at in sorted(numbers) if found[at].chance < SURE]
    looks = strips_of([smaller(seen[at].picture) for at in again])
    for at, look in zip(again, looks, strict=True):
        found[at] = _as_number(seen[at], (look,))
    return found


def _as_number(seen: _Seen, looks: tuple[Strip, ...]) -> _Seen:
    return _with_candidates(seen, number_in((seen.strip, *looks)))


def _with_candidates(seen: _Seen, candidates: tuple[Candidate, ...]) -> _Seen:
    best = candidates[0]
    return replace(seen, text=best.text, chance=best.chance, candidates=candidates)


def _with_signs(seen: list[_Seen], places: list[Place]) -> list[_Seen]:
    """Return the lines with signs alone in their cells told beside a number of the page."""
    number = next(filter(_is_common, seen), None)
    alone = [at for at, each in enumerate(seen) if _is_alone(each, places[each.place])]
    if number is None or not alone:
        return seen
    found = list(seen)
    signs = told_between([seen[at].picture for at in alone], number.picture, number.text)
    for at, candidates in zip(alone, signs, strict=True):
        if candidates:
            found[at] = _with_candidates(seen[at], candidates)
    return found


def _is_common(seen: _Seen) -> bool:
    is_long = len(seen.text) >= _FEWEST_DIGITS
    return seen.chance >= _COMMON and seen.text.isdecimal() and is_long and seen.text.isascii()


def _is_alone(seen: _Seen, place: Place) -> bool:
    left, _, right, _ = seen.line.box
    is_only = place.is_cell and len(place.lines) == 1
    return is_only and is_alone(seen.look, right - left, place.height)


def _without_dust(seen: list[_Seen], places: list[Place]) -> list[_Seen]:
    """Return the lines without signs that are dust beside the words of a cell."""
    found: list[_Seen] = []
    for place, group in groupby(seen, key=lambda each: each.place):
        lines = list(group)
        texts = [each.text for each in lines]
        words = as_heading(texts) if places[place].is_cell else None
        if words is not None:
            found += map(_as_words, lines, words)
        else:
            found += (each for each in lines if not is_dust(each.text, texts))
    return found


def _as_words(seen: _Seen, text: str) -> _Seen:
    """Return a line as the known words that it holds, as sure as their own letters are."""
    own = Look(letters=tuple(each for each in seen.look.letters if each.sign in text))
    return replace(seen, text=text, chance=sureness(own))


def _is_shown(seen: _Seen, places: list[Place]) -> bool:
    """Whether a line says something: around the tables more than one sign, which may be dust.

    In a cell it may say nothing too, where its ink is as large as a letter.
    """
    left, top, right, bottom = seen.line.box
    place = places[seen.place]
    if not place.is_cell:
        return len(seen.text) > 1
    is_large = max(right - left, bottom - top) > _SIGN * place.height
    return bool(seen.text) or (is_large and len(place.lines) == 1)


def _glyph(seen: _Seen, place: Place, *, is_whole: bool) -> Glyph:
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
