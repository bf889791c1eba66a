"""Operators misread as characters that look like them: ≥ as 2 or 二, ≤ as W, = as 二.

≥ becomes 2 only before a percentage, where 290% cannot be meant; the truth stays as it was.
"""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each, with_texts
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece
from jiheng.writers.layout import Place

_MISREAD = 60


def _misread(piece: Piece, dice: Random) -> Piece:
    texts: dict[Place, str] = {}
    for cell in piece.laid.grid.cells:
        path = piece.laid.paths.get((cell.row, cell.column), "")
        if path.endswith((".target", ".actual")) and in_hundred(dice, _MISREAD):
            texts[cell.row, cell.column] = _blurred(cell.text, dice)
    return replace(piece, laid=with_texts(piece.laid, texts))


def _blurred(text: str, dice: Random) -> str:
    operator, rest = text[:1], text[1:]
    if operator == "≥":
        return (dice.choice("2二") if rest.endswith("%") else "二") + rest
    if operator == "≤":
        return "W" + rest
    return "二" + rest if operator == "=" else text


MISREAD_OPERATORS = Damage(
    name="misread-operators", edits="cells", formats=ALL, edit=each(_misread)
)
