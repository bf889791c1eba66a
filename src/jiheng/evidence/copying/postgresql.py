"""Rows of one table in PostgreSQL, read in a transaction that can write nothing."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jiheng.evidence.copying.cells import text_of
from jiheng.evidence.errors import BadSource
from jiheng.evidence.extra import require
from jiheng.rulebook.phrases import phrase

if TYPE_CHECKING:
    from psycopg import ServerCursor
    from psycopg.sql import Composed

_AT_ONCE = 10_000
_PATIENCE = 20
"""Seconds to wait for a connection."""


@contextmanager
def rows(address: str, table: str) -> Generator[Iterator[list[str]]]:
    """Give the rows of a table, headings first.

    Args:
        address: of the database; a password stands in ``PGPASSWORD`` or ``~/.pgpass``.
        table: its name, with its schema before a point where it is not in the search path.

    Raises:
        BadSource: the database cannot be reached, or refuses the table.
    """
    require("psycopg")
    import psycopg  # noqa: PLC0415  # not everyone has it

    try:
        with psycopg.connect(address, connect_timeout=_PATIENCE) as connection:
            connection.read_only = True
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            with connection.cursor("jiheng_copy") as cursor:
                cursor.itersize = _AT_ONCE
                yield _rows(cursor, _query(table))
            connection.rollback()
    except psycopg.Error as error:
        cause = str(error).partition("\n")[0]
        raise BadSource(phrase("proof.database", table=table, cause=cause)) from error


def _query(table: str) -> "Composed":
    from psycopg.sql import SQL, Identifier  # noqa: PLC0415

    return SQL("SELECT * FROM {}").format(Identifier(*table.split(".")))


def _rows(cursor: "ServerCursor[Any]", query: "Composed") -> Iterator[list[str]]:
    cursor.execute(query)
    yield [column.name for column in cursor.description or ()]
    for row in cursor:
        yield list(map(text_of, row))
