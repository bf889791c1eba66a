"""What is added to the end of a PDF file: objects, new and changed, and where they stand."""

import hashlib
from itertools import pairwise
from typing import NamedTuple

from jiheng.formats.pdf.structure.crossing import Crossing
from jiheng.formats.pdf.structure.syntax import Entries, items_of, number, written

_WIDTHS = 1, 4, 2
"""Bytes of the columns of a table that is a stream."""
_IN_USE = b"\1"


class _Written(NamedTuple):
    """An object that was added, and where it stands in the file."""

    number: int
    generation: int
    at: int


class Update:
    """Objects to be added to a file, whose own bytes all stay."""

    def __init__(self, data: bytes, crossing: Crossing) -> None:
        """Begin after the last byte of a file."""
        self._size = len(data)
        self._crossing = crossing
        self._added = bytearray(b"" if data.endswith((b"\n", b"\r")) else b"\n")
        self._written: list[_Written] = []
        size = number(crossing.trailer.get(b"/Size", b""))
        self._next = max(size, max(crossing.places, default=0) + 1)

    def reserve(self) -> int:
        """Return the number of an object that is to come."""
        self._next += 1
        return self._next - 1

    def put(self, body: bytes, at: int | None = None, generation: int = 0) -> int:
        """Add an object, new or in another's place, and return its number."""
        given = self.reserve() if at is None else at
        self._written.append(_Written(given, generation, self._size + len(self._added)))
        self._added += b"%d %d obj\n" % (given, generation) + body + b"\nendobj\n"
        return given

    def finished(self) -> bytes:
        """Return the bytes to be added, with their table: of the kind that the file has."""
        kept = (b"/Root", b"/Info")
        trailer = self._crossing.trailer
        entries = {name: trailer[name] for name in kept if name in trailer}
        entries[b"/Prev"] = b"%d" % self._crossing.start
        if b"/ID" in trailer:
            digest = hashlib.sha256(self._added).hexdigest()[:32].encode()
            entries[b"/ID"] = b"[%b <%b>]" % (items_of(trailer[b"/ID"])[0], digest)
        return self._as_stream(entries) if self._crossing.is_stream else self._as_table(entries)

    def _as_table(self, entries: Entries) -> bytes:
        start = self._size + len(self._added)
        # The list of free numbers begins every table, as the standard's own example has it.
        rows = [b"xref\n0 1\n0000000000 65535 f \n"]
        for run in _runs(self._written):
            rows.append(b"%d %d\n" % (run[0].number, len(run)))
            rows += (b"%010d %05d n \n" % (each.at, each.generation) for each in run)
        rows.append(b"trailer\n" + written({b"/Size": b"%d" % self._next, **entries}))
        return bytes(self._added) + b"".join(rows) + _last_words(start)

    def _as_stream(self, entries: Entries) -> bytes:
        start = self._size + len(self._added)
        own = self.reserve()
        runs = _runs([*self._written, _Written(own, 0, start)])
        kind, place, generation = _WIDTHS
        content = b"".join(
            _IN_USE.rjust(kind) + each.at.to_bytes(place) + each.generation.to_bytes(generation)
            for run in runs
            for each in run
        )
        about: Entries = {
            b"/Type": b"/XRef",
            b"/Size": b"%d" % self._next,
            b"/W": b"[%d %d %d]" % _WIDTHS,
            b"/Index": b"[%b]" % b" ".join(b"%d %d" % (run[0].number, len(run)) for run in runs),
            **entries,
        }
        self.put(stream(about, content), own)
        return bytes(self._added) + _last_words(start)


def stream(entries: Entries, content: bytes) -> bytes:
    """Return a stream as it stands in a file."""
    about = written({**entries, b"/Length": b"%d" % len(content)})
    return about + b"\nstream\n" + content + b"\nendstream"


def _runs(objects: list[_Written]) -> list[list[_Written]]:
    """Return objects by number, those together that follow one another."""
    ordered = sorted(objects)
    breaks = [
        at + 1
        for at, (one, other) in enumerate(pairwise(ordered))
        if other.number != one.number + 1
    ]
    edges = [0, *breaks, len(ordered)]
    return [ordered[start:stop] for start, stop in pairwise(edges)]


def _last_words(start: int) -> bytes:
    return b"\nstartxref\n%d\n%%%%EOF\n" % start
