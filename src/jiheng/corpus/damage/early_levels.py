"""Headings that begin one row early: the row above belongs to them by its place.

Where the first row of a first level is passed, its heading goes along. What the names of the
indicators speak of and the points of the headings tell where a heading belongs; the truth stays.
"""

from itertools import pairwise
from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece
from jiheng.model.document import GridCell

_EARLY = 50

Cells = tuple[GridCell, ...]


def _drift(piece: Piece, dice: Random) -> Piece:
    seconds = _labels(piece, "level2")
    early = {
        below.row
        for above, below in pairwise(seconds)
        if above.row_span > 1 and _adjoin(above, below) and in_hundred(dice, _EARLY)
    }
    moved = _moved(seconds, early) | _moved(_labels(piece, "level1"), early)
    cells = [moved.get((cell.row, cell.column), cell) for cell in piece.laid.grid.cells]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    grid = replace(piece.laid.grid, cells=tuple(cells))
    return replace(piece, laid=replace(piece.laid, grid=grid))


def _labels(piece: Piece, level: str) -> Cells:
    """Return the cells of a level's column, also those above empty rows of the form."""
    columns = {
        column for path, (_, column) in piece.laid.places.items() if path.endswith(f".{level}")
    }
    rows = [row for path, (row, _) in piece.laid.places.items() if path.endswith(f".{level}")]
    return tuple(
        cell
        for cell in piece.laid.grid.cells
        if cell.column in columns and min(rows) <= cell.row <= max(rows)
    )


def _adjoin(above: GridCell, below: GridCell) -> bool:
    return above.row + above.row_span == below.row


def _moved(labels: Cells, early: set[int]) -> dict[tuple[int, int], GridCell]:
    """Return the cells that change, by the place where they were."""
    changed: dict[tuple[int, int], GridCell] = {}
    for cell in labels:
        begins = cell.row in early
        ends = cell.row + cell.row_span in early
        rows = cell.row_span + begins - ends
        if rows != cell.row_span or begins:
            changed[cell.row, cell.column] = replace(cell, row=cell.row - begins, row_span=rows)
    return changed


EARLY_LEVELS = Damage(name="early-levels", edits="cells", formats=ALL, edit=each(_drift))
