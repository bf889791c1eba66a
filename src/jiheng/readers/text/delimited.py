"""Tables as sheets are exported: a line a row, cells kept apart by commas, semicolons or tabs.

A cell may stand in quotation marks and go on over several lines. Merged cells are lost in such a
file: their text stands in the first of them, and the others are empty.
"""

import csv
import re
from io import StringIO
from typing import NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_COLUMNS, CellBudget
from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.model.document import Grid, GridCell
from jiheng.rulebook.headings import is_heading
from jiheng.rulebook.phrases import phrase

_SEPARATORS = (",", ";", "\t")
_NAMED = re.compile(r"sep=([,;\t])\s*?\n")
"""Excel writes and understands a first line that names the separator."""
_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_HEADINGS = 3, 3, 3
_MOST_SHORT = 0.2
"""Excel leaves out the separators behind the last cell of some rows."""


class _Row(NamedTuple):
    """A row and the line, from 1, on which it begins."""

    line: int
    cells: list[str]


def exported_sheet(text: str) -> Grid | None:
    """Return the table that an exported sheet is; None for any other text.

    A text with commas in its sentences has not the same number of them on every line, and no
    headings between them.

    Raises:
        FormatError: there are too many cells.
    """
    named = _NAMED.match(text)
    body, first = (text[named.end() :], 2) if named else (text, 1)
    separators = (named[1],) if named else _SEPARATORS
    for separator in separators:
        rows = _rows(body, separator, first)
        if rows and (named or _is_sheet(rows, separator)):
            return _grid(rows)
    return None


def _rows(text: str, separator: str, first: int) -> list[_Row]:
    """Return the rows of a text cut at a separator; [] where it cannot be cut so."""
    if separator not in text:
        return []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[_Row] = []
    try:
        line = first
        for cells in reader:
            rows.append(_Row(line, cells))
            line = first + reader.line_num
    except csv.Error:
        return []
    while rows and not any(rows[-1].cells):
        rows.pop()
    return rows


def _is_sheet(found: list[_Row], separator: str) -> bool:
    """Whether rows are those of a sheet, but for lines of a single cell above and below them."""
    long = [at for at, row in enumerate(found) if len(row.cells) > 1]
    rows = found[long[0] : long[-1] + 1] if long else []
    columns = max((len(row.cells) for row in rows), default=0)
    if len(rows) < _FEWEST_ROWS or columns < _FEWEST_COLUMNS:
        return False
    short = sum(len(row.cells) < columns for row in rows)
    if short > _MOST_SHORT * len(rows) or any(len(row.cells) == 1 for row in rows if row.cells):
        return False
    cells = [cell for row in rows for cell in row.cells if cell]
    # Rows of tabs are read anyway, and mended where tabs were lost; but not over several lines.
    if separator == "\t" and not any("\n" in cell for cell in cells):
        return False
    return sum(map(is_heading, cells)) >= _FEWEST_HEADINGS


def _grid(rows: list[_Row]) -> Grid:
    columns = max(len(row.cells) for row in rows)
    if columns > MAX_COLUMNS:
        raise FormatError(phrase("format.line-cells", cells=str(columns), most=str(MAX_COLUMNS)))
    CellBudget().spend(columns * len(rows))
    return Grid(
        cells=tuple(
            GridCell(row=at, column=column, text=mark_paragraphs(text).strip(), line=row.line)
            for at, row in enumerate(rows)
            for column, text in enumerate(row.cells + [""] * (columns - len(row.cells)))
        )
    )
