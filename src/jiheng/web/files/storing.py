"""Takes a file in and gives it out again."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.files.models import StoredFile
from jiheng.web.people.models import Person

FOLDER = "files"
MOST_BYTES = 200 * 2**20
_LONGEST_NAME = 300


class TooLarge(ValueError):
    """More bytes than one file may have."""


class Kept(Struct, frozen=True, kw_only=True):
    """Bytes that lie on the disk, and are nobody's yet."""

    sha256: str
    size: int


def store(chunks: Iterable[bytes], name: str, person: Person) -> StoredFile:
    """Return the stored file; equal bytes lie on the disk once.

    The bytes are on the disk before the row is in the database: what is acknowledged is there.

    Raises:
        TooLarge: more than ``MOST_BYTES``; nothing is kept.
    """
    return claim(keep(chunks), name, person)


def claim(kept: Kept, name: str, person: Person) -> StoredFile:
    """Return the stored file of bytes that were kept: whose they are and what they are called."""
    return StoredFile.objects.create(
        sha256=kept.sha256,
        name=Path(name.replace("\\", "/")).name[-_LONGEST_NAME:] or kept.sha256[:12],
        size=kept.size,
        stored_by=person,
        stored_at=clock.now(),
    )


def path_of(stored: StoredFile) -> Path:
    """Return where a stored file's bytes lie."""
    return _place(stored.sha256)


def _place(digest: str) -> Path:
    return _folder() / digest[:2] / digest


def _folder() -> Path:
    return Path(settings.CONFIG.data) / FOLDER


def keep(chunks: Iterable[bytes]) -> Kept:
    """Return bytes that were written under their digest.

    Raises:
        TooLarge: more than ``MOST_BYTES``; nothing is kept.
    """
    _folder().mkdir(parents=True, exist_ok=True)
    sums, size = sha256(), 0
    with NamedTemporaryFile(dir=_folder(), prefix="in-", delete=False) as target:
        temporary = Path(target.name)
        try:
            for chunk in _capped(chunks):
                size += len(chunk)
                sums.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        except BaseException:
            temporary.unlink()
            raise
    place = _place(sums.hexdigest())
    place.parent.mkdir(exist_ok=True)
    temporary.replace(place)
    return Kept(sha256=sums.hexdigest(), size=size)


def _capped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise TooLarge(f"{MOST_BYTES // 2**20} MB")
        yield chunk
