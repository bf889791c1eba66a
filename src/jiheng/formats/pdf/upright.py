"""A PDF page turned so that its letters stand upright, measured from its upper left corner."""

from collections import Counter
from operator import attrgetter
from typing import NamedTuple

from jiheng.formats.pages.page import Box, Glyph, Ruling
from jiheng.formats.pdf.letters import Letter, Run
from jiheng.formats.pdf.shapes import THIN, Point, Shapes

_LEAN = 0.02
"""A line that rises by less than this share of its length is level, but for how it was drawn."""


_TURNS = attrgetter("run.turns")

_NO_CODE = "\ufffd"
"""Stands for a letter of which the file does not say which one it is."""


class Upright(NamedTuple):
    """How points of a page go to their upright places.

    Attributes:
        turns: quarters clockwise by which the page is turned.
        bounds: left, bottom, right and top of the page before.
    """

    turns: int
    bounds: Box

    @property
    def size(self) -> Point:
        """Width and height of the upright page."""
        left, bottom, right, top = self.bounds
        return (top - bottom, right - left) if self.turns % 2 else (right - left, top - bottom)

    def point(self, x: float, y: float) -> Point:
        """Return the upright place of a point."""
        left, bottom, right, top = self.bounds
        places = ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom))
        return places[self.turns] if self.turns < len(places) else (top - y, right - x)

    def box(self, box: Box) -> Box:
        """Return the upright place of a box: left, top, right and bottom."""
        if not self.turns:
            left, _, _, top = self.bounds
            return box[0] - left, top - box[3], box[2] - left, top - box[1]
        x1, y1 = self.point(box[0], box[1])
        x2, y2 = self.point(box[2], box[3])
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def original(self, box: Box) -> Box:
        """Return the box on the page before: left, bottom, right and top of an upright one."""
        left, bottom, right, top = self.bounds
        places = [
            (
                (left + x, top - y),
                (left + y, bottom + x),
                (right - x, bottom + y),
                (right - y, top - x),
            )[self.turns]
            for x, y in (box[:2], box[2:])
        ]
        (x1, y1), (x2, y2) = places
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def upright_page(letters: list[Letter], bounds: Box, turns: int) -> Upright:
    """Return how the page is turned upright: as most letters stand, else as it is shown."""
    counted = Counter(map(_TURNS, letters))
    most = counted.most_common(1)
    return Upright(most[0][0] if most else turns, bounds)


def glyphs_of(letters: list[Letter], upright: Upright) -> tuple[Glyph, ...]:
    """Return the letters on the upright page; those outside its edges are never seen.

    Kept with their clip are those that are cut away where their cell ends, even beyond the page: a
    program that prints a sheet draws a text whole on each page that its cell stands on. Of a
    letter without a code nothing is sure but that it is there.
    """
    width, height = upright.size
    glyphs: list[Glyph] = []
    last, shown = Run(), None
    for text, placed, run in letters:
        box = upright.box(placed)
        if run is not last:
            last, shown = run, None if run.clip is None else upright.box(run.clip)
        clip = _cutting(shown, box) if shown else None
        # A place that is no number is beyond every edge.
        if not clip and not (box[2] > 0 and box[3] > 0 and box[0] < width and box[1] < height):
            continue
        sure = 1.0 if text else 0.0
        address = run.address or None
        glyphs.append(
            Glyph(text=text or _NO_CODE, box=box, confidence=sure, clip=clip, run=address)
        )
    return tuple(glyphs)


def _cutting(clip: Box, box: Box) -> Box | None:
    """Return what cuts a letter away, None where its middle is shown."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return None if clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3] else clip


def rulings_of(shapes: Shapes, upright: Upright) -> tuple[Ruling, ...]:
    """Return the level and the upright lines among the shapes."""
    rulings: list[Ruling] = []
    for box in shapes.thin:
        left, top, right, bottom = upright.box(box)
        x, y = (left + right) / 2, (top + bottom) / 2
        # A dot may be part of a dotted line either way.
        if bottom - top <= THIN:
            rulings.append(Ruling(left=left, top=y, right=right, bottom=y))
        if right - left <= THIN:
            rulings.append(Ruling(left=x, top=top, right=x, bottom=bottom))
    for (a, b), (c, d) in shapes.strokes:
        x1, y1, x2, y2 = upright.box((min(a, c), min(b, d), max(a, c), max(b, d)))
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        if y2 - y1 <= _LEAN * (x2 - x1):
            rulings.append(Ruling(left=x1, top=y, right=x2, bottom=y))
        elif x2 - x1 <= _LEAN * (y2 - y1):
            rulings.append(Ruling(left=x, top=y1, right=x, bottom=y2))
    return tuple(rulings)
