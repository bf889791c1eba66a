"""Columns in another order, headings and rows alike: the same form, drawn up differently."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece, laid_out
from jiheng.rulebook.layouts import Column, Layout

_LEADING = {"level1", "level2", "name"}
_IN_TOTAL = {"weight", "score"}


def _permute(piece: Piece, dice: Random) -> Piece:
    if piece.form is None:
        return piece
    layout = piece.layout
    money = tuple(dice.sample(layout.money_columns, len(layout.money_columns)))
    turned = replace(layout, money_columns=money, columns=_columns(layout, dice))
    return replace(laid_out(piece.form, turned), unknowable=piece.unknowable)


def _columns(layout: Layout, dice: Random) -> tuple[Column, ...]:
    leading = tuple(column for column in layout.columns if column.role in _LEADING)
    rest = [column for column in layout.columns if column.role not in _LEADING]
    dice.shuffle(rest)
    # The grade of the total stands in the last column: no points may stand there too.
    last = next((c for c in reversed(rest) if c.role not in _IN_TOTAL), None)
    if last is not None:
        rest.remove(last)
        rest.append(last)
    return (*leading, *rest)


PERMUTED_COLUMNS = Damage(name="permuted-columns", edits="cells", formats=ALL, edit=each(_permute))
