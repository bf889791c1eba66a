"""Layers, blocks and the objects in them → letters and ruling lines of a page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.budget import MarkBudget
from jiheng.formats.ofd.lettering import lettering
from jiheng.formats.ofd.matrix import Matrix, moved
from jiheng.formats.ofd.parts import Part, child, id_of, text_of
from jiheng.formats.ofd.resources import FULL, Pen, Resources
from jiheng.formats.ofd.stroking import SubPath, filled, stroked, subpaths
from jiheng.formats.ofd.values import box_of, is_set, matrix_of, number_of
from jiheng.formats.pages.page import Box, Glyph, Ruling
from jiheng.formats.xml import Element, local_name
from jiheng.rulebook.phrases import phrase

_BOUND = 1.5
"""A line may lie so far outside the bounds of its object, in points: half of its own thickness."""


class Frame(NamedTuple):
    """What a container says of the objects in it.

    Attributes:
        place: from the container to the page, in points.
        inside: the composite objects around, by their numbers.
    """

    place: Matrix
    pen: Pen = Pen()
    inside: tuple[str, ...] = ()
    depth: int = 0


class Placed(NamedTuple):
    """A picture on the page.

    Attributes:
        box: that it covers.
        place: from a square of 1 to where it lies.
        reference: its number among the resources.
    """

    box: Box
    place: Matrix
    reference: str


class Drawing:
    """What has been drawn on one page so far.

    Attributes:
        pictures: in their order.
        stamps: the boxes of seals.
        curves: how many lines are curved.
        quarters: how many letters are turned clockwise by so many quarters.
    """

    def __init__(self, resources: Resources, budget: MarkBudget) -> None:
        self.glyphs: list[Glyph] = []
        self.rulings: list[Ruling] = []
        self.pictures: list[Placed] = []
        self.stamps: list[Box] = []
        self.curves = 0
        self.quarters: Counter[int] = Counter()
        self._resources = resources
        self._budget = budget

    def begin(self, part: Part) -> None:
        """Take note of the resources of a part that is about to be drawn."""
        self._resources.add(part, part.root, "PageRes")

    def draw(self, objects: Iterable[Element], frame: Frame) -> None:
        """Draw the objects of a layer, a block or the like, in their order."""
        if frame.depth > limits.MAX_DEPTH:
            raise FormatError(phrase("format.nesting", most=str(limits.MAX_DEPTH)))
        deeper = frame._replace(depth=frame.depth + 1)
        for element in objects:
            self._budget.spend(1)
            match local_name(element.tag):
                case "Layer" | "PageBlock":
                    self.draw(element, self._in_layer(element, deeper))
                case "TextObject" if _is_seen(element) and _is_inked(element):
                    self._text(element, frame)
                case "PathObject" if _is_seen(element):
                    self._path(element, frame)
                case "ImageObject" if _is_seen(element):
                    self._picture(element, frame)
                case "CompositeObject" if _is_seen(element):
                    self._composite(element, deeper)
                case _:
                    pass

    def _in_layer(self, element: Element, frame: Frame) -> Frame:
        if not id_of(element, "DrawParam"):
            return frame
        return frame._replace(pen=self._resources.pen(element, frame.pen))

    def _text(self, element: Element, frame: Frame) -> None:
        found = lettering(element, _own_place(element, frame), _bounds(element, frame))
        self._budget.spend(len(found.glyphs))
        self.glyphs += found.glyphs
        self.quarters[found.quarters] += len(found.glyphs)

    def _path(self, element: Element, frame: Frame) -> None:
        pen = self._resources.pen(element, frame.pen)
        paths = tuple(subpaths(text_of(child(element, "AbbreviatedData"))))
        bounds = _bounds(element, frame)
        found = [
            kept
            for ruling in _rulings(element, paths, _own_place(element, frame), pen)
            if (kept := _within(ruling, bounds)) is not None
        ]
        self._budget.spend(len(found))
        self.rulings += found
        self.curves += sum(not path.is_straight for path in paths)

    def _picture(self, element: Element, frame: Frame) -> None:
        picture = _placed(element, frame)
        if picture is None:
            return
        self.pictures.append(picture)
        if _covers(element) and self._resources.is_opaque(picture.reference):
            self._budget.spend(len(self.glyphs))
            self.glyphs = [glyph for glyph in self.glyphs if not _is_under(glyph.box, picture.box)]

    def _composite(self, element: Element, frame: Frame) -> None:
        reference = id_of(element, "ResourceID")
        if reference in frame.inside:
            raise FormatError(phrase("ofd.ring", id=reference))
        drawing = self._resources.drawing(reference)
        if drawing is not None:
            self._budget.spend_part(drawing.size)
            place = _own_place(element, frame)
            self.draw(
                drawing.content, frame._replace(place=place, inside=(*frame.inside, reference))
            )


def _is_seen(element: Element) -> bool:
    return is_set(element, "Visible", default=True) and number_of(element, "Alpha", 1) != 0


def _placed(element: Element, frame: Frame) -> Placed | None:
    """Return where a picture lies: its matrix lays out a square of 1, which its bounds cut."""
    bounds, reference = _bounds(element, frame), id_of(element, "ResourceID")
    if bounds is None:
        return None
    if element.get("CTM") is None:
        left, top, right, bottom = bounds
        return Placed(bounds, Matrix(right - left, 0, 0, bottom - top, left, top), reference)
    place = _own_place(element, frame)
    left, top, right, bottom = place.box((0, 0, 1, 1))
    box = (
        max(left, bounds[0]),
        max(top, bounds[1]),
        max(left, min(right, bounds[2])),
        max(top, min(bottom, bounds[3])),
    )
    return Placed(box, place, reference)


def _covers(element: Element) -> bool:
    """Whether a picture hides what was drawn before: recognised text lies so under a scan."""
    is_mixed = (element.get("BlendMode") or "Normal") != "Normal"
    return not is_mixed and number_of(element, "Alpha", FULL) >= FULL


def _is_under(box: Box, bounds: Box) -> bool:
    """Whether the middle of a letter lies within bounds."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]


def _is_inked(element: Element) -> bool:
    # Text that is neither filled nor outlined lies under a scan, for searching.
    return is_set(element, "Fill", default=True) or is_set(element, "Stroke", default=False)


def _own_place(element: Element, frame: Frame) -> Matrix:
    """Return the map from inside an object to the page."""
    left, top, *_ = box_of(element.get("Boundary")) or (0.0, 0.0)
    return frame.place.inner(moved(left, top)).inner(matrix_of(element))


def _bounds(element: Element, frame: Frame) -> Box | None:
    """Return the box on the page outside which nothing of an object is seen."""
    box = box_of(element.get("Boundary"))
    return None if box is None else frame.place.box(box)


def _rulings(
    element: Element, paths: tuple[SubPath, ...], place: Matrix, pen: Pen
) -> Iterator[Ruling]:
    is_stroked = pen.is_drawn and is_set(element, "Stroke", default=True)
    is_filled = pen.is_filled and is_set(element, "Fill", default=False)
    if not is_stroked and not is_filled:
        return
    width = pen.width * abs(place.a * place.d - place.b * place.c) ** 0.5
    for path in paths:
        if is_stroked:
            yield from stroked(path, place, width)
        if is_filled:
            yield from filled(path, place)


def _within(ruling: Ruling, bounds: Box | None) -> Ruling | None:
    """Return the part of a line inside the bounds; None where nothing is left.

    Bounds that are flat across the line are how many programs bound a line.
    """
    if bounds is None:
        return ruling
    left, top = max(ruling.left, bounds[0] - _BOUND), max(ruling.top, bounds[1] - _BOUND)
    right, bottom = min(ruling.right, bounds[2] + _BOUND), min(ruling.bottom, bounds[3] + _BOUND)
    if left > right or top > bottom:
        return None
    return Ruling(left=left, top=top, right=right, bottom=bottom)
