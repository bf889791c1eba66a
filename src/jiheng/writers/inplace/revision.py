"""An XML part with pieces put in; every byte outside of them stays as it was.

The tree tells where a piece belongs, a second pass by expat at which byte that is: expat meets
the elements in the same order as the tree holds them (docs/decisions/0011).
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from jiheng.formats.xml import Element, parse_xml
from jiheng.writers.inplace.errors import Unwritable

_OPENING = re.compile(rb"<([^\s/>]+)[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_CODECS = {"UTF-8": "utf-8", "ASCII": "ascii", "US-ASCII": "ascii"}


class _Span(NamedTuple):
    """Where an element stands: its opening tag, its content, its closing tag."""

    start: int
    content: int
    closing: int
    end: int


class _Change(NamedTuple):
    """Bytes from ``start`` to ``end`` give way to others."""

    start: int
    end: int
    new: bytes


class Revision:
    """Gathers the changes of one part, then writes it.

    Attributes:
        root: the part as it is, parsed; no one may change it.
    """

    def __init__(self, data: bytes, part: str, root: Element | None = None) -> None:
        """Begin to change a part.

        Args:
            data: its bytes.
            part: its name, for messages.
            root: what the bytes were parsed into, where that was done already.
        """
        self.root = parse_xml(data, part) if root is None else root
        self._data = data
        encoding = (self.root.getroottree().docinfo.encoding or "UTF-8").upper()
        if encoding not in _CODECS:
            raise Unwritable("encoding", part=part, encoding=encoding)
        self._codec = _CODECS[encoding]
        self._before: list[tuple[Element, str]] = []
        self._after: list[tuple[Element, str]] = []
        self._first: list[tuple[Element, str]] = []
        self._last: list[tuple[Element, str]] = []
        self._instead: dict[Element, str] = {}

    def before(self, element: Element, xml: str) -> None:
        """Put a piece in front of an element."""
        self._before.append((element, xml))

    def after(self, element: Element, xml: str) -> None:
        """Put a piece behind an element."""
        self._after.append((element, xml))

    def prepend(self, element: Element, xml: str) -> None:
        """Put a piece at the beginning of an element's content."""
        self._first.append((element, xml))

    def append(self, element: Element, xml: str) -> None:
        """Put a piece at the end of an element's content."""
        self._last.append((element, xml))

    def replace(self, element: Element, xml: str) -> None:
        """Put a piece in the place of an element; nothing else may be asked of that element."""
        self._instead[element] = xml

    def old(self, element: Element) -> str:
        """Return an element as it was written."""
        span = _spans(self._data, self.root, {element})[element]
        return self._data[span.start : span.end].decode(self._codec)

    def render(self) -> bytes:
        """Return the part with all pieces in it."""
        changes = self._changes()
        pieces: list[bytes] = []
        at = 0
        for change in sorted(changes, key=lambda each: (each.start, each.end)):
            pieces += [self._data[at : change.start], change.new]
            at = change.end
        return b"".join((*pieces, self._data[at:]))

    def _encoded(self, xml: str) -> bytes:
        return xml.encode(self._codec, "xmlcharrefreplace")

    def _changes(self) -> list[_Change]:
        every = (*self._before, *self._after, *self._first, *self._last)
        spans = _spans(self._data, self.root, {each for each, _ in every} | set(self._instead))
        changes = [
            _Change(spans[element].start, spans[element].end, self._encoded(xml))
            for element, xml in self._instead.items()
        ]
        for pieces, place in ((self._before, "start"), (self._after, "end")):
            changes += [
                _Change(at := int(getattr(spans[element], place)), at, self._encoded(xml))
                for element, xml in pieces
            ]
        filled = dict.fromkeys(each for each, _ in (*self._first, *self._last))
        for element in filled:
            changes += self._filled(element, spans[element])
        return changes

    def _filled(self, element: Element, span: _Span) -> list[_Change]:
        first = "".join(xml for each, xml in self._first if each is element)
        last = "".join(xml for each, xml in self._last if each is element)
        opening = self._data[span.start : span.content]
        if not opening.endswith(b"/>"):
            return [
                _Change(at, at, self._encoded(xml))
                for at, xml in ((span.content, first), (span.closing, last))
                if xml
            ]
        # <w:p/> becomes <w:p>…</w:p>.
        match = _OPENING.match(opening)
        name = match[1] if match else b""
        slash = span.content - 2
        return [
            _Change(slash, span.content, b">" + self._encoded(first + last) + b"</" + name + b">")
        ]


def _spans(data: bytes, root: Element, wanted: set[Element]) -> dict[Element, _Span]:
    """Return where elements stand in the bytes of their part."""
    starts, ends = _tags(data)
    spans: dict[Element, _Span] = {}
    for number, element in enumerate(root.iter()):
        if element in wanted:
            spans[element] = _span(data, starts[number], ends[number])
    return spans


def _span(data: bytes, start: int, closing: int) -> _Span:
    opening = _OPENING.match(data, start)
    if opening is None:
        raise Unwritable("odd-xml")
    content = opening.end()
    # An element without content ends where it begins.
    end = content if opening[0].endswith(b"/>") else data.index(b">", closing) + 1
    return _Span(start, content, max(closing, content) if end != content else content, end)


def _tags(data: bytes) -> tuple[list[int], list[int]]:
    """Return where the opening and closing tags of the elements begin, by document order."""
    parser = expat.ParserCreate()
    starts: list[int] = []
    ends: list[int] = []
    open_: list[int] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        open_.append(len(starts))
        starts.append(parser.CurrentByteIndex)
        ends.append(0)

    def end(name: str) -> None:
        ends[open_.pop()] = parser.CurrentByteIndex

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)  # expat has no keyword for it
    except expat.ExpatError as error:
        raise Unwritable("odd-xml") from error
    return starts, ends
