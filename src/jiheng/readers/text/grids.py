"""Rows of a text as grids."""

from jiheng.model.document import Grid, GridCell
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.table import CutRow
from jiheng.readers.text.stream import Cell
from jiheng.readers.text.width import Token

UNSURE = 0.8
"""How sure a cell is that was not parted from the next one by a mark of its own."""


def recut_grid(rows: list[CutRow]) -> Grid:
    """Return rows that were cut again, each cell as sure as its row."""
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(
                row=at,
                column=column,
                text=plain(text),
                line=row.line,
                confidence=1.0 if row.is_sure else UNSURE,
            )
            for at, row in enumerate(rows)
            for column, text in row.cells
        ),
    )


def grid(rows: list[list[Token]]) -> Grid:
    """Return rows whose cells stand side by side."""
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(row=row, column=column, text=text, line=number)
            for row, cells in enumerate(rows)
            for column, (number, text) in enumerate(cells)
        ),
    )


def placed_grid(rows: list[list[Cell]], confidence: float) -> Grid:
    """Return rows whose cells were given columns, none surer than the whole."""
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(
                row=row,
                column=cell.column,
                text=cell.text,
                line=cell.line,
                confidence=confidence if cell.is_sure else min(confidence, UNSURE),
            )
            for row, cells in enumerate(rows)
            for cell in cells
        ),
    )
