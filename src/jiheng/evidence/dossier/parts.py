"""The zip of a dossier: nothing is compressed, so that the same parts give the same bytes."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import BinaryIO, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

MAX_PARTS = 5_000
MAX_BYTES = (2 << 30) - (64 << 20)
"""All parts together; beyond it a zip's own headers change their form."""

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16


@contextmanager
def new_part(archive: ZipFile, name: str) -> Generator[BinaryIO]:
    """Give the stream to write a part to; all that a zip says of it besides is always the same."""
    info = ZipInfo(name, _FIRST_DATE)
    info.compress_type = ZIP_STORED
    info.create_system = _UNIX
    info.external_attr = _READABLE
    with archive.open(info, "w") as stream:
        yield cast("BinaryIO", stream)
