"""The records of which a workbook's stream is made."""

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

BEGIN, END = 0x809, 0x0A
_CONTINUE = 0x3C
_HEAD = struct.Struct("<HH")
_MAX_RECORDS = 2_000_000


class Record(NamedTuple):
    """A record, with what was too long for it and stands in further ones.

    Attributes:
        further: the bodies of the records that continue it.
    """

    code: int
    body: bytes
    further: list[bytes]


class Records:
    """The records of a workbook; all that is walked over is counted, whichever way it is reached.

    Raises:
        FormatError: there are too many, or a part of the book has no end.
    """

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._left = _MAX_RECORDS

    def of(self, start: int, wanted: frozenset[int]) -> Iterator[Record]:
        """Yield the wanted records of the part that begins at a place; charts in it are no part."""
        depth = 0
        last: Record | None = None
        for code, begin, end in self._heads(start):
            depth += code == BEGIN
            if code == _CONTINUE:
                if last is not None:
                    last.further.append(self._stream[begin:end])
                continue
            if last is not None:
                yield last
            is_own = depth == 1 and code in wanted
            last = Record(code, self._stream[begin:end], []) if is_own else None
            depth -= code == END
            if depth <= 0:
                break
        else:
            raise broken()
        if last is not None:
            yield last

    def _heads(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Yield code, beginning and end of each record."""
        stream, at, size = self._stream, start, len(self._stream)
        unpack = _HEAD.unpack_from
        while at + _HEAD.size <= size:
            code, length = unpack(stream, at)
            begin = at + _HEAD.size
            at = begin + length
            self._left -= 1
            if self._left < 0:
                raise FormatError(phrase("format.xls-records", most=str(_MAX_RECORDS)))
            if at > size:
                raise broken()
            yield code, begin, at


def fields(layout: struct.Struct, body: bytes) -> tuple[Any, ...]:
    """Return the values at the beginning of a record; raises FormatError when it is too short."""
    if len(body) < layout.size:
        raise broken()
    return layout.unpack_from(body)


def broken() -> FormatError:
    """Return the refusal of a workbook whose records contradict one another."""
    return FormatError(phrase("format.xls-broken"))
