"""Files handed to LibreOffice, and what it makes of them."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_FILE_BYTES
from jiheng.readers.office.program import command, environment, office_program
from jiheng.rulebook.phrases import phrase

OldKind = Literal["doc", "rtf", "word-xml", "excel-xml"]
"""The kinds of files that are read so."""


class _Way(NamedTuple):
    """How LibreOffice is to take a kind of file, and what it is to make of it.

    Left to itself it takes whatever it does not know for a text.
    """

    taken_as: str
    suffix: str
    made_as: str


_WORD, _EXCEL = ("docx", "MS Word 2007 XML"), ("xlsx", "Calc MS Excel 2007 XML")
_WAYS: dict[OldKind, _Way] = {
    "doc": _Way("MS Word 97", *_WORD),
    "rtf": _Way("Rich Text Format", *_WORD),
    "word-xml": _Way("MS Word 2003 XML", *_WORD),
    "excel-xml": _Way("MS Excel 2003 XML", *_EXCEL),
}

_FIRST_SECONDS, _SECONDS_EACH = 90, 15
"""Of the clock; an office that starts for the first time on a slow disk needs a while."""
_FIRST_CPU, _CPU_EACH = 30, 10
_STARTS, _START_AGAIN = 3, 81
"""It ends with this code when it has made its profile, and wants to be started again."""


def converted(data: bytes, kind: OldKind) -> bytes:
    """Return a file as docx or xlsx.

    Raises:
        FormatError: LibreOffice is not there, could not read the file, or ran into a limit.
    """
    (made,) = converted_all((data,), kind)
    if made is None:
        raise FormatError(phrase("office.not-converted"))
    return made


def converted_all(files: Sequence[bytes], kind: OldKind) -> tuple[bytes | None, ...]:
    """Return files of one kind as docx or xlsx, None for each that nothing came of.

    One program converts them all, since it starts longer than it converts. Where it died of a
    file, the others are given to a new one.

    Raises:
        FormatError: LibreOffice is not there.
    """
    program = office_program()
    if program is None:
        raise FormatError(phrase("office.missing"))
    made = _tried(program, files, kind)
    if len(files) > 1:
        made = tuple(
            _tried(program, (data,), kind)[0] if each is None else each
            for data, each in zip(files, made, strict=True)
        )
    return made


def _tried(program: Path, files: Sequence[bytes], kind: OldKind) -> tuple[bytes | None, ...]:
    way = _WAYS[kind]
    with tempfile.TemporaryDirectory(prefix="jiheng-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, made = folder / "given", folder / "made"
        given.mkdir()
        paths = [given / str(at) for at in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        words = [
            f"--infilter={way.taken_as}",
            *("--convert-to", f"{way.suffix}:{way.made_as}"),
            *("--outdir", str(made)),
            *map(str, paths),
        ]
        _run(program, folder, words, len(files))
        return tuple(_read(made / f"{path.name}.{way.suffix}") for path in paths)


def _run(program: Path, folder: Path, words: list[str], count: int) -> None:
    """Run LibreOffice to its end or to its limit; what it leaves is looked at by whoever asked."""
    whole = [*command(program, folder, _FIRST_CPU + _CPU_EACH * count), *words]
    for _ in range(_STARTS):
        process = subprocess.Popen(
            whole,
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            code = process.wait(_FIRST_SECONDS + _SECONDS_EACH * count)
        except subprocess.TimeoutExpired:
            return
        finally:
            # One program, not a group: it replaced the shell that set its limits.
            process.kill()
            process.wait()
        if code != _START_AGAIN:
            return


def _read(path: Path) -> bytes | None:
    try:
        is_fit = 0 < path.stat().st_size <= MAX_FILE_BYTES
        return path.read_bytes() if is_fit else None
    except OSError:
        return None
