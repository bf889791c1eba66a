"""Compound files (OLE2), in which Office 97 to 2003 and WPS keep their streams.

The structure is that of MS-CFB. No chain of sectors is followed further than the file has sectors,
so that one that bites its own tail is found.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<30x2H6x9I")
_SHIFTS = frozenset({9, 12})
_SMALL_SHIFT = 6
_LONG_SIZES = 12
"""Only files of such sectors state sizes in 64 bits; in others the upper half may be rubbish."""
_PLACES = struct.Struct("<109I")
_ENTRY = struct.Struct("<64sHBx3I36xIQ")
_NUMBER = 4
_BEYOND = 0xFFFFFFFA
"""From here on numbers are marks: the end of a chain, a free sector, nothing."""
_STREAM, _ROOT = 2, 5


class _Entry(NamedTuple):
    """A line of the directory.

    Attributes:
        before: number of the line that stands before it in the same folder.
        after: number of the line behind it.
        below: number of a line in it, where it is a folder.
    """

    name: str
    kind: int
    before: int
    after: int
    below: int
    start: int
    size: int


class CompoundFile:
    """The streams that stand at the root of a compound file.

    Raises:
        FormatError: it is broken or cut short, or a chain of sectors never ends.
    """

    def __init__(self, data: bytes) -> None:
        try:
            shift, small, _, _, folder, _, self._small_below, first_small, _, further, _ = (
                _HEADER.unpack_from(data)
            )
            places = _PLACES.unpack_from(data, _HEADER.size)
        except struct.error as error:
            raise _broken() from error
        if shift not in _SHIFTS or small != _SMALL_SHIFT:
            raise _broken()
        self._data, self._shift = data, shift
        self._table = self._numbers(self._places(places, further))
        self._small_table = self._numbers(self._chain(self._table, first_small))
        self._entries = tuple(self._listed(folder))
        self._streams = {entry.name: entry for entry in self._at_root()}
        self._small_data: bytes | None = None

    @property
    def names(self) -> frozenset[str]:
        """Names of the streams at the root; those of embedded objects are not among them."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream; raises FormatError when it is missing or cut short."""
        entry = self._streams.get(name)
        if entry is None:
            raise _broken()
        if entry.size >= self._small_below:
            content = self._joined(entry.start)
        else:
            content = self._joined_small(entry.start)
        if len(content) < entry.size:
            raise _broken()
        return content[: entry.size]

    def _places(self, first: tuple[int, ...], further: int) -> Iterator[int]:
        """Yield the sectors of the table: the header lists some, further sectors the rest."""
        yield from first
        per_sector = (1 << self._shift) // _NUMBER - 1
        for _ in range(self._most):
            if further >= _BEYOND:
                return
            *numbers, further = self._unpacked(further, per_sector + 1)
            yield from numbers
        raise _broken()

    def _numbers(self, sectors: Iterator[int]) -> tuple[int, ...]:
        """Return what stands in the sectors, number by number; marks among them are passed over."""
        wanted = [sector for sector in sectors if sector < _BEYOND]
        if len(wanted) > self._most:
            raise _broken()
        joined = b"".join(map(self._sector, wanted))
        return struct.unpack_from(f"<{len(joined) // _NUMBER}I", joined)

    def _unpacked(self, sector: int, count: int) -> tuple[int, ...]:
        content = self._sector(sector)
        if len(content) < count * _NUMBER:
            raise _broken()
        return struct.unpack(f"<{count}I", content)

    @property
    def _most(self) -> int:
        """How many sectors the file can have."""
        return (len(self._data) >> self._shift) + 1

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        return self._data[start : start + (1 << self._shift)]

    def _chain(self, table: tuple[int, ...], start: int) -> Iterator[int]:
        for _ in range(len(table) + 1):
            if start >= _BEYOND:
                return
            if start >= len(table):
                raise _broken()
            yield start
            start = table[start]
        raise _broken()

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(self._table, start)))

    def _joined_small(self, start: int) -> bytes:
        if self._small_data is None:
            self._small_data = self._joined(self._entries[0].start)
        content, size = self._small_data, 1 << _SMALL_SHIFT
        chain = self._chain(self._small_table, start)
        return b"".join(content[each * size : (each + 1) * size] for each in chain)

    def _listed(self, start: int) -> Iterator[_Entry]:
        content = self._joined(start)
        for fields in _ENTRY.iter_unpack(content[: len(content) // _ENTRY.size * _ENTRY.size]):
            raw, length, kind, before, after, below, first, size = fields
            name = raw[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
            stated = size if self._shift == _LONG_SIZES else size & 0xFFFFFFFF
            yield _Entry(name, kind, before, after, below, first, stated)

    def _at_root(self) -> Iterator[_Entry]:
        """Yield the streams at the root; each line of the directory is visited at most once."""
        if not self._entries or self._entries[0].kind != _ROOT:
            raise _broken()
        waiting, seen = [self._entries[0].below], set[int]()
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [entry.before, entry.after]
            if entry.kind == _STREAM:
                yield entry


def _broken() -> FormatError:
    return FormatError(phrase("format.compound-broken"))
