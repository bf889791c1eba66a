"""Workbooks put together record by record."""

import struct

WIDE, NARROW = 0x600, 0x500
"""Excel 97 and later; Excel 95."""


def record(code: int, body: bytes = b"") -> bytes:
    """Return a record."""
    return struct.pack("<HH", code, len(body)) + body


def cell(code: int, row: int, column: int, rest: bytes, style: int = 0) -> bytes:
    """Return the record of a cell."""
    return record(code, struct.pack("<HHH", row, column, style) + rest)


def formula(row: int, column: int, result: bytes, tokens: bytes = b"") -> bytes:
    """Return the record of a formula with the result that it was saved with."""
    rest = result + struct.pack("<HIH", 0, 0, len(tokens)) + tokens
    return cell(0x06, row, column, rest)


def words(text: str) -> bytes:
    """Return a text as Excel 97 keeps it: its length, how wide it is, its letters."""
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def texts(*each: str) -> bytes:
    """Return the record of the shared texts."""
    return record(0xFC, struct.pack("<II", len(each), len(each)) + b"".join(map(words, each)))


def book(*cells: bytes, globals_: bytes = b"", version: int = WIDE, sheets: int = 1) -> bytes:
    """Return the stream of a workbook whose sheets, named 表, all hold these cells."""
    name = (
        b"\x01\x01" + "表".encode("utf-16-le") if version == WIDE else b"\x02" + "表".encode("gbk")
    )
    sheet = record(0x809, struct.pack("<HH", version, 0x10)) + b"".join(cells) + record(0x0A)
    begin = record(0x809, struct.pack("<HH", version, 5))
    size = len(begin) + len(globals_) + sheets * (10 + len(name)) + 4
    listed = b"".join(
        record(0x85, struct.pack("<IBB", size + at * len(sheet), 0, 0) + name)
        for at in range(sheets)
    )
    return begin + globals_ + listed + record(0x0A) + sheet * sheets
