"""What the objects of a page refer to by number: pens with their colours, and drawings."""

import re
from collections.abc import Iterable

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.formats.ofd.parts import Part, child, children, id_of, text_of
from jiheng.formats.ofd.values import number_of
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

LINE_WIDTH = 0.353
"""Width of a pen in millimetres where no file says it."""

_MOST_RELATIVES = 20
_LIGHTEST = 250
_FULL = 255
_INKS = 4
_SHADE = re.compile(r"#([0-9A-Fa-f]{1,2})|(\d{1,9})")


class Pen(Struct, frozen=True, kw_only=True):
    """How an object is drawn, as far as it tells ruling lines from what nobody sees.

    Attributes:
        width: in millimetres.
        is_drawn: the colour of strokes is seen on white paper.
        is_filled: the colour of grounds is.
    """

    width: float = LINE_WIDTH
    is_drawn: bool = True
    is_filled: bool = False


class Resources:
    """The resources of one document, read when the first object asks for one."""

    def __init__(self) -> None:
        self._places: dict[str, Part] = {}
        self._taken: set[str] = set()
        self._found: dict[str, dict[str, Element]] = {"DrawParam": {}, "CompositeGraphicUnit": {}}

    def add(self, part: Part, element: Element | None, *lists: str) -> None:
        """Take the lists of resources that an element of a part names."""
        for name in lists:
            for each in children(element, name):
                self._places.setdefault(part.locate(text_of(each)), part)

    def pen(self, element: Element, inherited: Pen) -> Pen:
        """Return how an object is drawn; ``inherited`` is what its layer says."""
        chain = [element]
        reference = id_of(element, "DrawParam")
        while reference:
            if len(chain) > _MOST_RELATIVES:
                raise FormatError(phrase("ofd.ring", id=reference))
            parameters = self._resource("DrawParam", reference)
            if parameters is None:
                break
            chain.append(parameters)
            reference = id_of(parameters, "Relative")
        for each in reversed(chain):
            inherited = _written(each, inherited)
        return inherited

    def drawing(self, reference: str) -> Element | None:
        """Return the content of a composite object; None where there is no such resource."""
        unit = self._resource("CompositeGraphicUnit", reference)
        return None if unit is None else child(unit, "Content")

    def _resource(self, kind: str, reference: str) -> Element | None:
        for name, part in self._places.items():
            if name not in self._taken and (listed := part.find("/" + name)):
                self._take(listed.root)
            self._taken.add(name)
        return self._found[kind].get(reference)

    def _take(self, groups: Iterable[Element]) -> None:
        for group in groups:
            for kind, found in self._found.items():
                for each in children(group, kind):
                    found[id_of(each)] = each


def _written(element: Element, inherited: Pen) -> Pen:
    """Return the pen with what one element says of it."""
    stroke, fill = child(element, "StrokeColor"), child(element, "FillColor")
    return Pen(
        width=number_of(element, "LineWidth", inherited.width),
        is_drawn=inherited.is_drawn if stroke is None else _is_seen(stroke),
        is_filled=inherited.is_filled if fill is None else _is_seen(fill),
    )


def _is_seen(colour: Element) -> bool:
    """Whether a colour is neither white nor transparent; patterns and palettes are seen."""
    if number_of(colour, "Alpha", _FULL) == 0:
        return False
    shades = [
        int(hexadecimal, 16) if hexadecimal else int(decimal)
        for hexadecimal, decimal in _SHADE.findall(colour.get("Value") or "0")
    ]
    # Of printing inks, 0 is none; of light, it is black.
    return any(shades) if len(shades) == _INKS else any(each < _LIGHTEST for each in shades)
