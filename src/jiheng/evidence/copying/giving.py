"""The sources that somebody gave: one a table, or a folder of files named like their tables."""

from collections.abc import Iterator
from os.path import isdir
from pathlib import Path

from jiheng.evidence.copying.source import Source, kind_of, source_of
from jiheng.evidence.errors import BadSource
from jiheng.model.ledger import LedgerTable
from jiheng.model.measure import SourceKind
from jiheng.rulebook.phrases import phrase, series
from jiheng.rulebook.telling import cause_of

_MOST_TOLD = 20


def sources_given(texts: tuple[str, ...], tables: tuple[LedgerTable, ...]) -> tuple[Source, ...]:
    """Return where tables lie.

    Args:
        texts: ``table=file`` each, or a folder. What is given for a table goes before what a
            folder has of it; in a folder, ``payment.csv``, ``2023.payment.xlsx`` and a file that
            is named by the table's title are the table's.
        tables: those that are read.

    Raises:
        BadSource: a text says neither, a folder lacks a table, or has it twice.
    """
    # pathlib raises where a text is too long to be a path.
    folders = tuple(text for text in texts if isdir(text))
    given = tuple(source_of(text) for text in texts if text not in folders)
    if not folders:
        return given
    named = {source.table for source in given}
    rest = tuple(table for table in tables if not named & {table.name, table.title})
    return (*given, *_found(tuple(map(Path, folders)), rest))


def _found(folders: tuple[Path, ...], tables: tuple[LedgerTable, ...]) -> Iterator[Source]:
    files = [each for folder in folders for each in _readable(folder)]
    names = series(folder.name for folder in folders)
    for table in tables:
        own = [each for each in files if _is_of(each[0], table)]
        values = {"folder": names, "table": table.name, "title": table.title}
        if not own:
            known = series(path.name for path, _ in files[:_MOST_TOLD])
            raise BadSource(phrase("proof.folder-lacks", **values, known=known))
        if len(own) > 1:
            several = series(path.name for path, _ in own)
            raise BadSource(phrase("proof.folder-twice", **values, files=several))
        path, kind = own[0]
        yield Source(table=table.name, kind=kind, place=str(path))


def _readable(folder: Path) -> Iterator[tuple[Path, SourceKind]]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        told = phrase("proof.source-unopened", path=folder.name, cause=cause_of(error))
        raise BadSource(told) from error
    for path in paths:
        kind = kind_of(path)
        if kind is not None:
            yield path, kind


def _is_of(path: Path, table: LedgerTable) -> bool:
    """Whether a part of a file's name, between points, is the table's name or title."""
    parts = (part.strip().lower() for part in path.name.split(".")[:-1])
    return not {table.name, table.title.lower()}.isdisjoint(parts)
