"""One form on one worksheet."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiheng.model.check_code import code_line
from jiheng.model.document import GridCell, Paragraph
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import TITLE_SIZE, YEAR_SIZE, Fitted, fitted
from jiheng.writers.layout.measure import line_height, lines_in, pieces_of
from jiheng.writers.xlsx.content import Content, content_of, shown
from jiheng.writers.xlsx.filling import help_with_filling
from jiheng.writers.xlsx.pen import Look, Pen, Style

_DIGIT, _CELL_PADDING, _PIXEL = 8, 5, 15
"""A column is as many digits wide as the book's own font, 宋体 11, has pixels for, and a padding;
a pixel is 15 twentieths of a point."""

_ROW_UNIT = 17
"""A row's height is in points, 20 twentieths each; spreadsheets set lines a little further apart
than a page of text, and shrink the sheet to its page anyway."""

_A4 = 9
_LINE_SIZES: dict[Look, int] = {"title": TITLE_SIZE, "year": YEAR_SIZE}


class _Line(Struct, frozen=True, kw_only=True):
    """A line outside the table."""

    text: str
    look: Look
    size: int


def write_form(sheet: Worksheet, laid: LaidOut, pen: Pen) -> None:
    """Write the lines above the table, the table and the lines below it."""
    fit = fitted(laid)
    for column, width in enumerate(fit.widths):
        digits = (width / _PIXEL - _CELL_PADDING) / _DIGIT
        sheet.set_column(column, column, round(digits, 2))
    above = tuple(_lines_above(laid, fit))
    top = len(above)
    for row, line in enumerate(above):
        _write_line(sheet, laid, row, line, pen)
        sheet.set_row(row, _line_height(line, fit))
    for row, height in enumerate(fit.heights, top):
        sheet.set_row(row, height / _ROW_UNIT)
    for cell in laid.grid.cells:
        _write_cell(sheet, laid, cell, top, (pen, fit.size))
    help_with_filling(sheet, laid, top)
    for row, line in enumerate(_lines_below(laid, fit), top + laid.rows):
        _write_line(sheet, laid, row, line, pen)
        sheet.set_row(row, _line_height(line, fit))
    _set_page(sheet, laid, fit, top)


def _lines_above(laid: LaidOut, fit: Fitted) -> Iterator[_Line]:
    for number, line in enumerate(laid.before):
        look: Look = "line" if number >= laid.centred else "year" if number else "title"
        yield _Line(text=line.text, look=look, size=_LINE_SIZES.get(look, fit.size))


def _lines_below(laid: LaidOut, fit: Fitted) -> Iterator[_Line]:
    code = () if laid.code is None else (Paragraph(text=code_line(laid.code)),)
    for line in laid.after:
        yield _Line(text=line.text, look="line", size=fit.size)
    for line in code:
        yield _Line(text=line.text, look="code", size=fit.size)


def _line_height(line: _Line, fit: Fitted) -> float:
    """Return the height of a line; merged cells do not grow by themselves."""
    lines = lines_in(pieces_of(line.text), sum(fit.widths) // (line.size * 5))
    return (lines * line_height(line.size) + 60) / _ROW_UNIT


def _set_page(sheet: Worksheet, laid: LaidOut, fit: Fitted, top: int) -> None:
    if laid.is_wide:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.5)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1 if fit.is_whole else 0)
    if not fit.is_whole and laid.headings:
        sheet.repeat_rows(top + min(laid.headings), top + _last_of_first(laid.headings))
    sheet.hide_gridlines(2)


def _last_of_first(rows: Collection[int]) -> int:
    """Return where the first rows that follow one another end: Excel repeats one block."""
    last = min(rows)
    while last + 1 in rows:
        last += 1
    return last


def _write_line(sheet: Worksheet, laid: LaidOut, row: int, line: _Line, pen: Pen) -> None:
    style = pen.format(Style(look=line.look, size=line.size))
    sheet.merge_range(row, 0, row, laid.columns - 1, "", style)
    sheet.write_string(row, 0, shown(line.text), style)


def _write_cell(
    sheet: Worksheet, laid: LaidOut, cell: GridCell, top: int, manner: tuple[Pen, int]
) -> None:
    pen, size = manner
    row, column = top + cell.row, cell.column
    content = content_of(laid, cell, top)
    look: Look = "prose" if laid.is_prose(cell) else "cell"
    style = pen.format(Style(look=look, size=size, quoted=content.quoted, number=content.number))
    if cell.row_span > 1 or cell.column_span > 1:
        last = (row + cell.row_span - 1, column + cell.column_span - 1)
        sheet.merge_range(row, column, *last, "", style)
    _write(sheet, (row, column), content, style)


def _write(sheet: Worksheet, place: tuple[int, int], content: Content, style: Format) -> None:
    if content.formula is not None:
        sheet.write_formula(*place, f"={content.formula}", style, content.value)
    elif isinstance(content.value, Decimal):
        sheet.write_number(*place, content.value, style)
    elif content.value:
        sheet.write_string(*place, content.value, style)
    else:
        sheet.write_blank(*place, None, style)
