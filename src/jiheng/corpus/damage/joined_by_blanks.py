"""The cells of a row joined by one blank, empty cells gone."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row


def _join(piece: Piece, _dice: Random) -> Piece:
    lines = (piece.text or "").split("\n")
    joined = [" ".join(line.split("\t")).split() if is_row(line) else [line] for line in lines]
    return replace(piece, text="\n".join(" ".join(words) for words in joined))


JOINED_BY_BLANKS = Damage(name="joined-by-blanks", edits="text", formats=TEXT, edit=each(_join))
