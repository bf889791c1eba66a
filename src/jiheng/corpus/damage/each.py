"""Damage that happens to every form of a document by itself."""

from collections.abc import Callable
from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.kind import Edit
from jiheng.corpus.piece import Piece
from jiheng.model.document import GridCell
from jiheng.writers.layout import LaidOut, Place


def each(edit: Callable[[Piece, Random], Piece]) -> Edit:
    """Return an edit of one piece as an edit of all pieces of a document."""

    def edit_all(pieces: tuple[Piece, ...], dice: Random) -> tuple[Piece, ...]:
        return tuple(edit(piece, dice) for piece in pieces)

    return edit_all


def with_texts(laid: LaidOut, texts: dict[Place, str]) -> LaidOut:
    """Return the table with other texts in some cells."""

    def edited(cell: GridCell) -> GridCell:
        text = texts.get((cell.row, cell.column))
        return cell if text is None else replace(cell, text=text)

    return replace(laid, grid=replace(laid.grid, cells=tuple(map(edited, laid.grid.cells))))
