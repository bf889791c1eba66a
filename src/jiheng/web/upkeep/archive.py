"""A backup as it lies on the disk: a zip with rows, stored files, and a manifest of both.

``manifest.json`` names every other member with its digest. ``rows/<app>.<model>.jsonl`` holds a
table: its columns on the first line, then one row a line, in the order of the key, so that the
same data give the same bytes whatever database they came from. ``files/<sha256>`` is a stored file.
"""

import os
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of
from jiheng.web.upkeep.trouble import DamagedArchive, Trouble

MANIFEST = "manifest.json"
FILES = "files/"
ROWS = "rows/"
_CHUNK = 2**20
_MOST_MANIFEST = 512 * 2**20
_BINARY: int = getattr(os, "O_BINARY", 0)
_DATE = (1980, 1, 1, 0, 0, 0)


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of a backup; ``rows`` counts those of a table."""

    name: str
    sha256: str
    size: int
    rows: int | None = None


class Manifest(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.backup/1",
):
    """What a backup holds.

    Attributes:
        program: version of the program that made it.
        taken_at: when, in UTC.
        database: sqlite or postgresql; it restores into either.
        migrations: what the tables had been through, ``people.0001_initial``.
    """

    program: str
    taken_at: str
    database: str
    migrations: tuple[str, ...]
    members: tuple[Member, ...]

    def rows(self, table: str) -> int:
        """Return how many rows of a table it holds."""
        name = f"{ROWS}{table}.jsonl"
        return sum(each.rows or 0 for each in self.members if each.name == name)

    @property
    def file_count(self) -> int:
        """Return how many stored files it holds."""
        return sum(each.name.startswith(FILES) for each in self.members)


class Packing:
    """A backup that is being written; what went in is remembered for its manifest."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.members: list[Member] = []

    def add_rows(self, table: str, lines: Iterable[bytes]) -> None:
        """Write a table: the line of its columns first."""
        name = f"{ROWS}{table}.jsonl"
        self._add(name, (line + b"\n" for line in lines), ZIP_DEFLATED, counts_rows=True)

    def add_file(self, path: Path) -> None:
        """Write a stored file under its digest; most are zips already."""
        with path.open("rb") as source:
            chunks = iter(lambda: source.read(_CHUNK), b"")
            self._add(FILES + path.name, chunks, ZIP_STORED, counts_rows=False)

    def sign(self, manifest: Manifest) -> None:
        """Write the manifest, the last member."""
        text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        self._archive.writestr(_entry(MANIFEST, ZIP_DEFLATED), text)

    def _add(self, name: str, chunks: Iterable[bytes], kind: int, *, counts_rows: bool) -> None:
        sums, size, count = sha256(), 0, 0
        with self._archive.open(_entry(name, kind), "w", force_zip64=True) as target:
            for chunk in chunks:
                sums.update(chunk)
                size += len(chunk)
                count += 1
                target.write(chunk)
        rows = count - 1 if counts_rows else None
        self.members.append(Member(name=name, sha256=sums.hexdigest(), size=size, rows=rows))


@contextmanager
def packing(target: Path) -> Generator[Packing]:
    """Give what a backup is written with; it is at its place when it is whole, or not at all.

    Nobody but its owner may read it: it holds people and the digests of their passwords.
    """
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with os.fdopen(handle, "w+b") as file:
            with ZipFile(file, "w", allowZip64=True) as archive:
                yield Packing(archive)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


class Archive:
    """A backup that was opened and found as it was written."""

    def __init__(self, archive: ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a member of rows."""
        with self._archive.open(name) as source:
            yield from source

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member."""
        with self._archive.open(name) as source:
            yield from iter(lambda: source.read(_CHUNK), b"")


@contextmanager
def opened(path: Path) -> Generator[Archive]:
    """Give a backup whose every member has the digest that the manifest says.

    Raises:
        DamagedArchive: one has not; it is named.
        Trouble: there is no such file.
    """
    try:
        archive = ZipFile(path)
    except BadZipFile as error:
        raise DamagedArchive(phrase("upkeep.no-backup", path=str(path))) from error
    except OSError as error:
        raise Trouble(phrase("upkeep.unreadable", path=str(path), cause=cause_of(error))) from error
    with archive:
        manifest = _manifest(archive, path)
        _verify(archive, manifest, path)
        yield Archive(archive, manifest)


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
            raise DamagedArchive(phrase("upkeep.changed", path=str(path), member=MANIFEST))
        return msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except KeyError as error:
        raise DamagedArchive(phrase("upkeep.no-backup", path=str(path))) from error
    except (msgspec.DecodeError, BadZipFile, zlib.error, EOFError) as error:
        raise DamagedArchive(phrase("upkeep.changed", path=str(path), member=MANIFEST)) from error


def _verify(archive: ZipFile, manifest: Manifest, path: Path) -> None:
    told = {each.name for each in manifest.members} | {MANIFEST}
    strange = set(archive.namelist()) ^ told
    if strange:
        raise DamagedArchive(phrase("upkeep.changed", path=str(path), member=min(strange)))
    for each in manifest.members:
        if not _is_as_told(archive, each):
            raise DamagedArchive(phrase("upkeep.changed", path=str(path), member=each.name))


def _is_as_told(archive: ZipFile, member: Member) -> bool:
    # A stored file's name becomes a path: it can only be its digest.
    if not member.name.startswith(ROWS) and member.name != FILES + member.sha256:
        return False
    try:
        with archive.open(member.name) as source:
            return _digest(source, member.size) == member.sha256
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return False


def _digest(source: IO[bytes], most: int) -> str:
    """Return the digest of a member, or "" as soon as it is longer than it should be."""
    sums, size = sha256(), 0
    for chunk in iter(lambda: source.read(_CHUNK), b""):
        sums.update(chunk)
        size += len(chunk)
        if size > most:
            return ""
    return sums.hexdigest()


def _entry(name: str, kind: int) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.compress_type = kind
    entry.external_attr = 0o600 << 16
    return entry
