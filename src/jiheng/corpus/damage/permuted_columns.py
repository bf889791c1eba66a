"""Columns in another order, headings and rows alike: the same form, drawn up differently."""

from itertools import groupby
from random import Random
from typing import TypeVar

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.piece import Piece, laid_out
from jiheng.rulebook.layouts import Column, Layout, MoneyColumn

Each = TypeVar("Each", Column, MoneyColumn)

_LEADING = {"level1", "level2", "name"}
_IN_TOTAL = {"weight", "score"}


def _permute(piece: Piece, dice: Random) -> Piece:
    if piece.form is None:
        return piece
    layout = piece.layout
    money = _shuffled(layout.money_columns, dice)
    turned = replace(layout, money_columns=money, columns=_columns(layout, dice))
    return replace(laid_out(piece.form, turned), unknowable=piece.unknowable)


def _columns(layout: Layout, dice: Random) -> tuple[Column, ...]:
    leading = tuple(column for column in layout.columns if column.role in _LEADING)
    rest = tuple(column for column in layout.columns if column.role not in _LEADING)
    if _has_fixed_total(layout):
        # Its row has its own places: the columns from the points on stay above them.
        fixed = next((n for n, c in enumerate(rest) if c.role in _IN_TOTAL), len(rest))
        return (*leading, *_shuffled(rest[:fixed], dice), *rest[fixed:])
    moved = list(_shuffled(rest, dice))
    # The grade of the total stands in the last column: no points may stand there too.
    last = next((c for c in reversed(moved) if c.role not in _IN_TOTAL and not c.over), None)
    if last is not None:
        moved.remove(last)
        moved.append(last)
    return (*leading, *moved)


def _has_fixed_total(layout: Layout) -> bool:
    fields = {cell.field for row in layout.tail_rows for cell in row}
    return "total.score" in fields


def _shuffled(columns: tuple[Each, ...], dice: Random) -> tuple[Each, ...]:
    """Return columns in another order; those under one heading stay together."""
    groups = [tuple(run) for _, run in groupby(columns, key=_together)]
    dice.shuffle(groups)
    return tuple(column for group in groups for column in group)


def _together(column: Column | MoneyColumn) -> str:
    return column.over or column.heading


PERMUTED_COLUMNS = Damage(name="permuted-columns", edits="cells", formats=ALL, edit=each(_permute))
