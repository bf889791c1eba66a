"""Files of a batch that LibreOffice converts together, before their turn to be read comes.

LibreOffice starts longer than it converts: forty files one by one take the processor forty times
as long as their share of one start.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jiheng.formats.compound import SIGNATURE
from jiheng.formats.errors import FormatError
from jiheng.readers.office.conversion import OldKind, converted_all, suffix_of

MOST_TOGETHER = 20
_MOST_BYTES = 32 << 20
"""Of all files that are converted together; a larger one is left until its turn."""
_GUESSED: tuple[OldKind, ...] = ("doc", "rtf")
_WORD = "WordDocument".encode("utf-16-le")
_RTF = b"{\\rtf"

_FOLDER: ContextVar[Path | None] = ContextVar("folder", default=None)


class _Old(NamedTuple):
    kind: OldKind
    data: bytes


def convert_ahead(paths: Iterable[Path], folder: Path) -> None:
    """Leave in a folder what LibreOffice makes of those files that are read by its help.

    What cannot be opened is left to be told of when its turn comes.

    Args:
        paths: a few files, of whatever kind.
        folder: where ``made_ahead`` will look.
    """
    old = tuple(_old_ones(paths))
    for kind in _GUESSED:
        files = [each.data for each in old if each.kind == kind]
        if not files:
            continue
        try:
            made = converted_all(files, kind)
        except FormatError:
            return
        for data, result in zip(files, made, strict=True):
            # An empty file says that nothing came of it, so that nobody tries once more.
            (folder / _name(data, kind)).write_bytes(result or b"")


@contextmanager
def made_ahead(folder: Path | None) -> Generator[None]:
    """Within the block, take from the folder what was converted ahead; None for no folder."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


def found_ahead(data: bytes, kind: OldKind) -> bytes | None:
    """Return what was made of a file ahead of its turn, b"" for nothing, None if not tried."""
    folder = _FOLDER.get()
    path = None if folder is None else folder / _name(data, kind)
    return path.read_bytes() if path is not None and path.is_file() else None


def _old_ones(paths: Iterable[Path]) -> Iterator[_Old]:
    left = _MOST_BYTES
    for path in paths:
        try:
            size = path.stat().st_size if path.is_file() else left
            if size >= left:
                continue
            data = path.read_bytes()
        except OSError:
            continue
        # A guess by the first bytes is enough: a file of another kind is not looked for later.
        kind: OldKind | None = "rtf" if data.startswith(_RTF) else None
        if data.startswith(SIGNATURE) and _WORD in data:
            kind = "doc"
        if kind is not None:
            left -= size
            yield _Old(kind, data)


def _name(data: bytes, kind: OldKind) -> str:
    return f"{sha256(data).hexdigest()}.{suffix_of(kind)}"
