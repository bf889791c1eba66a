"""Cells put into a sheet that does not hold them yet."""

from itertools import groupby

from jiheng.formats.xlsx.names import Names
from jiheng.formats.xlsx.sheet import Place, cells_of, rows_of
from jiheng.formats.xml import Element
from jiheng.writers.inplace.names import inside, main_uri
from jiheng.writers.inplace.revision import Revision


def has_addresses(data: Element) -> bool:
    """Whether rows and cells say where they stand; without that, a new cell would move others."""
    return all(row.get("r") and all(cell.get("r") for cell in row) for row in data)


def put_new_cells(revision: Revision, names: Names, cells: dict[Place, str]) -> None:
    """Put cells where their rows and columns want them.

    Args:
        revision: the sheet.
        names: its names.
        cells: new cells as XML, in the order of their places.
    """
    data = next(revision.root.iterchildren(names("sheetData")), None)
    if data is None:
        return
    rows = dict(rows_of(data, names))
    for row, group in groupby(cells, key=lambda place: place[0]):
        places = tuple(group)
        if row in rows:
            columns = {
                place[1]: cell
                for place, cell in cells_of(data, names, with_empty=True)
                if place[0] == row
            }
            for place in places:
                _put(revision, rows[row], columns, place[1], cells[place])
        else:
            prefix, _ = inside(data, main_uri(data))
            inner = "".join(cells[place] for place in places)
            _put(revision, data, rows, row, f'<{prefix}row r="{row + 1}">{inner}</{prefix}row>')


def _put(
    revision: Revision, parent: Element, known: dict[int, Element], number: int, xml: str
) -> None:
    """Put a piece before the first sibling with a higher number, or at the end."""
    later = min((each for each in known if each > number), default=None)
    if later is None:
        revision.append(parent, xml)
    else:
        revision.before(known[later], xml)
