"""The tables of a paper, each as rows of texts."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path, PurePath

from jiheng.formats import limits
from jiheng.model.document import Grid
from jiheng.pipeline.opening import opened
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of

Table = tuple[tuple[str, ...], ...]

_DELIMITED = frozenset({".csv", ".tsv"})
_DELIMITERS = ",;\t"
_MOST_CELLS = 4_000_000


def tables_of(path: Path, name: str) -> tuple[Table, ...]:
    """Return the tables of a file.

    Lists in csv are read as they are, whatever their columns are called; the readers would ask
    whether they may be a form.

    Raises:
        UnreadableInput: it cannot be read.
    """
    if PurePath(name).suffix.lower() in _DELIMITED:
        return (tuple(_delimited(path, name)),)
    return tuple(table for grid in opened(path, name).grids if (table := _table(grid)))


def _delimited(path: Path, name: str) -> Iterator[tuple[str, ...]]:
    text = _text(path, name)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    cells = 0
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            cells += len(row)
            if cells > _MOST_CELLS:
                return
            yield tuple(row)
    except csv.Error as error:
        raise UnreadableInput(phrase("evidence.no-table", path=name)) from error


def _text(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > limits.MAX_FILE_BYTES:
            raise UnreadableInput(phrase("evidence.no-table", path=name))
        data = path.read_bytes()
    except OSError as error:
        told = phrase("dossier.unreadable", path=name, cause=cause_of(error))
        raise UnreadableInput(told) from error
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(phrase("evidence.no-table", path=name))


def _table(grid: Grid) -> Table:
    """Return a grid as rows; what is merged stands in each of its places."""
    width = 1 + max((cell.column + cell.column_span - 1 for cell in grid.cells), default=-1)
    height = 1 + max((cell.row + cell.row_span - 1 for cell in grid.cells), default=-1)
    if width * height > _MOST_CELLS:
        return ()
    table = [[""] * width for _ in range(height)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                table[row][column] = cell.text
    return tuple(tuple(row) for row in table)
