"""The lines of a page's places → what is seen in each: its letters, numbers and signs."""

from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import SURE, Candidate
from jiheng.readers.scan.text.alone import is_alone, told_between
from jiheng.readers.scan.text.columns import Setting
from jiheng.readers.scan.text.dust import as_heading, is_dust
from jiheng.readers.scan.text.ink import Gray
from jiheng.readers.scan.text.lines import PITCH, cut, smaller, strips_of, type_size
from jiheng.readers.scan.text.numerals import is_number, number_in
from jiheng.readers.scan.text.places import Place
from jiheng.readers.scan.text.rows import Line
from jiheng.readers.scan.text.spacing import NARROW, respaced
from jiheng.readers.scan.text.spelling import Look, Strip, first_look, folded
from jiheng.readers.scan.text.sureness import sureness
from jiheng.readers.scan.text.untold import has_untold, is_torn

_COMMON, _FEWEST_DIGITS = 0.999, 2
"""A number beside which signs are told is so sure and has so many digits."""


class Seen(Struct, frozen=True, kw_only=True, eq=False):
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


def seen_on(page: Gray, places: list[Place]) -> list[Seen]:
    """Return what is seen in every line of a page without ruling lines, but for dust."""
    return _without_dust(_with_signs(_with_numbers(_looks(page, places)), places), places)


def _looks(page: Gray, places: list[Place]) -> list[Seen]:
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


def _looked_at(place: int, line: Line, picture: Gray, strip: Strip, height: float) -> Seen:
    look = first_look(folded(strip, NARROW))
    setting = Setting(picture=picture, pitch=PITCH, size=type_size(line.box, height))
    return Seen(
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


def _with_numbers(seen: list[Seen]) -> list[Seen]:
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


def _as_number(seen: Seen, looks: tuple[Strip, ...]) -> Seen:
    return _with_candidates(seen, number_in((seen.strip, *looks)))


def _with_candidates(seen: Seen, candidates: tuple[Candidate, ...]) -> Seen:
    best = candidates[0]
    return replace(seen, text=best.text, chance=best.chance, candidates=candidates)


def _with_signs(seen: list[Seen], places: list[Place]) -> list[Seen]:
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


def _is_common(seen: Seen) -> bool:
    is_long = len(seen.text) >= _FEWEST_DIGITS
    return seen.chance >= _COMMON and seen.text.isdecimal() and is_long and seen.text.isascii()


def _is_alone(seen: Seen, place: Place) -> bool:
    left, _, right, _ = seen.line.box
    is_only = place.is_cell and len(place.lines) == 1
    return is_only and is_alone(seen.look, right - left, place.height)


def _without_dust(seen: list[Seen], places: list[Place]) -> list[Seen]:
    """Return the lines without signs that are dust beside the words of a cell."""
    found: list[Seen] = []
    for place, group in groupby(seen, key=lambda each: each.place):
        lines = list(group)
        texts = [each.text for each in lines]
        words = as_heading(texts) if places[place].is_cell else None
        if words is not None:
            found += map(_as_words, lines, words)
        else:
            found += (each for each in lines if not is_dust(each.text, texts))
    return found


def _as_words(seen: Seen, text: str) -> Seen:
    """Return a line as the known words that it holds, as sure as their own letters are."""
    own = Look(letters=tuple(each for each in seen.look.letters if each.sign in text))
    return replace(seen, text=text, chance=sureness(own))
