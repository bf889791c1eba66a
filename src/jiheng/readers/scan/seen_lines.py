"""Upright page → its ruling lines, and which of them are in doubt."""

from collections.abc import Iterator

import cv2
from msgspec import Struct
from numpy import abs as size_of
from numpy import diff, flatnonzero, ones, uint8

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.drawing import Drawing, Drawn, drawing_of, wrong_strokes
from jiheng.readers.scan.letters import letters_of
from jiheng.readers.scan.odds import odds_of, seen_between, wear_of
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides
from jiheng.readers.scan.places import places_of
from jiheng.readers.scan.samples import samples_of
from jiheng.readers.scan.tracks import tracks_of

_EDGE, _WORD = 1.0, 1.5
"""Around a letter its soft edge is hidden too, and what lies between strokes; in points."""

_SMALLEST = 40.0
"""No picture whose shorter side is less holds a table, in pixels."""

_DOUBT = 4.0
"""A border is in doubt where the page would be less than so much less likely with its opposite,
as a natural logarithm."""


class SeenLines(Struct, frozen=True, kw_only=True):
    """The ruling lines of a page, in its pixels.

    Attributes:
        doubtful: borders between two crossings that may be drawn or not.
        wrong: how many strokes are to be expected wrong, each of one border or of several in a row
            that are drawn together or not at all.
    """

    rulings: tuple[Ruling, ...] = ()
    doubtful: tuple[Ruling, ...] = ()
    wrong: float = 0.0


def lines_on(gray: Picture, taken: Picture, *, is_two_toned: bool = False) -> SeenLines:
    """Return the ruling lines of an upright, evenly lit page.

    Args:
        gray: the page.
        taken: 1 where something was taken from the page.
        is_two_toned: the picture knew no gray, so that faint lines may be gone.
    """
    if min(sides(gray)) < _SMALLEST:
        return SeenLines()
    point = max(sides(gray)) / A4_POINTS
    letters = letters_of(gray)
    room = _closed(_wider(letters, _EDGE * point), _WORD * point)
    words = _closed(letters, (2 * _EDGE + _WORD) * point)
    across = samples_of(gray, room, words, taken, point)
    turned = tuple(cv2.transpose(each) for each in (gray, room, words, taken))
    down = samples_of(turned[0], turned[1], turned[2], turned[3], point)
    ys, xs = places_of(across), places_of(down)
    if min(len(ys), len(xs)) <= 1:
        return SeenLines()
    level = seen_between(tracks_of(across, ys), xs)
    upright = seen_between(tracks_of(down, xs), ys)
    wear = 1.0 if is_two_toned else wear_of(level, upright)
    drawing = drawing_of(odds_of(level, wear), odds_of(upright, wear))
    return _told(drawing, ys, xs)


def _wider(letters: Picture, edge: float) -> Picture:
    return cv2.dilate(letters, _square(2 * round(edge) + 1))


def _closed(letters: Picture, gap: float) -> Picture:
    return cv2.morphologyEx(letters, cv2.MORPH_CLOSE, _square(2 * round(gap / 2) + 1))


def _square(side: int) -> Picture:
    return ones((side, side), uint8)


def _told(drawing: Drawing, ys: tuple[int, ...], xs: tuple[int, ...]) -> SeenLines:
    level, upright = drawing.level > 0, drawing.upright > 0
    # What lies before the first line across, or behind the last, is an edge of no cell.
    inner = (drawing.level[:, 1:-1], drawing.upright[:, 1:-1])
    lying, standing = (size_of(odds) < _DOUBT for odds in inner)
    return SeenLines(
        rulings=(
            *(_lying(*each) for each in _lines(level, upright, ys, xs)),
            *(_standing(*each) for each in _lines(upright, level, xs, ys)),
        ),
        doubtful=(
            *(_lying(*each) for each in _borders(lying, ys, xs)),
            *(_standing(*each) for each in _borders(standing, xs, ys)),
        ),
        wrong=_cut_off(level) + _cut_off(upright) + sum(map(wrong_strokes, inner)),
    )


def _cut_off(drawn: Drawn) -> int:
    """Return how many lines go on beyond all others, where not one does by chance but several.

    There the table is cut off by the edge of the picture, or by a shadow.
    """
    parted = drawn[~drawn.all(axis=1)]
    beyond = max(int(parted[:, end].sum()) for end in (0, -1))
    return beyond if beyond > 1 else 0


_Span = tuple[float, float, float]
"""Where a line lies, where it starts and where it ends."""


def _lines(
    drawn: Drawn, across: Drawn, places: tuple[int, ...], crossings: tuple[int, ...]
) -> Iterator[_Span]:
    """Yield the lines that meet another one, and do not go on to both ends of the picture."""
    for at, (place, borders) in enumerate(zip(places, drawn, strict=True)):
        for start, end in _runs(borders):
            first, last = max(start - 1, 0), min(end, len(crossings)) - 1
            is_met = bool(across[first : last + 1, at : at + 2].any())
            if first < last and is_met and (start, end) != (0, len(borders)):
                yield place, crossings[first], crossings[last]


def _runs(drawn: Drawn) -> Iterator[tuple[int, int]]:
    """Yield the first border of each stretch that is drawn, and the next one behind it."""
    edges = flatnonzero(diff(drawn, prepend=False, append=False)).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def _borders(those: Drawn, places: tuple[int, ...], crossings: tuple[int, ...]) -> Iterator[_Span]:
    for line, border in zip(*those.nonzero(), strict=True):
        yield places[line], crossings[border], crossings[border + 1]


def _lying(at: float, start: float, end: float) -> Ruling:
    return Ruling(left=start, top=at, right=end, bottom=at)


def _standing(at: float, start: float, end: float) -> Ruling:
    return Ruling(left=at, top=start, right=at, bottom=end)
