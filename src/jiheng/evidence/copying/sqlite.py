"""Rows of a table in an SQLite file, which is opened to be read and nothing else."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from jiheng.evidence.copying.cells import text_of
from jiheng.evidence.errors import BadSource
from jiheng.rulebook.phrases import phrase, series


@contextmanager
def rows(path: Path, table: str) -> Generator[Iterator[list[str]]]:
    """Give the rows of a table or view, headings first.

    Raises:
        BadSource: it is no SQLite file, or has no such table.
    """
    if not path.is_file():
        told = phrase("proof.source-unopened", path=path.name, cause=phrase("system.ENOENT"))
        raise BadSource(told)
    try:
        address = f"file:{quote(str(path.resolve()))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.text_factory = bytes
            yield _rows(connection, _known(connection, table, path))
    except sqlite3.Error as error:
        told = phrase("proof.source-unopened", path=path.name, cause=str(error))
        raise BadSource(told) from error


def _known(connection: sqlite3.Connection, table: str, path: Path) -> str:
    query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"
    names = [text_of(name) for (name,) in connection.execute(query)]
    if table not in names:
        told = phrase("proof.no-such-table", path=path.name, table=table, known=series(names))
        raise BadSource(told)
    return table


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[list[str]]:
    name = table.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{name}"')
    yield [str(each[0]) for each in cursor.description]
    for row in cursor:
        yield list(map(text_of, row))
