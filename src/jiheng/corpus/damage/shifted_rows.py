"""Cells of a row moved one place to the right or to the left.

A clerk who pastes values one cell too far leaves the first one blank; the row still holds all of
them in order. Only rows with a blank cell at the right end (or before their values) are moved, so
that nothing is lost and the truth stays as it was.
"""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each, with_texts
from jiheng.corpus.damage.kind import WITH_BLANKS, Damage
from jiheng.corpus.piece import Piece
from jiheng.model.document import GridCell
from jiheng.writers.layout import Place

_MOVED = 35
"""So many rows in a hundred are moved."""


def _shift(piece: Piece, dice: Random) -> Piece:
    texts: dict[Place, str] = {}
    for row in _rows(piece):
        if not in_hundred(dice, _MOVED):
            continue
        values = [cell.text for cell in row]
        if not values[-1]:
            moved = ["", *values[:-1]]
        elif "" in values:
            blank = values.index("")
            moved = [*values[:blank], *values[blank + 1 :], ""]
        else:
            continue
        texts |= {(cell.row, cell.column): text for cell, text in zip(row, moved, strict=True)}
    return replace(piece, laid=with_texts(piece.laid, texts))


def _rows(piece: Piece) -> list[list[GridCell]]:
    """Return the value cells of each money line and each indicator, from left to right."""
    rows: dict[int, list[GridCell]] = {}
    for cell in piece.laid.grid.cells:
        path = piece.laid.paths.get((cell.row, cell.column), "")
        if cell.row_span == 1 and _is_value(path):
            rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _is_value(path: str) -> bool:
    part, _, field = path.rpartition(".")
    in_block = part.startswith(("indicators[", "funds.lines["))
    return in_block and field not in {"level1", "level2", "name", "label"}


SHIFTED_ROWS = Damage(name="shifted-rows", edits="cells", formats=WITH_BLANKS, edit=each(_shift))
