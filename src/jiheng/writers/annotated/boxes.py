"""How big the box of a note is, told in the rows and columns that it covers."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from jiheng.formats.xlsx.names import Names, child
from jiheng.formats.xml import Element
from jiheng.writers.annotated.note import Place
from jiheng.writers.layout.measure import width_of

_WIDE, _TALLEST = 300, 480
_LINE, _PADDING = 15, 12
_SIGNS = 46
"""So many narrow characters of 9 points stand in one line of a box."""
_GAP = 12
_USUAL_COLUMN, _USUAL_ROW = 64, 20
_SIGN = 7
"""Pixels a unit of column width."""
_MAX_COLUMN, _MAX_ROW = 16_383, 1_048_575


class Ruler:
    """The pixels of a sheet's columns and rows."""

    def __init__(self, root: Element, names: Names) -> None:
        self._columns: list[tuple[int, int, int]] = []
        for holder in root.iterchildren(names("cols")):
            for each in holder:
                first, last = _whole(each.get("min")), _whole(each.get("max"))
                width = 0 if each.get("hidden") == "1" else _pixels(each.get("width"), _SIGN, 5)
                self._columns.append((first - 1, last - 1, width))
        shape = child(root, names("sheetFormatPr"))
        height = None if shape is None else shape.get("defaultRowHeight")
        self._row = _pixels(height, _DOTS) if height else _USUAL_ROW
        self._rows = {
            _whole(line.get("r")) - 1: _pixels(line.get("ht"), _DOTS)
            for data in root.iterchildren(names("sheetData"))
            for line in data.iterchildren(names.row)
            if line.get("ht") and line.get("r")
        }

    def anchor(self, place: Place, text: str) -> str:
        """Return first and last column and row of a box, with the pixels into each."""
        row, column = place
        top = max(row - 1, 0)
        left = min(column + 1, _MAX_COLUMN)
        right, dx = _walk(self._widths(left), left, _WIDE + _GAP)
        lines = sum(max(1, -(-width_of(line) // _SIGNS)) for line in text.split("\n"))
        height = min(lines * _LINE + _PADDING, _TALLEST)
        bottom, dy = _walk(self._heights(top), top, height)
        return f"{left}, {_GAP}, {top}, 2, {right}, {dx}, {bottom}, {dy}"

    def _widths(self, first: int) -> Iterator[int]:
        for column in range(first, _MAX_COLUMN + 1):
            known = (width for low, high, width in self._columns if low <= column <= high)
            yield next(known, _USUAL_COLUMN)

    def _heights(self, first: int) -> Iterator[int]:
        for row in range(first, _MAX_ROW + 1):
            yield self._rows.get(row, self._row)


_DOTS = Decimal("1.3333")
"""Pixels a point."""


def _walk(sizes: Iterator[int], first: int, wanted: int) -> tuple[int, int]:
    """Return at which line, and how far into it, so many pixels are behind."""
    at = first
    for at, size in enumerate(sizes, first):
        if wanted <= size:
            return at, wanted
        wanted -= size
    return at, 0


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 1


def _pixels(text: str | None, each: int | Decimal, more: int = 0) -> int:
    try:
        return int(Decimal(text or "8.43") * each) + more
    except InvalidOperation:
        return _USUAL_COLUMN
