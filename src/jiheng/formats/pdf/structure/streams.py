"""Streams of a PDF file: those that hold its structure, unpacked within limits."""

import re
import zlib
from collections.abc import Callable

from msgspec import Struct

from jiheng.formats.pdf.structure.syntax import (
    Entries,
    begin,
    end,
    entries_of,
    items_of,
    number,
    strange,
)

MOST_UNPACKED = 64 << 20
"""Bytes of one stream of structure; a file of a thousand pages has less than one million."""

_HEAD = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj")
_OPENING = re.compile(rb"stream(?:\r\n|\n)")
_PNG = 10
"""From this predictor on each row says how it was foretold."""
_UP = 2


class Stream(Struct, frozen=True, kw_only=True):
    """What a stream holds, and what is said of it."""

    entries: Entries
    content: bytes


def body_at(data: bytes, at: int, wanted: int | None = None) -> int:
    """Return where the value of an object begins; it is the one with the wanted number.

    Raises:
        FormatError: another object stands here, or none.
    """
    head = _HEAD.match(data, begin(data, at))
    if head is None or wanted not in {None, int(head[1])}:
        strange()
    return begin(data, head.end())


def stream_at(
    data: bytes, at: int, wanted: int | None = None, resolved: Callable[[bytes], bytes] = bytes
) -> Stream:
    """Return the stream whose object begins here.

    Args:
        data: the file.
        at: where the object begins.
        wanted: its number, where that is known.
        resolved: returns what a value points to.

    Raises:
        FormatError: there is none, it is packed in a way that structure is not, or it is too large.
    """
    start = body_at(data, at, wanted)
    after = end(data, start)
    entries = entries_of(data[start:after])
    opening = _OPENING.match(data, begin(data, after))
    if opening is None:
        strange()
    length = number(resolved(entries.get(b"/Length", b"")))
    packed = data[opening.end() : opening.end() + length]
    return Stream(entries=entries, content=_unpacked(packed, entries))


def _unpacked(packed: bytes, entries: Entries) -> bytes:
    filters = _one(entries.get(b"/Filter"))
    if filters is None:
        return packed
    if filters != b"/FlateDecode":
        strange()
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, MOST_UNPACKED)
    except zlib.error:
        strange()
    if unpacking.unconsumed_tail:
        strange()
    parameters = _one(entries.get(b"/DecodeParms"))
    if parameters in {None, b"null"}:
        return content
    return _foretold(content, entries_of(parameters or b""))


def _one(value: bytes | None) -> bytes | None:
    """Return a value, or the only one of an array."""
    if value is None or not value.startswith(b"["):
        return value
    items = items_of(value)
    if len(items) > 1:
        strange()
    return items[0] if items else None


def _foretold(content: bytes, parameters: Entries) -> bytes:
    """Return rows of which each says only how it differs from the one above."""
    predictor = number(parameters.get(b"/Predictor", b"1"))
    if predictor == 1:
        return content
    width = number(parameters.get(b"/Columns", b"1"))
    if predictor < _PNG or not 0 < width < _MOST_COLUMNS:
        strange()
    above = bytes(width)
    rows: list[bytes] = []
    for at in range(0, len(content), width + 1):
        kind, row = content[at], content[at + 1 : at + 1 + width]
        if kind not in {0, _UP} or len(row) < width:
            strange()
        above = bytes((a + b) & 0xFF for a, b in zip(row, above, strict=True)) if kind else row
        rows.append(above)
    return b"".join(rows)


_MOST_COLUMNS = 64
