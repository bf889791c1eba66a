"""Tabs between cells that became one blank or nothing at all.

A third of the table's rows lose about half of their separators. Where two numbers meet without
any sign between them, the sums of the form still tell them apart; the truth stays as it was.
"""

import re
from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row

_ROWS = 35
_SEPARATORS = 50
_BETWEEN = re.compile(r"(?<=[^\t])\t+(?=[^\t])")


def _lose(piece: Piece, dice: Random) -> Piece:
    lines = (piece.text or "").split("\n")
    spoilt = [
        _joined(line, dice) if is_row(line) and in_hundred(dice, _ROWS) else line for line in lines
    ]
    return replace(piece, text="\n".join(spoilt))


def _joined(line: str, dice: Random) -> str:
    def joint(found: re.Match[str]) -> str:
        return dice.choice((" ", " ", "")) if in_hundred(dice, _SEPARATORS) else found[0]

    return _BETWEEN.sub(joint, line)


LOST_SEPARATORS = Damage(name="lost-separators", edits="text", formats=TEXT, edit=each(_lose))
