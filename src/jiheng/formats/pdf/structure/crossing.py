"""Where each object of a PDF file stands, by the file's own tables, the newest first."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from jiheng.formats.pdf.structure.streams import Stream, stream_at
from jiheng.formats.pdf.structure.syntax import (
    Entries,
    begin,
    entries_of,
    items_of,
    number,
    strange,
    value_at,
)

_START = re.compile(rb"startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF")
_TAIL = 2048
"""Bytes at the end of the file, among which its last words stand."""
_MOST_TABLES = 200
_MOST_OBJECTS = 1_000_000
_SECTION = re.compile(rb"(\d{1,10}) (\d{1,10})[ \t]*[\r\n]+")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r\n]{1,3}")
_FREE, _PLAIN, _PACKED = 0, 1, 2


class Place(NamedTuple):
    """Where an object stands.

    Attributes:
        container: the number of the object stream that it is packed in; 0 for none.
        at: bytes from the beginning of the file, or its number in the container.
    """

    container: int
    at: int
    generation: int


class Crossing(Struct, frozen=True, kw_only=True):
    """All tables of a file as one.

    Attributes:
        places: of the objects that there are, by number.
        trailer: the entries that say what the file is.
        start: where the newest table begins.
        is_stream: it is written as a stream.
    """

    places: dict[int, Place]
    trailer: Entries
    start: int
    is_stream: bool


class _Table(NamedTuple):
    places: dict[int, Place | None]
    trailer: Entries


def crossing_of(data: bytes) -> Crossing:
    """Return the places of a file's objects.

    Raises:
        FormatError: its tables are broken, follow one another in both kinds, or run in a ring.
    """
    found = list(_START.finditer(data, max(len(data) - _TAIL, 0)))
    if not data.startswith(b"%PDF-") or not found:
        strange()
    start = int(found[-1][1])
    is_stream = not data.startswith(b"xref", start)
    places: dict[int, Place | None] = {}
    trailer: Entries = {}
    for table in _tables(data, start, is_stream=is_stream):
        places = table.places | places
        trailer = table.trailer | trailer
        if len(places) > _MOST_OBJECTS:
            strange()
    known = {each: place for each, place in places.items() if place is not None}
    return Crossing(places=known, trailer=trailer, start=start, is_stream=is_stream)


def _tables(data: bytes, start: int, *, is_stream: bool) -> Iterator[_Table]:
    """Yield the tables from the newest back."""
    seen: set[int] = set()
    at: int | None = start
    while at is not None:
        if at in seen or len(seen) > _MOST_TABLES or at >= len(data):
            strange()
        seen.add(at)
        # What is added must be written as the file is, and a mixed one is not one thing.
        if data.startswith(b"xref", at) is is_stream:
            strange()
        table = _streamed(stream_at(data, at)) if is_stream else _printed(data, at)
        beside = table.trailer.get(b"/XRefStm")
        if beside is not None:
            table = _with_hidden(table, _streamed(stream_at(data, number(beside))))
        yield table
        before = table.trailer.get(b"/Prev")
        at = None if before is None else number(before)


def _with_hidden(table: _Table, beside: _Table) -> _Table:
    """Return a table with the objects that it hides from old programs, as Word writes them."""
    hidden = {
        each: place for each, place in beside.places.items() if table.places.get(each) is None
    }
    return _Table(table.places | hidden, table.trailer)


def _printed(data: bytes, at: int) -> _Table:
    """Return a table in plain figures."""
    places: dict[int, Place | None] = {}
    at = begin(data, at + len(b"xref"))
    while not data.startswith(b"trailer", at):
        section = _SECTION.match(data, at)
        if section is None:
            strange()
        first, count, at = int(section[1]), int(section[2]), section.end()
        for each in range(first, first + count):
            entry = _ENTRY.match(data, at)
            if entry is None or len(places) > _MOST_OBJECTS:
                strange()
            at = entry.end()
            is_there = entry[3] == b"n" and int(entry[1])
            places[each] = Place(0, int(entry[1]), int(entry[2])) if is_there else None
        at = begin(data, at)
    return _Table(places, entries_of(value_at(data, at + len(b"trailer"))))


def _streamed(stream: Stream) -> _Table:
    """Return a table that is a stream."""
    widths = [number(each) for each in items_of(stream.entries.get(b"/W", b""))]
    size = stream.entries.get(b"/Size", b"")
    index = items_of(stream.entries.get(b"/Index", b"[0 %b]" % size))
    if len(widths) != len(Place._fields) or not 0 < sum(widths) < _WIDEST or len(index) % 2:
        strange()
    rows = (_numbers(row, widths) for row in _cut(stream.content, sum(widths)))
    places: dict[int, Place | None] = {}
    for start, length in zip(index[::2], index[1::2], strict=True):
        first, count = number(start), number(length)
        for each, (kind, second, third) in zip(range(first, first + count), rows, strict=False):
            places[each] = _place(kind, second, third)
    return _Table(places, stream.entries)


_WIDEST = 24


def _cut(content: bytes, width: int) -> Iterator[bytes]:
    return (content[at : at + width] for at in range(0, len(content) - width + 1, width))


def _numbers(row: bytes, widths: list[int]) -> tuple[int, int, int]:
    kind, second, _ = widths
    words = row[:kind], row[kind : kind + second], row[kind + second :]
    first = int.from_bytes(words[0]) if kind else _PLAIN
    return first, int.from_bytes(words[1]), int.from_bytes(words[2])


def _place(kind: int, second: int, third: int) -> Place | None:
    if kind == _PLAIN:
        return Place(0, second, third)
    return Place(second, third, 0) if kind == _PACKED else None
