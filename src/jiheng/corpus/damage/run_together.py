"""Numbers of neighbouring cells run together, as in ``202010100.00%10``.

Happens to the lines of the money block and to weight and score of indicators, in a third of
these rows. Sums, the rate and the points of headings still tell them apart; the truth stays.
"""

import re
from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row

_ROWS = 35
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9%])\t+(?=[0-9])(?=[0-9.%]+(?:\t|$))")


def _run(piece: Piece, dice: Random) -> Piece:
    lines = (piece.text or "").split("\n")
    spoilt = [
        _BETWEEN_NUMBERS.sub("", line) if is_row(line) and in_hundred(dice, _ROWS) else line
        for line in lines
    ]
    return replace(piece, text="\n".join(spoilt))


RUN_TOGETHER = Damage(name="run-together", edits="text", formats=TEXT, edit=each(_run))
