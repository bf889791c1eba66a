"""The cells of one worksheet that hold something, and its merged areas."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.formats.xlsx.names import Names, names_of, rich_text, unescape
from jiheng.formats.xlsx.styles import Styles
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

_LETTERS = 26
_DIGITS = "0123456789"
_MAX_DIGITS = 9
_LONGEST_LETTERS = 4
"""One more than any column has: it is refused, and nothing longer is kept."""
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


Place = tuple[int, int]
"""Row and column, from 0."""


class Shared(NamedTuple):
    """What all sheets of a workbook share."""

    strings: tuple[str, ...]
    styles: Styles
    budget: CellBudget


class Area(NamedTuple):
    """A merged area; last row and column belong to it."""

    row: int
    column: int
    last_row: int
    last_column: int


class Found(NamedTuple):
    """What a sheet holds.

    Attributes:
        values: what cells show, by row and column.
        uncalculated: formulas that were saved without their result; their text is "".
        areas: merged areas.
    """

    values: dict[Place, str]
    uncalculated: frozenset[Place]
    areas: tuple[Area, ...]


def read_sheet(root: Element, part: str, shared: Shared) -> Found:
    """Return what a worksheet holds; its stated dimension is not asked, it often lies."""
    names = names_of(root, part)
    values: dict[Place, str] = {}
    uncalculated: set[Place] = set()
    for data in root.iterchildren(names("sheetData")):
        for place, element in cells_of(data, names):
            text = shown(element, names, shared)
            if text is None:
                uncalculated.add(place)
                values[place] = ""
            elif text:
                shared.budget.spend_text(len(text))
                values[place] = text
    shared.budget.spend(len(values))
    return Found(values, frozenset(uncalculated), tuple(merged_areas(root, names)))


def column_index(letters: str) -> int:
    """Return the column of its letters, from 0; -1 when they are none.

    Example:
        >>> column_index("A"), column_index("AB"), column_index("XFD"), column_index("")
        (0, 27, 16383, -1)
    """
    index = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return -1
        index = index * _LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def rows_of(data: Element, names: Names) -> Iterator[tuple[int, Element]]:
    """Yield number, from 0, and element of the rows; one without number follows the last."""
    row = -1
    for line in data.iterchildren(names.row):
        row = _row_index(line.get("r"), row + 1)
        yield row, line


def cells_of(
    data: Element, names: Names, *, with_empty: bool = False
) -> Iterator[tuple[Place, Element]]:
    """Yield place and element of the cells; one without address follows the last."""
    for row, line in rows_of(data, names):
        column = -1
        for element in line:
            known = _checked_column((element.get("r") or "").rstrip(_DIGITS)[:_LONGEST_LETTERS])
            column = known if known >= 0 else column + 1
            if with_empty or len(element):
                yield (row, column), element


def _row_index(text: str | None, default: int) -> int:
    is_number = text is not None and text.isascii() and text.isdigit()
    row = int(text[:_MAX_DIGITS]) - 1 if is_number and text is not None else default
    if not 0 <= row < limits.MAX_ROWS:
        raise FormatError(phrase("format.row-number", most=str(limits.MAX_ROWS)))
    return row


@lru_cache(maxsize=1024)
def _checked_column(letters: str) -> int:
    column = column_index(letters)
    if column >= limits.MAX_COLUMNS:
        raise FormatError(phrase("format.column-number", most=str(limits.MAX_COLUMNS)))
    return column


def shown(cell: Element, names: Names, shared: Shared) -> str | None:
    """Return what a cell shows; None for a formula that was saved without its result."""
    printed: str | None = None
    has_formula = False
    for element in cell:
        tag = element.tag
        if tag == names.value:
            printed = element.text or ""
        elif tag == names.formula:
            has_formula = True
        elif tag == names.inline:
            printed = rich_text(element, names)
    kind = cell.get("t", "n")
    if printed:
        return _text(kind, printed, cell.get("s"), shared)
    # An empty result of a text formula is a result; an empty number was never calculated.
    return None if has_formula and (printed is None or kind != "str") else ""


def _text(kind: str, printed: str, style: str | None, shared: Shared) -> str:
    styles = shared.styles
    if kind == "n":
        return styles.number(printed, style)
    if kind == "s":
        return styles.text(_shared_string(printed, shared.strings), style)
    return _OTHER.get(kind, _as_text)(printed, style, styles)


def _as_text(printed: str, style: str | None, styles: Styles) -> str:
    return styles.text(mark_paragraphs(unescape(printed)), style)


def _as_truth(printed: str, style: str | None, styles: Styles) -> str:
    return {"1": "TRUE", "0": "FALSE"}.get(printed.strip(), printed)


def _as_error(printed: str, style: str | None, styles: Styles) -> str:
    return printed


def _as_date(printed: str, style: str | None, styles: Styles) -> str:
    return styles.iso_date(printed, style)


_OTHER: dict[str, Callable[[str, str | None, Styles], str]] = {
    "b": _as_truth,
    "e": _as_error,
    "d": _as_date,
}


def _shared_string(printed: str, strings: tuple[str, ...]) -> str:
    try:
        index = int(printed)
    except ValueError:
        index = -1
    if not 0 <= index < len(strings):
        raise FormatError(phrase("format.shared-strings"))
    return strings[index]


def merged_areas(root: Element, names: Names) -> Iterator[Area]:
    """Yield the merged areas of a worksheet."""
    for merges in root.iterchildren(names("mergeCells")):
        for merge in merges:
            match = _AREA.fullmatch(merge.get("ref") or "")
            if match is None:
                continue
            left, top = _checked_column(match[1]), _row_index(match[2], -1)
            right = _checked_column(match[3]) if match[3] else left
            bottom = _row_index(match[4], -1) if match[4] else top
            yield Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
