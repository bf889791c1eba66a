"""A zip file with a few parts replaced or added; all others keep their very bytes.

Only the list at the end of a zip file tells where each part begins, so an unchanged part is
copied as it lies in the file, packed bytes, headers and all, and its entry in the list is moved.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from jiheng.formats.package import part_key
from jiheng.writers.inplace.errors import Unwritable

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_HAS_DESCRIPTOR = 0x8
_UTF8 = 0x800
_DEFLATED = zipfile.ZIP_DEFLATED
_BEYOND = 0xFFFFFFFF
"""A place or size that only a zip64 entry can hold."""
_FIRST_DATE = 0x21
"""1 January 1980, the oldest date that a zip file can hold."""


class _Entry(NamedTuple):
    """One part as the list at the end tells it.

    Attributes:
        fields: the fixed fields of its entry.
        tail: name, extra field and comment as bytes, in this order.
        place: where its local header begins in the old file.
        end: where the next thing begins there.
    """

    fields: tuple[int, ...]
    tail: bytes
    place: int
    end: int

    @property
    def name(self) -> bytes:
        """The name as the list holds it."""
        return self.tail[: self.fields[9]]


def repack(data: bytes, changed: dict[str, bytes], added: dict[str, bytes]) -> bytes:
    """Return the zip file with other contents for some parts, and new parts at its end.

    Args:
        data: the file; it was opened as a Package before.
        changed: contents of parts that are there, by ``part_key``.
        added: contents of parts that are not, by name.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos, comment, list_start = archive.infolist(), archive.comment, archive.start_dir
    entries = tuple(_entries(data, infos, list_start))
    body, listed = bytearray(), dict[int, bytes]()
    for entry in sorted(entries, key=lambda each: each.place):
        content = changed.get(part_key(_text(entry)))
        place = len(body)
        if content is None:
            body += data[entry.place : entry.end]
            listed[entry.place] = _moved(entry, place)
        else:
            local, listed[entry.place] = _rewritten(entry, content, place)
            body += local
    new: list[bytes] = []
    for name, content in added.items():
        local, record = _written(name.encode(), content, len(body))
        body += local
        new.append(record)
    records = b"".join([*(listed[entry.place] for entry in entries), *new])
    count = len(entries) + len(new)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(records), len(body), len(comment))
    return b"".join((body, records, end, comment))


def _entries(data: bytes, infos: list[zipfile.ZipInfo], list_start: int) -> Iterator[_Entry]:
    starts = sorted({each.header_offset for each in infos} | {list_start})
    ends = dict(pairwise(starts))
    at = list_start
    for info in infos:
        _, *fields = _CENTRAL.unpack_from(data, at)
        if _BEYOND in (fields[7], fields[8], fields[15]) or info.header_offset not in ends:
            raise Unwritable("odd-zip")
        tail_start = at + _CENTRAL.size
        at = tail_start + sum(fields[9:12])
        place = info.header_offset
        yield _Entry(tuple(fields), data[tail_start:at], place, ends[place])


def _text(entry: _Entry) -> str:
    return entry.name.decode("utf-8" if entry.fields[2] & _UTF8 else "cp437")


def _moved(entry: _Entry, place: int) -> bytes:
    return _CENTRAL.pack(b"PK\1\2", *entry.fields[:15], place) + entry.tail


def _rewritten(entry: _Entry, content: bytes, place: int) -> tuple[bytes, bytes]:
    """Return local part and list entry of a part with another content, its date kept."""
    made_by, _, flags, _, time, date, *_ = entry.fields
    flags &= ~_HAS_DESCRIPTOR
    packed = _deflated(content)
    sums = (zlib.crc32(content), len(packed), len(content))
    name = entry.name
    common = (_VERSION, flags, _DEFLATED, time, date, *sums, len(name))
    local = _LOCAL.pack(b"PK\3\4", *common, 0) + name + packed
    attributes = entry.fields[12:15]
    record = _CENTRAL.pack(b"PK\1\2", made_by, *common, 0, 0, *attributes, place) + name
    return local, record


def _written(name: bytes, content: bytes, place: int) -> tuple[bytes, bytes]:
    """Return local part and list entry of a new part."""
    fields = (_VERSION, _VERSION, 0, _DEFLATED, 0, _FIRST_DATE, 0, 0, 0, len(name), *(0,) * 6)
    return _rewritten(_Entry(fields, name, 0, 0), content, place)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()
