"""What a worksheet's cell holds: a number, a formula, a text or nothing."""

from decimal import Decimal

from msgspec import Struct
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from jiheng.model.document import LINE_BREAK, GridCell
from jiheng.writers.characters import printable
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.formula import Area, Formula
from jiheng.writers.layout.numbers import decimals_of, number_in
from jiheng.writers.xlsx.pen import GENERAL

LONGEST = 32_767
"""Excel holds no longer text in a cell."""

_ACTIVE = ("=", "+", "-", "@")


class Content(Struct, frozen=True, kw_only=True):
    """What a cell holds and how it shows a number.

    Attributes:
        value: what it shows; of a formula what it gives now.
        formula: without the sign that begins it.
        quoted: a text that would begin a formula.
        number: format of a number.
    """

    value: Decimal | str
    formula: str | None = None
    quoted: bool = False
    number: str = GENERAL


def content_of(laid: LaidOut, cell: GridCell, top: int) -> Content:
    """Return what a cell holds; ``top`` is the table's first row on the sheet.

    Only money, weights and scores are numbers, and only where Excel shows them as printed.
    """
    formula = laid.formulas.get((cell.row, cell.column))
    if formula is not None:
        return _worked_out(formula, cell, top)
    number = number_in(laid, cell)
    if number is not None:
        return Content(value=number, number=number_format(decimals_of(number)))
    return Content(value=shown(cell.text), quoted=cell.text.startswith(_ACTIVE))


def shown(text: str) -> str:
    """Return a text as a cell holds it, cut where it is longer than any cell."""
    clean = printable(text).replace(LINE_BREAK, "\n")
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"


def number_format(decimals: int | None, *, is_percent: bool = False) -> str:
    """Return the format that always shows so many decimals.

    Example:
        >>> number_format(2), number_format(0), number_format(1, is_percent=True)
        ('0.00', 'General', '0.0%')
    """
    if not decimals and not is_percent:
        return GENERAL
    places = "." + "0" * decimals if decimals else ""
    return f"0{places}{'%' if is_percent else ''}"


def _worked_out(formula: Formula, cell: GridCell, top: int) -> Content:
    areas = (_address(area, top) for area in formula.areas)
    words = formula.pattern.format(*areas)
    is_percent = formula.kind == "percent"
    value: Decimal | str = cell.text
    if cell.text and is_percent:
        value = Decimal(cell.text.removesuffix("%")) / 100
    elif cell.text and formula.kind == "number":
        value = Decimal(cell.text)
    number = number_format(formula.decimals, is_percent=is_percent)
    return Content(value=value, formula=words, number=number)


def _address(area: Area, top: int) -> str:
    (row, column), (last_row, last_column) = area
    if (row, column) == (last_row, last_column):
        return xl_rowcol_to_cell(top + row, column)
    return xl_range(top + row, column, top + last_row, last_column)
