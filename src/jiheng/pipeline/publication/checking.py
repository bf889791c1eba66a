"""Looks over a published package: are its files those of its manifest, can hidden names be read."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import msgspec
from msgspec import Struct

from jiheng.model.publication import PackageManifest
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling, cause_of

MANIFEST = "manifest.json"
_MOST_FILES = 200_000
_MOST_BYTES = 4 * 2**30
File = tuple[str, bytes]


class NoPackage(Telling):
    """What was given is no package, or cannot be read."""


class Misfit(Struct, frozen=True, kw_only=True):
    """A file that is not as the manifest says; ``kind`` is changed, missing or strange."""

    path: str
    kind: str


class Hidden(Struct, frozen=True, kw_only=True):
    """What must not be read in a package, and around which released places it may be.

    The lines of a file: a name or number each; one that begins with ``+`` is a text in which a
    name was released.
    """

    names: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


def hidden_of(text: str) -> Hidden:
    r"""Return what the lines of a file of names say.

    Example:
        >>> hidden_of("李芳\n\n+李芳路小学\n")
        Hidden(names=('李芳',), contexts=('李芳路小学',))
    """
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    return Hidden(
        names=tuple(line for line in lines if line and line[0] != "+"),
        contexts=tuple(line[1:] for line in lines if line[:1] == "+"),
    )


def files_of(path: Path) -> tuple[File, ...]:
    """Return the files of a package, from a folder or a zip file.

    Raises:
        NoPackage: it is neither, or holds more than any package does.
    """
    try:
        found = _in_folder(path) if path.is_dir() else _in_zip(path)
        return tuple(_capped(found, path))
    except BadZipFile as error:
        raise NoPackage(phrase("checking.no-package", path=called(path))) from error
    except OSError as error:
        told = phrase("checking.unreadable", path=called(path), cause=cause_of(error))
        raise NoPackage(told) from error


def misfits(files: tuple[File, ...], path: Path) -> tuple[Misfit, ...]:
    """Return what differs from the package's own manifest.

    Raises:
        NoPackage: it has none.
    """
    by_path = dict(files)
    try:
        manifest = msgspec.json.decode(by_path[MANIFEST], type=PackageManifest)
    except (KeyError, msgspec.MsgspecError) as error:
        raise NoPackage(phrase("checking.no-manifest", path=called(path))) from error
    told = {each.path: each.sha256 for each in manifest.files}
    return (
        *(Misfit(path=name, kind="missing") for name in told if name not in by_path),
        *(
            Misfit(path=name, kind="changed" if name in told else "strange")
            for name, data in files
            if name != MANIFEST and told.get(name) != sha256(data).hexdigest()
        ),
    )


def _in_folder(path: Path) -> Iterator[tuple[str, int, bytes]]:
    for each in sorted(path.rglob("*")):
        if each.is_file():
            yield each.relative_to(path).as_posix(), each.stat().st_size, each.read_bytes()


def _in_zip(path: Path) -> Iterator[tuple[str, int, bytes]]:
    with ZipFile(path) as archive:
        for each in archive.infolist():
            if each.file_size > _MOST_BYTES:
                raise NoPackage(phrase("checking.too-large", path=called(path)))
            if not each.is_dir():
                yield each.filename, each.file_size, archive.read(each)


def _capped(found: Iterator[tuple[str, int, bytes]], path: Path) -> Iterator[File]:
    total = 0
    for count, (name, size, data) in enumerate(found, 1):
        total += size
        if count > _MOST_FILES or total > _MOST_BYTES:
            raise NoPackage(phrase("checking.too-large", path=called(path)))
        yield name, data
