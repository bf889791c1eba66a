"""Names and texts as a piece of XML needs them at the place where it is put in."""

from html import escape

from jiheng.formats.xml import Element
from jiheng.writers.characters import printable

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT = "http://purl.oclc.org/"


def of_package(name: str) -> str:
    """Return a namespace of packages, of which there is no strict variant."""
    return f"{_PACKAGE}/{name}"


def relations_of(root: Element) -> str:
    """Return the namespace and family of pointers that go with a part's own namespace."""
    return _STRICT_RELATIONS if main_uri(root).startswith(_STRICT) else _RELATIONS


def main_uri(root: Element) -> str:
    """Return the namespace of an element."""
    return root.tag.rpartition("}")[0].removeprefix("{")


def inside(place: Element, uri: str, spare: str = "") -> tuple[str, str]:
    """Return the prefix, with its colon, that elements have there, and what must declare it.

    Args:
        place: the element into which a piece is put.
        uri: the namespace of the piece.
        spare: a prefix to declare where the place knows none; needed for attributes.
    """
    known = [prefix for prefix, each in place.nsmap.items() if each == uri]
    if spare:
        known = [prefix for prefix in known if prefix]
    if known:
        first = known[0]
        return (f"{first}:" if first else ""), ""
    return (f"{spare}:", f' xmlns:{spare}="{uri}"') if spare else ("", f' xmlns="{uri}"')


def words_in(element: Element) -> str:
    """Return all texts inside of an element, one after another."""
    return "".join([each.text or "" for each in element.iter()])


def xml_text(text: str) -> str:
    """Return a text as XML may hold it."""
    return escape(printable(text.replace("\v", "\n")), quote=False)
