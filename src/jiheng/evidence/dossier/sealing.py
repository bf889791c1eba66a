"""A form and all that belongs to it, put into one file whose last line seals the rest."""

from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import msgspec
from msgspec import Struct

from jiheng.evidence.dossier.digests import Pair, copied, digests_of, stream_of
from jiheng.evidence.dossier.parts import MAX_BYTES, MAX_PARTS, new_part
from jiheng.formats.archive import name_refusal
from jiheng.formats.errors import FormatError
from jiheng.model.dossier import CHAIN, Digests, DossierEntry, DossierHead, EntryKind
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.rulebook.telling import cause_of


class Piece(Struct, frozen=True, kw_only=True):
    """What becomes a part of the dossier.

    Attributes:
        path: the part's name, folders parted by ``/``.
        content: its bytes, or the file that holds them.
    """

    kind: EntryKind
    path: str
    content: bytes | Path


def sealed(target: BinaryIO, head: DossierHead, pieces: tuple[Piece, ...]) -> Digests:
    """Write a dossier and return its seal.

    A file is read once: what is packed is what was digested, whoever changes it meanwhile.

    Raises:
        FormatError: a piece cannot be read, or there is more than a dossier may hold.
    """
    _check_names(pieces)
    chain = _Chain(head)
    rest = MAX_BYTES
    with ZipFile(target, "w") as archive:
        for piece in pieces:
            with new_part(archive, piece.path) as part:
                pair = _packed(piece, part, rest)
            rest -= pair.size
            chain.add(piece, pair)
        with new_part(archive, CHAIN) as part:
            part.write(chain.text)
    return chain.seal


class _Chain:
    """Lines, each with the digests of the one before it."""

    def __init__(self, head: DossierHead) -> None:
        self._lines = [msgspec.json.encode(head)]

    def add(self, piece: Piece, pair: Pair) -> None:
        entry = DossierEntry(
            number=len(self._lines),
            kind=piece.kind,
            path=piece.path,
            size=pair.size,
            content=pair.digests,
            previous=self.seal,
        )
        self._lines.append(msgspec.json.encode(entry))

    @property
    def seal(self) -> Digests:
        return digests_of(self._lines[-1])

    @property
    def text(self) -> bytes:
        return b"".join(line + b"\n" for line in self._lines)


def _packed(piece: Piece, part: BinaryIO, most: int) -> Pair:
    if isinstance(piece.content, bytes):
        return copied(stream_of(piece.content), part, most)
    try:
        with piece.content.open("rb") as file:
            return copied(file, part, most)
    except OSError as error:
        told = phrase("dossier.unreadable", path=piece.path, cause=cause_of(error))
        raise FormatError(told) from error


def _check_names(pieces: tuple[Piece, ...]) -> None:
    if len(pieces) > MAX_PARTS:
        raise FormatError(phrase("dossier.too-many", most=str(MAX_PARTS)))
    taken = {CHAIN}
    for piece in pieces:
        refused = _name_refusal(piece.path, taken)
        if refused is not None:
            raise FormatError(phrase("dossier.bad-name", path=piece.path, cause=refused))
        taken.add(piece.path)


def _name_refusal(path: str, taken: set[str]) -> Phrase | None:
    return phrase("dossier.name-taken") if path in taken else name_refusal(path)
