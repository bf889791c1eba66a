"""The parts of an OFD package, found from where another part points to them."""

import posixpath

from jiheng.formats.package import Package
from jiheng.formats.xml import Element, local_name, parse_xml


class Part:
    """One XML part and what it points to."""

    def __init__(self, package: Package, name: str) -> None:
        self.name = name
        content = package.read(name)
        self.size = len(content)
        self.root = parse_xml(content, name)
        self._package = package

    def open(self, place: str) -> "Part":
        """Return the part that a place (ST_Loc) in this one names.

        Raises:
            FormatError: there is no such part, or it cannot be read.
        """
        return Part(self._package, self.locate(place))

    def find(self, place: str) -> "Part | None":
        """Return the part that a place names; None where there is no such part."""
        name = self.locate(place)
        return Part(self._package, name) if self._package.has(name) else None

    def locate(self, place: str) -> str:
        """Return the name of the part; the one that it should have where there is none.

        A place that begins with / counts from the package's root, any other from the folder of
        the part that names it. Some programs leave the first / out.
        """
        inside = place.strip().replace("\\", "/")
        folder = posixpath.dirname(self.name)
        beside = posixpath.normpath(posixpath.join("/", folder, inside))
        root = posixpath.normpath(posixpath.join("/", inside))
        return next((name for name in (beside, root) if self._package.has(name)), beside)[1:]


def children(element: Element | None, name: str) -> list[Element]:
    """Return the children with this name, whatever their prefix; [] of none."""
    return [] if element is None else [each for each in element if local_name(each.tag) == name]


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child with the first name, its first child with the next, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local_name(each.tag) == name), None)
    return element


def id_of(element: Element, name: str = "ID") -> str:
    """Return the number by which an element is referred to, or refers to another; "" without."""
    return (element.get(name) or "").strip()


def text_of(element: Element | None) -> str:
    """Return the text of an element without blanks around it; "" of none."""
    return "" if element is None else (element.text or "").strip()
