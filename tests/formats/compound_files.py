"""Compound files put together by hand."""

import struct

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STREAM, ROOT = 2, 5


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with these streams at its root, none of them among the small ones."""
    sectors: list[bytes] = [b""]
    table = [TABLE]
    lines = [_line("Root Entry", ROOT, below=1 if streams else FREE)]
    for at, (name, content) in enumerate(streams.items(), 1):
        after = at + 1 if at < len(streams) else FREE
        start = _add(sectors, table, content)
        lines.append(_line(name, STREAM, after=after, start=start, size=len(content)))
    folder = _add(sectors, table, b"".join(lines))
    sectors[0] = struct.pack(f"<{SECTOR // 4}I", *table, *[FREE] * (SECTOR // 4 - len(table)))
    places = struct.pack("<109I", 0, *[FREE] * 108)
    numbers = struct.pack("<9I", 0, 1, folder, 0, 0, END, 0, END, 0)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6)
    return head + bytes(6) + numbers + places + b"".join(sectors)


def compound_of_small(name: str, content: bytes) -> bytes:
    """Return a compound file whose one stream, of up to 512 bytes, is among the small ones."""
    data = bytearray(compound({name: content.ljust(SECTOR, b"\0"), "小": _small_table(content)}))
    # The root's own stream holds the small ones; the second stream is their table.
    root, line = _line_of(data, "Root Entry"), _line_of(data, name)
    data[root + 116 : root + 120] = (1).to_bytes(4, "little")
    data[line + 116 : line + 128] = struct.pack("<IQ", 0, len(content))
    struct.pack_into("<2I", data, 56, 4096, 2)
    return bytes(data)


def _small_table(content: bytes) -> bytes:
    count = -(-len(content) // 64)
    return struct.pack(f"<{SECTOR // 4}I", *range(1, count), END, *[FREE] * (SECTOR // 4 - count))


def _line_of(data: bytes, name: str) -> int:
    return data.index(name.encode("utf-16-le") + b"\0\0")


def with_next(data: bytes, sector: int, following: int) -> bytes:
    """Return the file with another sector following one of them in the table."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, SECTOR + 4 * sector, following)
    return bytes(changed)


def _add(sectors: list[bytes], table: list[int], content: bytes) -> int:
    start = len(sectors)
    pieces = [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)] or [b""]
    sectors += [piece.ljust(SECTOR, b"\0") for piece in pieces]
    table += [*range(start + 1, len(sectors)), END]
    return start


def _line(
    name: str, kind: int, *, after: int = FREE, below: int = FREE, start: int = 0, size: int = 0
) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBx3I36xIQ", raw, len(raw) + 2, kind, FREE, after, below, start, size)
