"""Rows of text that end before their last columns and go on in the next line."""

from msgspec.structs import replace

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import Costs
from jiheng.readers.recognise.header import Header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.row import Skips, read_row

_VALUES = {"number", "amount", "percent", "value", "dash"}
_UNSURE = 0.8


def whole_lines(lines: list[Line], header: Header, costs: Costs, skips: Skips) -> list[Line]:
    """Return the lines, one that holds values alone joined to the row above that lacks them.

    Such a line names nothing. It goes on only where both make a better row than the one above
    makes by itself; what is read so is not sure.
    """
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        both = _side_by_side(above, line) if above is not None and _holds_values(line) else None
        if above is None or both is None or not _is_better(both, above, header, costs, skips):
            joined.append(line)
        else:
            joined[-1] = both
    return joined


def _holds_values(line: Line) -> bool:
    is_text = line.table is not None and line.table.grid.ragged
    return is_text and all(kind_of(cell.text) in _VALUES for cell in line.cells)


def _side_by_side(above: Line, line: Line) -> Line | None:
    """Return one row of both lines; None when they stand in different tables."""
    if above.table is not line.table or not above.cells:
        return None
    last = above.cells[-1].column
    more = (
        replace(cell, column=last + at, confidence=min(cell.confidence, _UNSURE))
        for at, cell in enumerate(line.cells, 1)
    )
    return replace(above, cells=(*above.cells, *more))


def _is_better(both: Line, above: Line, header: Header, costs: Costs, skips: Skips) -> bool:
    whole = read_row(both.cells, header, costs, skips)
    half = read_row(above.cells, header, costs, skips)
    return not whole.surplus and "name" in half.cells and whole.cost < half.cost
