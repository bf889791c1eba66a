"""Forms → documents of any format, spoilt on request, with what they say."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.damage import Damage
from jiheng.corpus.piece import TEXT_WRITERS, Piece, laid_out, written
from jiheng.corpus.printed import as_text
from jiheng.model.form import Doubt, Form, Source
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.xlsx import write_xlsx

SUFFIXES = {
    "docx": ".docx",
    "xlsx": ".xlsx",
    "html": ".html",
    "text": ".txt",
    "markdown": ".md",
    "lines": ".txt",
}
"""The formats, in the order in which they are listed."""

_TABLE_WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html}


class Manner(Struct, frozen=True, kw_only=True):
    """How a document is written.

    Attributes:
        damage: what happens to it; None for nothing.
    """

    kind: str
    damage: Damage | None = None


class Specimen(Struct, frozen=True, kw_only=True):
    """A document and the truth about it.

    Attributes:
        forms: its forms in order; fields that nobody can know from it are in ``doubts``.
    """

    name: str
    manner: Manner
    data: bytes
    forms: tuple[Form, ...]


def manners(kinds: tuple[str, ...], damages: tuple[Damage, ...]) -> tuple[Manner, ...]:
    """Return every way to write that fits: formats in order, each with every damage it can take."""
    if not damages:
        return tuple(Manner(kind=kind) for kind in kinds)
    return tuple(
        Manner(kind=kind, damage=damage)
        for kind in kinds
        for damage in damages
        if kind in damage.formats
    )


def specimens(forms: Iterator[Form], ways: tuple[Manner, ...], dice: Random) -> Iterator[Specimen]:
    """Yield documents made of the forms, one after another in the given manners."""
    number = 0
    while True:
        manner = ways[number % len(ways)]
        wanted = manner.damage.forms if manner.damage else 1
        taken = tuple(islice(forms, wanted))
        if not taken:
            return
        number += 1
        yield specimen(taken, manner, number, dice)


def specimen(forms: tuple[Form, ...], manner: Manner, number: int, dice: Random) -> Specimen:
    """Return one document that holds these forms; its name begins with the number."""
    pieces = tuple(laid_out(form, load_layout(form.layout or "")) for form in forms)
    damage = manner.damage
    if damage is not None and damage.edits == "cells":
        pieces = damage.edit(pieces, dice)
    data, pieces = _data(pieces, manner, dice)
    parts = (f"{number:04d}", forms[0].layout or "", damage.name if damage else "")
    name = "-".join(part for part in parts if part) + SUFFIXES[manner.kind]
    whole = [piece for piece in pieces if piece.form is not None]
    return Specimen(
        name=name,
        manner=manner,
        data=data,
        forms=tuple(_truth(p, name, manner, data, at) for at, p in enumerate(whole, 1)),
    )


def _data(
    pieces: tuple[Piece, ...], manner: Manner, dice: Random
) -> tuple[bytes, tuple[Piece, ...]]:
    if manner.kind in _TABLE_WRITERS:
        return _TABLE_WRITERS[manner.kind](*(piece.laid for piece in pieces)), pieces
    pieces = tuple(_as_text(piece, manner.kind) for piece in pieces)
    if manner.damage is not None and manner.damage.edits == "text":
        pieces = manner.damage.edit(pieces, dice)
    return "\n".join(piece.text or "" for piece in pieces).encode(), pieces


def _as_text(piece: Piece, kind: str) -> Piece:
    form = piece.form and as_text(piece.form, piece.laid.places)
    return replace(piece, form=form, text=written(piece.laid, kind))


def _truth(piece: Piece, name: str, manner: Manner, data: bytes, index: int) -> Form:
    if piece.form is None:
        raise ValueError("a scrap has no truth")
    digest = sha256(data).hexdigest()
    kind = "text" if manner.kind in TEXT_WRITERS else manner.kind
    return replace(
        piece.form,
        id=f"{digest[:12]}-{index}",
        source=Source(path=name, format=kind, part="", index=index, sha256=digest),
        doubts=tuple(Doubt(at=path, text="", reason="drift") for path in sorted(piece.unknowable)),
    )
