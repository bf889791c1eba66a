"""Cells parted by pipes, with line ends that do not follow the rows of the table."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row

_SHORTEST, _LONGEST = 4, 14
"""Cells in one line."""


def _scatter(piece: Piece, dice: Random) -> Piece:
    lines = (piece.text or "").split("\n")
    rows = [number for number, line in enumerate(lines) if is_row(line)]
    cells = [cell for number in rows for cell in lines[number].split("\t")]
    spoilt: list[str] = []
    while cells:
        length = dice.randint(_SHORTEST, _LONGEST)
        spoilt.append(f"| {' | '.join(cells[:length])} |")
        cells = cells[length:]
    first, last = (rows[0], rows[-1] + 1) if rows else (0, 0)
    return replace(piece, text="\n".join([*lines[:first], *spoilt, *lines[last:]]))


PIPES_OFF_ROWS = Damage(name="pipes-off-rows", edits="text", formats=TEXT, edit=each(_scatter))
