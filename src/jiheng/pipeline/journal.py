"""What a run has read so far, beside it on the disk: a run that was cut off goes on from there.

A line is a file: its name, the hash of its bytes, and what was read. The run that goes on reads
only what is not there or has changed, and its output is whole. Lines are only ever added, so that
the worst end loses the last of them.
"""

import hashlib
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec
from msgspec import Struct

from jiheng import __version__
from jiheng.formats import limits
from jiheng.pipeline.apart.reading import Reading
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import Telling, cause_of


class BadJournal(Telling):
    """The file cannot be used as a journal; the sentence says why."""


class _Head(Struct, frozen=True, kw_only=True, tag_field="schema", tag="jiheng.journal/1"):
    """The first line: another version may read the same file otherwise."""

    version: str = __version__


class _Line(Struct, frozen=True, kw_only=True):
    """One file, and what was read of it."""

    name: str
    sha256: str
    reading: Reading


class _Key(Struct, frozen=True, kw_only=True):
    """What a line is about."""

    name: str
    sha256: str


class Journal:
    """The readings of a run by name and content.

    Raises:
        BadJournal: the file is something else, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._places: dict[tuple[str, str], int] = {}
        try:
            self._file: IO[bytes] = path.open("r+b" if path.exists() else "w+b")
        except OSError as error:
            raise _bad("journal-unwritable", path, cause=cause_of(error)) from error
        try:
            self._take_up()
        except msgspec.MsgspecError as error:
            self._file.close()
            raise _bad("journal-other", path) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def get(self, name: str, sha256: str) -> Reading | None:
        """Return what was read of a file of this name and content, or None."""
        place = self._places.get((name, sha256))
        if place is None:
            return None
        self._file.seek(place)
        return msgspec.json.decode(self._file.readline(), type=_Line).reading

    def put(self, name: str, sha256: str, reading: Reading) -> None:
        """Note what was read of a file, unless another trial may end better."""
        if reading.is_final:
            line = _Line(name=name, sha256=sha256, reading=reading)
            self._places[name, sha256] = self._file.seek(0, 2)
            self._write(line)

    def _take_up(self) -> None:
        """Find what an earlier run left; what another version read is given up."""
        head = self._file.readline()
        if head and msgspec.json.decode(head, type=_Head) == _Head():
            end = self._indexed()
            self._file.truncate(end)
            return
        self._file.seek(0)
        self._file.truncate()
        self._write(_Head())

    def _indexed(self) -> int:
        """Note where each line begins, and return where the last whole one ends."""
        place = self._file.tell()
        while (line := self._file.readline()).endswith(b"\n"):
            # The last lines before the power went may be there in part.
            with suppress(msgspec.MsgspecError):
                key = msgspec.json.decode(line, type=_Key)
                self._places[key.name, key.sha256] = place
            place += len(line)
        return place

    def _write(self, line: Struct) -> None:
        self._file.write(msgspec.json.encode(line) + b"\n")
        self._file.flush()


def digest_of(path: Path) -> str:
    """Return the hash of a file's bytes; "" where it cannot be read or is refused for its size."""
    try:
        if path.stat().st_size > limits.MAX_FILE_BYTES:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _bad(key: str, path: Path, cause: Told = "") -> BadJournal:
    return BadJournal(phrase(f"batch.{key}", path=called(path), cause=cause))
