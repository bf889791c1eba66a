"""Each cell on a line of its own, its paragraphs too, empty cells gone: what a copied PDF gives.

Which cells of a row were empty is gone, but a reason stands only where points were lost.
"""

import re
from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row

_TAGS = re.compile(r"</?p>")


def _break(piece: Piece, _dice: Random) -> Piece:
    lines: list[str] = []
    for line in (piece.text or "").split("\n"):
        cells = line.split("\t") if is_row(line) else [line]
        parts = [part for cell in cells for part in _TAGS.split(cell) if part or not is_row(line)]
        lines += parts
    return replace(piece, text="\n".join(lines))


CELL_A_LINE = Damage(name="cell-a-line", edits="text", formats=TEXT, edit=each(_break))
