"""Whether a dossier is as it was sealed, down to the last byte; if not, what fits no more."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from jiheng.evidence.dossier.digests import copied, digests_of
from jiheng.evidence.dossier.parts import MAX_BYTES, MAX_PARTS, new_part
from jiheng.formats.errors import FormatError
from jiheng.formats.package import BROKEN
from jiheng.model.dossier import CHAIN, Digests, DossierEntry, DossierHead
from jiheng.rulebook.phrases import Phrase, phrase

_MAX_CHAIN = 16 << 20
_STEP = 1 << 20
_Line = TypeVar("_Line", DossierHead, DossierEntry)
_HEAD = msgspec.json.Decoder(DossierHead)
_ENTRY = msgspec.json.Decoder(DossierEntry)


class Misfit(Struct, frozen=True, kw_only=True):
    """The first thing that does not fit.

    Attributes:
        number: of the entry; 0 for the head, None where it belongs to no entry.
        path: the part.
    """

    number: int | None
    path: str
    told: Phrase


class Verdict(Struct, frozen=True, kw_only=True):
    """What a dossier is found to be.

    Attributes:
        misfit: None where it is whole.
        seal: the digests of its last line.
    """

    head: DossierHead | None = None
    entries: tuple[DossierEntry, ...] = ()
    seal: Digests | None = None
    misfit: Misfit | None = None


class NoDossier(FormatError):
    """A file that is no dossier at all."""


class _Broken(Exception):
    """Carries the first misfit out."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.path)
        self.misfit = misfit


def verified(path: Path, seal: str | None = None) -> Verdict:
    """Return whether a dossier is as it was sealed.

    Args:
        path: the dossier.
        seal: one of the two digests that were noted when it was sealed; without it a dossier that
            was changed and sealed again as a whole cannot be told from the first one.

    Raises:
        NoDossier: it is no zip, or has no chain.
        OSError: it cannot be opened.
    """
    with path.open("rb") as file:
        archive = _opened(file)
        try:
            lines = _lines(archive, file)
            head, entries = _decoded(lines)
            verdict = Verdict(head=head, entries=entries, seal=digests_of(lines[-1]))
        except _Broken as broken:
            return Verdict(misfit=broken.misfit)
        try:
            _check_links(lines, head, entries)
            _check_names(archive, entries)
            _check_contents(archive, entries)
            _check_bytes(archive, file)
            _check_seal(verdict, seal)
        except _Broken as broken:
            return msgspec.structs.replace(verdict, misfit=broken.misfit)
        return verdict


def _opened(file: BinaryIO) -> ZipFile:
    try:
        archive = ZipFile(file)
    except BROKEN as error:
        raise NoDossier(phrase("dossier.no-dossier")) from error
    infos = archive.infolist()
    if CHAIN not in archive.namelist():
        raise NoDossier(phrase("dossier.no-chain"))
    if len(infos) > MAX_PARTS + 1 or sum(info.file_size for info in infos) > MAX_BYTES + _MAX_CHAIN:
        raise NoDossier(phrase("dossier.too-large"))
    return archive


def _lines(archive: ZipFile, file: BinaryIO) -> tuple[bytes, ...]:
    """Return the chain's lines as they stand in the file: a damaged one is still to be named."""
    info = archive.getinfo(CHAIN)
    if info.file_size > _MAX_CHAIN:
        raise _broken(None, CHAIN, "dossier.chain-large")
    try:
        file.seek(info.header_offset + len(info.FileHeader()))
        lines = file.read(info.file_size).split(b"\n")
    except BROKEN as error:
        raise _broken(None, CHAIN, "dossier.packing") from error
    if lines[-1] or len(lines) < 2:  # noqa: PLR2004
        raise _broken(None, CHAIN, "dossier.chain-cut")
    return tuple(lines[:-1])


def _decoded(lines: tuple[bytes, ...]) -> tuple[DossierHead, tuple[DossierEntry, ...]]:
    head = _line(_HEAD, 0, lines[0])
    return head, tuple(_line(_ENTRY, number, line) for number, line in enumerate(lines[1:], 1))


def _line(decoder: msgspec.json.Decoder[_Line], number: int, line: bytes) -> _Line:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _broken(number, CHAIN, "dossier.line-unreadable") from error


def _check_links(
    lines: tuple[bytes, ...], head: DossierHead, entries: tuple[DossierEntry, ...]
) -> None:
    """A line was changed when the next one does not know it."""
    if head.entries != len(entries):
        raise _broken(0, CHAIN, "dossier.count", told=str(head.entries), found=str(len(entries)))
    for number, entry in enumerate(entries, 1):
        if entry.previous != digests_of(lines[number - 1]):
            raise _broken(number - 1, CHAIN, "dossier.line-changed")
        if entry.number != number:
            raise _broken(number, CHAIN, "dossier.line-changed")


def _check_names(archive: ZipFile, entries: tuple[DossierEntry, ...]) -> None:
    named = (*(entry.path for entry in entries), CHAIN)
    found = tuple(archive.namelist())
    for number, entry in enumerate(entries, 1):
        if entry.path not in found:
            raise _broken(number, entry.path, "dossier.missing")
    for place, name in enumerate(found):
        if name not in named or found.index(name) != place:
            raise _broken(None, name, "dossier.strange")
    if found != named:
        raise _broken(None, CHAIN, "dossier.order")


def _check_contents(archive: ZipFile, entries: tuple[DossierEntry, ...]) -> None:
    for number, entry in enumerate(entries, 1):
        info = archive.getinfo(entry.path)
        if info.file_size != entry.size:
            values = {"told": str(entry.size), "found": str(info.file_size)}
            raise _broken(number, entry.path, "dossier.size", **values)
        try:
            with _part(archive, info) as stream:
                pair = copied(stream, None, MAX_BYTES)
        except (*BROKEN, FormatError) as error:
            raise _broken(number, entry.path, "dossier.changed") from error
        if pair.digests != entry.content:
            raise _broken(number, entry.path, "dossier.changed")


def _check_bytes(archive: ZipFile, file: BinaryIO) -> None:
    """Pack the same parts again: what differs then stands in the zip's own words between them."""
    infos = archive.infolist()
    with TemporaryFile() as again:
        with ZipFile(again, "w") as packed:
            for info in infos:
                _pack_again(archive, info, packed)
        place = _first_difference(file, cast("BinaryIO", again))
    if place is not None:
        raise _broken(*_entry_at(infos, place), "dossier.packing")


def _pack_again(archive: ZipFile, info: ZipInfo, packed: ZipFile) -> None:
    try:
        with new_part(packed, info.filename) as part, _part(archive, info) as stream:
            copied(stream, part, MAX_BYTES + _MAX_CHAIN)
    except BROKEN as error:
        raise _broken(None, info.filename, "dossier.packing") from error


def _first_difference(one: BinaryIO, other: BinaryIO) -> int | None:
    one.seek(0)
    other.seek(0)
    place = 0
    for left, right in zip(_blocks(one), _blocks(other), strict=False):
        if left != right:
            pairs = enumerate(zip(left, right, strict=False))
            shorter = min(len(left), len(right))
            return place + next((at for at, (a, b) in pairs if a != b), shorter)
        place += len(left)
    return None


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_STEP):
        yield block
    yield b""


def _entry_at(infos: list[ZipInfo], place: int) -> tuple[int | None, str]:
    """Return the number and name of the part at a place of the file; its list has none."""
    begun = [(number, info) for number, info in enumerate(infos, 1) if info.header_offset <= place]
    last = infos[-1]
    end = last.header_offset + len(last.FileHeader()) + last.file_size
    if not begun or place >= end:
        return None, ""
    number, info = begun[-1]
    return (None if info.filename == CHAIN else number), info.filename


def _check_seal(verdict: Verdict, seal: str | None) -> None:
    made = verdict.seal
    if seal and made and seal.strip().lower() not in {made.sha256, made.sm3}:
        raise _broken(None, CHAIN, "dossier.other-seal")


def _part(archive: ZipFile, info: ZipInfo) -> BinaryIO:
    if info.compress_type != ZIP_STORED:
        raise _broken(None, info.filename, "dossier.packing")
    return cast("BinaryIO", archive.open(info))


def _broken(number: int | None, path: str, key: str, **values: str) -> _Broken:
    return _Broken(Misfit(number=number, path=path, told=phrase(key, **values)))
