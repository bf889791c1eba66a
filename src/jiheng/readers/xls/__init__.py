"""Excel workbooks of 95 to 2003 (xls) and WPS spreadsheets (et)."""

from jiheng.formats.compound import CompoundFile
from jiheng.formats.limits import CellBudget
from jiheng.formats.xls.workbook import worksheets
from jiheng.model.document import Block
from jiheng.readers.xlsx.layout import lay_out

__all__ = ["read_xls"]

_STREAMS = ("Workbook", "Book")
"""A file saved for both kinds of Excel holds both; the first is the newer kind."""


def read_xls(data: bytes) -> tuple[Block, ...]:
    """Return one grid a sheet with content, as the same workbook gives in the newer format.

    Raises:
        FormatError: it has a password, is too old or broken, or holds too much.
    """
    opened, budget = CompoundFile(data), CellBudget()
    name = next((each for each in _STREAMS if each in opened.names), _STREAMS[0])
    laid = (
        lay_out(sheet.found, budget, sheet=sheet.name, hidden=sheet.hidden)
        for sheet in worksheets(opened.stream(name), budget)
    )
    return tuple(grid for grid in laid if grid is not None)
