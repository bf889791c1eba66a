"""One form on one worksheet."""

import re
from collections.abc import Iterator
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiheng.model.check_code import code_line
from jiheng.model.document import LINE_BREAK, GridCell, Paragraph
from jiheng.writers.characters import printable
from jiheng.writers.layout import LaidOut
from jiheng.writers.xlsx.heights import LINE_HEIGHT, lines_of, row_heights
from jiheng.writers.xlsx.pen import Look, Pen, Style

SHEET_WIDTH = 92.0
"""Width of the table in narrow characters: A4 upright when printed one page wide."""

WIDE_SHEET = 138.0
"""The same for A4 lying on its side."""

_A4 = 9
_LONGEST = 32_767
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,4}))?")
_NUMERIC = (".weight", ".score", ".initial_budget", ".adjusted_budget", ".executed")
_ACTIVE = ("=", "+", "-", "@")
_LINE_SIZE: dict[Look, float] = {"title": 2.0, "year": 1.4, "line": 1.2, "code": 1.2}


def write_form(sheet: Worksheet, laid: LaidOut, pen: Pen) -> None:
    """Write the lines above the table, the table and the lines below it."""
    whole = _width(laid)
    widths = tuple(whole * width / sum(laid.widths) for width in laid.widths)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, round(width, 2))
    for row, line in enumerate(laid.before):
        _write_line(sheet, laid, row, line, pen.format(Style(look=_look(row, laid))))
        sheet.set_row(row, _line_height(line, _look(row, laid), whole))
    top = len(laid.before)
    for row, height in enumerate(row_heights(laid.grid.cells, widths, laid.rows), top):
        sheet.set_row(row, height)
    for cell in laid.grid.cells:
        _write_cell(sheet, laid, cell, top, pen)
    for row, (line, look) in enumerate(_lines_below(laid), top + laid.rows):
        _write_line(sheet, laid, row, line, pen.format(Style(look=look)))
        sheet.set_row(row, _line_height(line, look, whole))
    _set_page(sheet, laid)


def _lines_below(laid: LaidOut) -> Iterator[tuple[Paragraph, Look]]:
    """Yield the lines below the table, each with its look."""
    for line in laid.after:
        yield line, "line"
    if laid.code is not None:
        yield Paragraph(text=code_line(laid.code)), "code"


def _width(laid: LaidOut) -> float:
    return WIDE_SHEET if laid.is_wide else SHEET_WIDTH


def _set_page(sheet: Worksheet, laid: LaidOut) -> None:
    if laid.is_wide:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _look(row: int, laid: LaidOut) -> Look:
    if row >= laid.centred:
        return "line"
    return "year" if row else "title"


def _line_height(line: Paragraph, look: Look, width: float) -> float:
    return lines_of(line.text, width) * LINE_HEIGHT * _LINE_SIZE[look]


def _write_line(sheet: Worksheet, laid: LaidOut, row: int, line: Paragraph, style: Format) -> None:
    sheet.merge_range(row, 0, row, laid.columns - 1, "", style)
    sheet.write_string(row, 0, _shown(line.text), style)


def _write_cell(sheet: Worksheet, laid: LaidOut, cell: GridCell, top: int, pen: Pen) -> None:
    row, column = top + cell.row, cell.column
    decimals = _decimals(laid, cell)
    look: Look = "prose" if laid.is_prose(cell) else "cell"
    is_active = decimals is None and cell.text.startswith(_ACTIVE)
    style = pen.format(Style(look=look, quoted=is_active, decimals=decimals or 0))
    if cell.row_span > 1 or cell.column_span > 1:
        last = (row + cell.row_span - 1, column + cell.column_span - 1)
        sheet.merge_range(row, column, *last, "", style)
    if decimals is not None:
        sheet.write_number(row, column, Decimal(cell.text), style)
    elif cell.text:
        sheet.write_string(row, column, _shown(cell.text), style)
    else:
        sheet.write_blank(row, column, None, style)


def _decimals(laid: LaidOut, cell: GridCell) -> int | None:
    """Return the decimals of a number, or None where the cell is written as text.

    Only money, weights and scores are numbers, and only where Excel shows them as printed.
    """
    path = laid.paths.get((cell.row, cell.column), "")
    match = _NUMBER.fullmatch(cell.text) if path.endswith(_NUMERIC) else None
    if match is None or cell.text.startswith("-0"):
        return None
    return len(match[1] or "")


def _shown(text: str) -> str:
    shown = printable(text).replace(LINE_BREAK, "\n")
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
