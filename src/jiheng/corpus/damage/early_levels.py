"""Second-level headings that begin one row early: the row above belongs to them by its place.

What the names of the indicators speak of tells where a heading belongs; the truth stays.
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


def _drift(piece: Piece, dice: Random) -> Piece:
    paths = piece.laid.paths
    labels = [
        cell
        for cell in piece.laid.grid.cells
        if paths.get((cell.row, cell.column), "").endswith(".level2")
    ]
    changed: dict[int, GridCell] = {}
    for above, below in pairwise(labels):
        upper = changed.get(id(above), above)
        adjoin = upper.row + upper.row_span == below.row
        if upper.row_span > 1 and adjoin and in_hundred(dice, _EARLY):
            changed[id(above)] = replace(upper, row_span=upper.row_span - 1)
            changed[id(below)] = replace(below, row=below.row - 1, row_span=below.row_span + 1)
    cells = [changed.get(id(cell), cell) for cell in piece.laid.grid.cells]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    grid = replace(piece.laid.grid, cells=tuple(cells))
    return replace(piece, laid=replace(piece.laid, grid=grid))


EARLY_LEVELS = Damage(name="early-levels", edits="cells", formats=ALL, edit=each(_drift))
