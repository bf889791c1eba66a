"""The number of a page inside a name, where a row was broken between two pages: ``— 3 —``."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each, with_texts
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece
from jiheng.writers.layout import Place

_MARKED = 25
_SHORTEST = 4
"""A shorter name fits on one line."""


def _mark(piece: Piece, dice: Random) -> Piece:
    texts: dict[Place, str] = {}
    page = dice.randint(1, 9)
    for cell in piece.laid.grid.cells:
        path = piece.laid.paths.get((cell.row, cell.column), "")
        name = cell.text.rpartition(": ")[2]
        is_name = path.startswith("indicators[") and path.endswith(".name")
        if is_name and len(name) >= _SHORTEST and in_hundred(dice, _MARKED):
            at = len(cell.text) - dice.randint(2, len(name) - 2)
            texts[cell.row, cell.column] = f"{cell.text[:at]}— {page} —{cell.text[at:]}"
            page += 1
    return replace(piece, laid=with_texts(piece.laid, texts))


PAGE_MARKS = Damage(name="page-marks", edits="cells", formats=ALL, edit=each(_mark))
