"""The objects of a PDF file by number, and its pages in order."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jiheng.formats import limits
from jiheng.formats.pdf.structure.crossing import Crossing, crossing_of
from jiheng.formats.pdf.structure.streams import body_at, stream_at
from jiheng.formats.pdf.structure.syntax import (
    Entries,
    entries_of,
    items_of,
    number,
    reference,
    strange,
    value_at,
)

_MOST_STEPS = 32
"""So often a reference points to another one, or a branch of pages to a smaller one."""
_KEPT = 16
"""So many unpacked object streams are kept."""


class PageObject(Struct, frozen=True, kw_only=True):
    """A page as the file writes it."""

    number: int
    generation: int
    entries: Entries


class Objects:
    """The objects of one file; nothing is looked at before it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Find out where they stand.

        Raises:
            FormatError: the file does not say it plainly.
        """
        self.crossing: Crossing = crossing_of(data)
        self._data = data
        self._packed = lru_cache(_KEPT)(self._unpack)

    def resolved(self, value: bytes) -> bytes:
        """Return a value, or what it points to; ``null`` where there is nothing.

        Raises:
            FormatError: it points in a ring, or to another object than it says.
        """
        for _ in range(_MOST_STEPS):
            pointed = reference(value)
            if pointed is None:
                return value
            value = self._value(pointed)
        return strange()

    def dictionary(self, value: bytes) -> Entries:
        """Return the entries of a dictionary, given or pointed to.

        Raises:
            FormatError: it is none.
        """
        return entries_of(self.resolved(value))

    def pages(self) -> Iterator[PageObject]:
        """Yield the pages in order.

        Raises:
            FormatError: they are not one tree.
        """
        root = self.dictionary(self.crossing.trailer.get(b"/Root", b""))
        seen: set[int] = set()
        branches = [root.get(b"/Pages", b"")]
        while branches:
            branch = branches.pop()
            pointed = reference(branch)
            if pointed is None or pointed in seen or len(seen) > 2 * limits.MAX_PAGES:
                strange()
            seen.add(pointed)
            entries = self.dictionary(branch)
            if b"/Kids" in entries:
                branches += reversed(items_of(self.resolved(entries[b"/Kids"])))
            else:
                place = self.crossing.places[pointed]
                yield PageObject(number=pointed, generation=place.generation, entries=entries)

    def _value(self, wanted: int) -> bytes:
        place = self.crossing.places.get(wanted)
        if place is None:
            return b"null"
        if place.container:
            return self._packed(place.container).get(wanted, b"null")
        return value_at(self._data, body_at(self._data, place.at, wanted))

    def _unpack(self, container: int) -> dict[int, bytes]:
        """Return the objects that are packed in a stream."""
        place = self.crossing.places.get(container)
        if place is None or place.container:
            strange()
        stream = stream_at(self._data, place.at, container, self.resolved)
        first = number(stream.entries.get(b"/First", b""))
        heads = [number(each) for each in stream.content[:first].split()]
        starts = dict(zip(heads[::2], heads[1::2], strict=True))
        return {each: value_at(stream.content, first + at) for each, at in starts.items()}
