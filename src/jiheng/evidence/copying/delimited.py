"""Rows of a text file with commas, tabs, semicolons or bars, in UTF-8 or GB 18030."""

import codecs
import csv
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

from jiheng.evidence.copying.headings import likeness
from jiheng.evidence.errors import BadSource
from jiheng.model.ledger import LedgerTable
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of

_SEPARATORS = (",", "\t", ";", "|")
_CODECS = ("utf-8", "gb18030")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STEP = 1 << 20
HEAD = 20
"""In so many rows from the top the headings are looked for."""


@contextmanager
def rows(path: Path, table: LedgerTable) -> Generator[Iterator[list[str]]]:
    """Give the rows of a file.

    Raises:
        BadSource: it cannot be opened, is no text, or has a quotation mark without its other.
    """
    try:
        codec = _codec(path)
        with path.open(encoding=codec, newline="") as file:
            separator = _separator(file, table)
            file.seek(0)
            yield _cut(file, separator, path)
    except OSError as error:
        raise BadSource(
            phrase("proof.source-unopened", path=path.name, cause=cause_of(error))
        ) from error


def _cut(file: TextIO, separator: str, path: Path) -> Iterator[list[str]]:
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        told = phrase("proof.source-line", path=path.name, line=str(reader.line_num))
        raise BadSource(told) from error


def _separator(file: TextIO, table: LedgerTable) -> str:
    """Return the sign by which some row at the top falls into the most known headings."""
    top = list(islice((line.rstrip("\r\n") for line in file), HEAD))
    return max(
        _SEPARATORS,
        key=lambda sign: max((likeness(_cells(line, sign), table) for line in top), default=0),
    )


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), list[str]())


def _codec(path: Path) -> str:
    """Return the codec that the whole file fits."""
    with path.open("rb") as file:
        if file.read(2) in _WIDE:
            return "utf-16"
    for codec in _CODECS:
        if _fits(path, codec):
            return "utf-8-sig" if codec == "utf-8" else codec
    raise BadSource(phrase("proof.source-text", path=path.name))


def _fits(path: Path, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    with path.open("rb") as file:
        try:
            while step := file.read(_STEP):
                decoder.decode(step)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
