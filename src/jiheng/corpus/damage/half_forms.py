"""Several forms in one text, with half forms among them.

The text begins with the lower half of a form, which is no form any more; then come a whole form
and one that breaks off among its indicators. Of the last, only what stands above the break is true.
"""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row
from jiheng.corpus.printed import above

_FORMS = 3


def _halve(pieces: tuple[Piece, ...], dice: Random) -> tuple[Piece, ...]:
    if len(pieces) < _FORMS:
        return pieces
    scrap, whole, broken = pieces
    return (_lower(scrap, dice), whole, _upper(broken, dice))


def _lower(piece: Piece, dice: Random) -> Piece:
    lines, rows = _parts(piece)
    start = rows[_cut(piece, dice)]
    return replace(piece, form=None, text="\n".join(lines[start:]))


def _upper(piece: Piece, dice: Random) -> Piece:
    lines, rows = _parts(piece)
    cut = _cut(piece, dice)
    form = piece.form and above(piece.form, piece.layout, cut)
    return replace(piece, form=form, text="\n".join(lines[: rows[cut]]) + "\n")


def _parts(piece: Piece) -> tuple[list[str], list[int]]:
    lines = (piece.text or "").split("\n")
    return lines, [number for number, line in enumerate(lines) if is_row(line)]


def _cut(piece: Piece, dice: Random) -> int:
    """Return the row of an indicator other than the first."""
    rows = sorted(
        row
        for path, (row, _) in piece.laid.places.items()
        if path.startswith("indicators[") and path.endswith(".name")
    )
    return dice.choice(rows[1:] or rows)


HALF_FORMS = Damage(name="half-forms", edits="text", formats=TEXT, forms=_FORMS, edit=_halve)
