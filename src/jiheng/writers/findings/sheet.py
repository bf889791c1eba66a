"""One worksheet of the list: a frozen heading, filters, and coloured severities."""

from collections.abc import Iterable

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiheng.writers.characters import printable
from jiheng.writers.findings.columns import ABOUT, Columns
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.layout.measure import width_of

_LINE, _TALLEST, _HEAD = 15, 400, 32
_A3 = 8
_FROZEN = 2
"""Unit and project stay in sight when the list is moved sideways."""

_COLOURS = {
    "error": ("#FCE4E4", "#931814"),
    "warning": ("#FDF0D8", "#7A4700"),
    "info": ("#E3EEF9", "#1D4F80"),
    "clean": ("#E2F2E8", "#14592F"),
}
"""Background and ink of a row's severity or verdict; the words say the same."""


class Looks(Struct, frozen=True, kw_only=True):
    """The cell formats of the workbook, each made once."""

    head: Format
    cell: Format
    tones: dict[str, Format]


def make_looks(book: Workbook) -> Looks:
    """Return the formats of heading, cells and severities."""
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D8DFE7"}
    base |= {"font_name": "微软雅黑", "font_size": 10}
    head = base | {"bold": True, "bg_color": "#0B4D97", "font_color": "#FFFFFF"}
    tones = {
        name: book.add_format(base | {"bold": True, "bg_color": ground, "font_color": ink})
        for name, (ground, ink) in _COLOURS.items()
    }
    return Looks(head=book.add_format(head), cell=book.add_format(base), tones=tones)


def write_sheet(
    sheet: Worksheet,
    headings: tuple[str, ...],
    columns: Columns,
    rows: Iterable[Row],
    looks: Looks,
) -> None:
    """Fill one worksheet."""
    toned = next((i for i, (key, _) in enumerate(columns) if key in {"severity", "verdict"}), -1)
    for index, (heading, (_, width)) in enumerate(zip(headings, columns, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, heading, looks.head)
    sheet.set_row(0, _HEAD)
    last = 0
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, _height(row, columns))
        for index, value in enumerate(row.values):
            look = looks.tones[row.tone] if row.tone and index == toned else looks.cell
            _put(sheet, (last, index), value, look)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    _set_page(sheet, frozen=_FROZEN if columns[: len(ABOUT)] == ABOUT else 0)


def _put(sheet: Worksheet, place: tuple[int, int], value: Value, look: Format) -> None:
    """Put one value; a text stays a text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(*place, None, look)
    elif isinstance(value, str):
        sheet.write_string(*place, printable(value.replace("\v", "\n")), look)
    else:
        sheet.write_number(*place, value, look)


def _height(row: Row, columns: Columns) -> float:
    """Room for the longest text of a row; not every program fits wrapped rows by itself."""
    lines = (
        -(-width_of(value) // (width - 1))
        for value, (_, width) in zip(row.values, columns, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1) * _LINE + 4, _TALLEST)


def _set_page(sheet: Worksheet, *, frozen: int) -> None:
    sheet.freeze_panes(1, frozen)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
