"""The worksheets of a workbook's stream."""

import struct
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.formats.xls.cells import TAKEN, SheetRecords
from jiheng.formats.xls.records import BEGIN, Record, Records, fields
from jiheng.formats.xls.strings import BYTE, WORD, encoding_of, shared_texts, text_in
from jiheng.formats.xlsx.builtin_formats import BUILTIN_FORMATS, GENERAL
from jiheng.formats.xlsx.sheet import Found, Shared
from jiheng.formats.xlsx.styles import Styles
from jiheng.rulebook.phrases import phrase

_SHEET, _TEXTS, _FORMAT, _STYLE = 0x85, 0xFC, 0x41E, 0xE0
_CALENDAR, _PAGE, _PASSWORD = 0x22, 0x42, 0x2F
_OF_BOOK = frozenset({BEGIN, _SHEET, _TEXTS, _FORMAT, _STYLE, _CALENDAR, _PAGE, _PASSWORD})
_OF_SHEET = frozenset(TAKEN)

_BIFF8 = 0x600
_LISTED, _STYLED = struct.Struct("<IBB"), struct.Struct("<HH")
_WITH_CELLS = 0
_CHINESE_PAGE = 936
_MAX_SHEETS = 256

ByCode = defaultdict[int, list[Record]]


class Worksheet(NamedTuple):
    """A worksheet with what it holds."""

    name: str
    hidden: bool
    found: Found


class _Listed(NamedTuple):
    start: int
    name: str
    hidden: bool


def worksheets(stream: bytes, budget: CellBudget) -> tuple[Worksheet, ...]:
    """Return the worksheets of a workbook's stream, visible ones first.

    Raises:
        FormatError: it has a password, is too old or broken, or holds too much.
    """
    if not stream.startswith(BEGIN.to_bytes(2, "little")):
        raise FormatError(phrase("format.xls-too-old"))
    records = Records(stream)
    book = _by_code(records)
    encoding = _encoding(book)
    sheets = sorted(_listed(book, encoding), key=lambda each: each.hidden)
    if len(sheets) > _MAX_SHEETS:
        raise FormatError(phrase("format.xls-sheets", most=str(_MAX_SHEETS)))
    texts = (text for record in book[_TEXTS][:1] for text in shared_texts(record))
    shared = Shared(
        strings=tuple(mark_paragraphs(text).strip() for text in texts),
        styles=_styles(book, encoding),
        budget=budget,
    )
    return tuple(
        Worksheet(name, hidden, SheetRecords(shared, encoding).found(records.of(start, _OF_SHEET)))
        for start, name, hidden in sheets
    )


def _by_code(records: Records) -> ByCode:
    found: ByCode = defaultdict(list)
    for record in records.of(0, _OF_BOOK):
        if record.code == _PASSWORD:
            raise FormatError(phrase("format.xls-password"))
        found[record.code].append(record)
    return found


def _encoding(book: ByCode) -> str | None:
    """Return the encoding of texts; None where they are Unicode."""
    (version,) = fields(WORD, book[BEGIN][0].body)
    if version >= _BIFF8:
        return None
    pages = [fields(WORD, record.body)[0] for record in book[_PAGE]]
    return encoding_of(pages[0] if pages else _CHINESE_PAGE)


def _listed(book: ByCode, encoding: str | None) -> Iterator[_Listed]:
    """Yield the worksheets as the book lists them; charts and macro sheets have no cells."""
    for record in book[_SHEET]:
        start, state, kind = fields(_LISTED, record.body)
        if kind == _WITH_CELLS:
            yield _Listed(start, text_in(record, _LISTED.size, encoding, BYTE), bool(state))


def _styles(book: ByCode, encoding: str | None) -> Styles:
    """Return the number formats by style; what the file says of a format's number goes first."""
    length = WORD if encoding is None else BYTE
    custom = {
        fields(WORD, record.body)[0]: text_in(record, WORD.size, encoding, length)
        for record in book[_FORMAT]
    }
    numbers = (fields(_STYLED, record.body)[1] for record in book[_STYLE])
    calendars = [fields(WORD, record.body)[0] for record in book[_CALENDAR]]
    return Styles(
        tuple(custom.get(each) or BUILTIN_FORMATS.get(str(each), GENERAL) for each in numbers),
        is_1904=1 in calendars,
    )
