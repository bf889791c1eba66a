"""An exported table, from a spreadsheet, a web page or comma-separated text."""

import csv
from io import StringIO
from pathlib import Path

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.model.document import Grid
from jiheng.pipeline.opening import opened
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.text.encoding import decode
from jiheng.web.columns.fields import knows
from jiheng.web.forms.sent import clean

MOST_BYTES = 10 * 2**20
MOST_ROWS, MOST_COLUMNS = 20_000, 200
_HEAD = 10
_FEWEST = 2


class BadTable(Exception):
    """A file in which there is no table; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Headings and the rows below them, all of one width."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(path: Path, name: str) -> Table:
    """Return the table of a file.

    Raises:
        BadTable: there is none, or it is too large.
    """
    try:
        document = opened(path, name)
        lines = _lines(path) if document.format == "text" else _largest(document.grids)
    except (UnreadableInput, FormatError, csv.Error) as error:
        raise BadTable("refused.unreadable") from error
    if len(lines) > MOST_ROWS or max(map(len, lines), default=0) > MOST_COLUMNS:
        raise BadTable("refused.too-large")
    return _headed([[_one_line(cell) for cell in line] for line in lines])


def _lines(path: Path) -> list[list[str]]:
    text = decode(path.read_bytes())
    first = text.partition("\n")[0]
    parted_by = max("\t,;", key=first.count)
    return [line for line in csv.reader(StringIO(text), delimiter=parted_by) if any(line)]


def _largest(grids: tuple[Grid, ...]) -> list[list[str]]:
    if not grids:
        return []
    grid = max(grids, key=lambda each: len(each.cells))
    width = max(cell.column + cell.column_span for cell in grid.cells)
    height = max(cell.row + cell.row_span for cell in grid.cells)
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise BadTable("refused.too-large")
    lines = [[""] * width for _ in range(height)]
    for cell in grid.cells:
        # A merged cell counts for every row and column that it covers.
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                lines[row][column] = cell.text
    return [line for line in lines if any(line)]


def _headed(lines: list[list[str]]) -> Table:
    """The row of which the most cells are known headings, and what stands below it."""
    ranked = [(sum(map(knows, set(line))), -at) for at, line in enumerate(lines[:_HEAD])]
    at = -max(ranked, default=(0, 0))[1]
    if len(lines) - at < _FEWEST or len([cell for cell in lines[at] if cell]) < _FEWEST:
        raise BadTable("refused.no-table")
    width = len(lines[at])
    rows = tuple(tuple((*line, *[""] * width)[:width]) for line in lines[at + 1 :])
    return Table(headings=tuple(lines[at]), rows=rows)


def _one_line(text: str) -> str:
    return " ".join((clean(text) or "").split())
