"""The cells of one worksheet that hold something, and its merged areas."""

import struct
from collections.abc import Callable, Iterable

from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.formats.xls.records import Record, broken, fields
from jiheng.formats.xls.strings import text_in
from jiheng.formats.xlsx.sheet import Area, Found, Place, Shared

_PLACE = struct.Struct("<HHH")
"""Row, column and style, with which each cell begins."""
_NUMBER = struct.Struct("<HHHd")
_PACKED = struct.Struct("<HHHI")
_SHARED = struct.Struct("<HHHI")
_TRUTH_OR_ERROR = struct.Struct("<HHHBB")
_FIRST_OF_MANY, _ONE_OF_MANY = struct.Struct("<HH"), struct.Struct("<HI")
_FORMULA = struct.Struct("<HHH8sH4xH")
_COUNT, _AREA = struct.Struct("<H"), struct.Struct("<4H")
_FLOAT = struct.Struct("<d")

_IS_HUNDREDTH, _IS_WHOLE, _MARKS = 1, 2, 3
_SIGN = 1 << 29
_LONGEST_WHOLE = 1e15
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_NO_NUMBER = b"\xff\xff"
_IS_TEXT, _IS_TRUTH, _IS_ERROR, _IS_EMPTY = range(4)
_AWAITS_CALCULATION = 0x01
_JOIN, _LONGEST_OPERAND = b"\x08", 9


class SheetRecords:
    """Takes the records of a worksheet in order.

    Args:
        shared: what all sheets of the book share.
        encoding: of texts in workbooks before Excel 97; None for those that keep Unicode.
    """

    def __init__(self, shared: Shared, encoding: str | None) -> None:
        self._strings = shared.strings
        self._styles = shared.styles
        self._budget = shared.budget
        self._encoding = encoding
        self._values: dict[Place, str] = {}
        self._uncalculated: set[Place] = set()
        self._areas: list[Area] = []
        self._awaiting: tuple[Place, str] | None = None
        """Place and style of the formula whose text stands in a record of its own."""

    def found(self, records: Iterable[Record]) -> Found:
        """Return what the records hold; raises FormatError when they are broken or too many."""
        for record in records:
            TAKEN[record.code](self, record)
        for place in self._uncalculated:
            self._values[place] = ""
        return Found(self._values, frozenset(self._uncalculated), tuple(self._areas))

    def take_number(self, record: Record) -> None:
        row, column, style, value = fields(_NUMBER, record.body)
        self._put_number((row, column), style, value)

    def take_packed(self, record: Record) -> None:
        row, column, style, packed = fields(_PACKED, record.body)
        self._put_number((row, column), style, _unpacked(packed))

    def take_many(self, record: Record) -> None:
        row, column = fields(_FIRST_OF_MANY, record.body)
        # The last two bytes repeat the last column.
        count = (len(record.body) - _FIRST_OF_MANY.size - _COUNT.size) // _ONE_OF_MANY.size
        for each in range(max(count, 0)):
            at = _FIRST_OF_MANY.size + each * _ONE_OF_MANY.size
            style, packed = _ONE_OF_MANY.unpack_from(record.body, at)
            self._put_number((row, column + each), style, _unpacked(packed))

    def take_shared(self, record: Record) -> None:
        row, column, style, index = fields(_SHARED, record.body)
        if index >= len(self._strings):
            raise broken()
        self._put_text((row, column), str(style), self._strings[int(index)])

    def take_text(self, record: Record) -> None:
        row, column, style = fields(_PLACE, record.body)
        text = text_in(record, _PLACE.size, self._encoding)
        self._put_text((row, column), str(style), mark_paragraphs(text).strip())

    def take_truth_or_error(self, record: Record) -> None:
        row, column, _, value, is_error = fields(_TRUTH_OR_ERROR, record.body)
        self._put((row, column), _error(value) if is_error else _truth(value))

    def take_formula(self, record: Record) -> None:
        """Take the result that a formula was saved with."""
        row, column, style, result, flags, length = fields(_FORMULA, record.body)
        place, kind = (row, column), result[0]
        if not result.endswith(_NO_NUMBER):
            expression = record.body[_FORMULA.size : _FORMULA.size + length]
            # What ends with joining two texts gives no number: it was saved without its result.
            if len(expression) > _LONGEST_OPERAND and expression.endswith(_JOIN):
                self._uncalculated.add(place)
            else:
                self._put_number(place, style, *_FLOAT.unpack(result))
        elif kind == _IS_TEXT:
            self._uncalculated.add(place)
            self._awaiting = place, str(style)
        elif kind in {_IS_TRUTH, _IS_ERROR}:
            self._put(place, (_truth if kind == _IS_TRUTH else _error)(result[2]))
        elif flags & _AWAITS_CALCULATION:
            self._uncalculated.add(place)

    def take_result(self, record: Record) -> None:
        """Take the text that the formula before it gave."""
        if self._awaiting is not None:
            place, style = self._awaiting
            self._uncalculated.discard(place)
            text = text_in(record, 0, self._encoding)
            self._put_text(place, style, mark_paragraphs(text).strip())
            self._awaiting = None

    def take_areas(self, record: Record) -> None:
        (count,) = fields(_COUNT, record.body)
        most = (len(record.body) - _COUNT.size) // _AREA.size
        for each in range(min(count, most)):
            at = _COUNT.size + each * _AREA.size
            top, bottom, left, right = _AREA.unpack_from(record.body, at)
            self._areas.append(Area(top, left, bottom, right))

    def _put_number(self, place: Place, style: int, value: float) -> None:
        self._put(place, self._styles.number(_printed(value), str(style)))

    def _put_text(self, place: Place, style: str, text: str) -> None:
        if text:
            self._put(place, self._styles.text(text, style))

    def _put(self, place: Place, text: str) -> None:
        if text:
            self._budget.spend(1)
            self._budget.spend_text(len(text))
            self._values[place] = text


TAKEN: dict[int, Callable[[SheetRecords, Record], None]] = {
    0x203: SheetRecords.take_number,
    0x27E: SheetRecords.take_packed,
    0xBD: SheetRecords.take_many,
    0xFD: SheetRecords.take_shared,
    0x204: SheetRecords.take_text,
    0xD6: SheetRecords.take_text,
    0x205: SheetRecords.take_truth_or_error,
    0x06: SheetRecords.take_formula,
    0x207: SheetRecords.take_result,
    0xE5: SheetRecords.take_areas,
}
"""The records of a sheet that say what its cells show, by code."""


def _unpacked(packed: int) -> float:
    """Return the number that is packed into 30 bits with two marks (RK of MS-XLS)."""
    bits = packed >> 2
    if packed & _IS_WHOLE:
        value = float(bits - 2 * _SIGN if bits & _SIGN else bits)
    else:
        # The upper half of a double; the lower one is all zeros.
        (value,) = _FLOAT.unpack(((packed & ~_MARKS) << 32).to_bytes(8, "little"))
    return value / 100 if packed & _IS_HUNDREDTH else value


def _printed(value: float) -> str:
    """Return a number with all its digits; a whole one without a point."""
    is_whole = value.is_integer() and abs(value) < _LONGEST_WHOLE
    return str(int(value)) if is_whole else repr(value)


def _truth(value: int) -> str:
    return "TRUE" if value else "FALSE"


def _error(value: int) -> str:
    return _ERRORS.get(value, _ERRORS[0x2A])
