"""Texts in the records of a workbook."""

import codecs
import struct
from collections.abc import Iterator

from jiheng.formats.xls.records import Record, broken, fields

WORD, BYTE = struct.Struct("<H"), struct.Struct("<B")
"""How the length of a text is stored."""
_LENGTH_AND_MANNER = struct.Struct("<HB")
_READING = struct.Struct("<I")
_WIDE, _WITH_READING, _WITH_RUNS = 0x01, 0x04, 0x08
_RUN_SIZE = 4
_COUNTS = 8
"""Bytes in front of the shared texts that say how many there are; the last four count them once."""
_CHINESE = "gb18030"
_PAGES = {936: _CHINESE, 950: "big5hkscs", 10000: "mac-roman", 32768: "mac-roman", 32769: "cp1252"}


def encoding_of(page: int) -> str:
    """Return the encoding that a code page means; Chinese where it means nothing to us.

    Example:
        >>> encoding_of(936), encoding_of(1252), encoding_of(4711)
        ('gb18030', 'cp1252', 'gb18030')
    """
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return _CHINESE
    return name


def text_in(record: Record, start: int, encoding: str | None, length: struct.Struct = WORD) -> str:
    """Return the text that stands in a record.

    Args:
        record: the record.
        start: where in its body the length of the text stands.
        encoding: of workbooks before Excel 97; None for those that keep Unicode.
        length: how its length is stored.

    Raises:
        FormatError: the record is too short for it.
    """
    (size,) = fields(length, record.body[start:])
    start += length.size
    if encoding is not None:
        whole = b"".join([record.body[start:], *record.further])
        if len(whole) < size:
            raise broken()
        return whole[:size].decode(encoding, errors="replace")
    pieces = _Pieces([record.body[start:], *record.further])
    return pieces.letters(size, is_wide=bool(pieces.take(1)[0] & _WIDE))


def shared_texts(record: Record) -> tuple[str, ...]:
    """Return the texts that cells point to; raises FormatError when they are cut short."""
    if len(record.body) < _COUNTS:
        raise broken()
    count = int.from_bytes(record.body[_COUNTS // 2 : _COUNTS], "little")
    pieces = _Pieces([record.body[_COUNTS:], *record.further])
    return tuple(_shared(pieces) for _ in range(min(count, pieces.most_texts)))


def _shared(pieces: "_Pieces") -> str:
    length, manner = _LENGTH_AND_MANNER.unpack(pieces.take(_LENGTH_AND_MANNER.size))
    runs = WORD.unpack(pieces.take(WORD.size))[0] if manner & _WITH_RUNS else 0
    reading = _READING.unpack(pieces.take(_READING.size))[0] if manner & _WITH_READING else 0
    text = pieces.letters(length, is_wide=bool(manner & _WIDE))
    # How letters look, and how they are pronounced, stands behind them.
    pieces.skip(runs * _RUN_SIZE + reading)
    return text


class _Pieces:
    """Bytes that go on from record to record.

    Where letters are parted by the end of a record, the next one says again how wide they are.
    """

    def __init__(self, pieces: list[bytes]) -> None:
        self._rest = iter(pieces)
        self._piece = next(self._rest)
        self._at = 0
        self.most_texts = sum(map(len, pieces)) // _LENGTH_AND_MANNER.size
        """No text is shorter than what stands in front of it."""

    def take(self, size: int) -> bytes:
        """Return so many bytes."""
        end = self._at + size
        if end <= len(self._piece):
            taken = self._piece[self._at : end]
            self._at = end
            return taken
        return b"".join(self._parts(size))

    def skip(self, size: int) -> None:
        """Pass over so many bytes."""
        for _ in self._parts(size):
            pass

    def letters(self, count: int, *, is_wide: bool) -> str:
        """Return so many letters."""
        found: list[str] = []
        while True:
            width = 2 if is_wide else 1
            taken = min(count, (len(self._piece) - self._at) // width)
            end = self._at + taken * width
            encoding = "utf-16-le" if is_wide else "latin-1"
            found.append(self._piece[self._at : end].decode(encoding, errors="replace"))
            self._at = end
            count -= taken
            if not count:
                return "".join(found) if len(found) > 1 else found[0]
            self._go_on()
            is_wide = bool(self.take(1)[0] & _WIDE)

    def _parts(self, size: int) -> Iterator[bytes]:
        while size:
            if self._at >= len(self._piece):
                self._go_on()
            part = self._piece[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            yield part

    def _go_on(self) -> None:
        piece = next(self._rest, None)
        if piece is None:
            raise broken()
        self._piece, self._at = piece, 0
