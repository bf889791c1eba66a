"""Weights of some indicators left blank. They are gone: the truth has none there either."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece, laid_out
from jiheng.model.form import Indicator

_BLANK = 35


def _blank(piece: Piece, dice: Random) -> Piece:
    if piece.form is None:
        return piece
    indicators = tuple(_without(item, dice) for item in piece.form.indicators)
    form = replace(piece.form, indicators=indicators)
    return replace(laid_out(form, piece.layout), unknowable=piece.unknowable)


def _without(item: Indicator, dice: Random) -> Indicator:
    return replace(item, weight=None) if in_hundred(dice, _BLANK) else item


BLANK_WEIGHTS = Damage(name="blank-weights", edits="cells", formats=ALL, edit=each(_blank))
