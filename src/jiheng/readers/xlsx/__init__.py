"""Excel workbooks (xlsx), read straight from their parts."""

from jiheng.formats.package import Package
from jiheng.formats.xlsx.sheet import read_sheet
from jiheng.formats.xlsx.workbook import open_workbook
from jiheng.formats.xml import parse_xml
from jiheng.model.document import Block
from jiheng.readers.xlsx.layout import lay_out

__all__ = ["read_xlsx"]


def read_xlsx(package: Package, part: str) -> tuple[Block, ...]:
    """Return one grid a sheet with content: visible sheets first, hidden ones marked.

    Hidden rows and columns of a sheet are read like others: a filter that was left on must not
    take rows out of a sum.

    Args:
        package: the file.
        part: name of the workbook part.
    """
    sheets, shared, _ = open_workbook(package, part)
    grids: list[Block] = []
    for sheet in sheets:
        found = read_sheet(parse_xml(package.read(sheet.part), sheet.part), sheet.part, shared)
        grid = lay_out(found, shared.budget, sheet=sheet.name, hidden=sheet.hidden)
        if grid is not None:
            grids.append(grid)
    return tuple(grids)
