"""``python -m jiheng.evidence.engine.program``: puts queries to DuckDB, within limits.

It sees the copied tables and a folder to spill into; it reaches no other file and no network, its
configuration cannot be changed, and what does not hold to that dies with the process.
"""

from decimal import Decimal
from pathlib import Path

import duckdb

from jiheng.evidence.engine.job import ROW_NUMBER, Answered, Asked, Given
from jiheng.evidence.engine.locking import lock
from jiheng.evidence.measures.conditions import quoted
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.rulebook.phrases import Told, phrase

_NUMBERS = frozenset(
    {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER"}
    | {"UBIGINT", "UHUGEINT", "DECIMAL"}
)
_LONGEST_CAUSE = 200


class _Unfit(Exception):
    """A query gave what cannot be taken."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told


def answer(asked: Asked) -> Answered:
    """Return what the queries give, or why they give nothing."""
    try:
        connection = locked(asked)
        values = tuple(_values(connection, query, asked.most) for query in asked.queries)
    except duckdb.OutOfMemoryException:
        return Answered(refused=kept(phrase("proof.out-of-memory")))
    except duckdb.Error as error:
        cause = str(error).partition("\n")[0][:_LONGEST_CAUSE]
        return Answered(refused=kept(phrase("proof.query-failed", cause=cause)))
    except _Unfit as unfit:
        return Answered(refused=kept(unfit.told))
    return Answered(values=values, engine=f"duckdb {duckdb.__version__}")


def locked(asked: Asked) -> duckdb.DuckDBPyConnection:
    """Return a connection that sees the copies and can be brought to see nothing else."""
    connection = duckdb.connect(":memory:", config={"threads": 2})
    folder = Path(asked.folder)
    paths = [str(folder / f"{table}.parquet") for table in asked.tables]
    numbers = (ROW_NUMBER,) if asked.numbered else ()
    for table, path in zip(asked.tables, paths, strict=True):
        # The columns by name: a star would show the file's name and row numbers, too.
        names = ", ".join(f'"{name}"' for name in (*_columns(connection, path), *numbers))
        source = f"read_parquet({quoted(path)})"
        connection.execute(f'CREATE VIEW "{table}" AS SELECT {names} FROM {source}')
    spill_folder = str(folder / "spill")
    lock(connection, paths, spill_folder, memory=asked.memory, spill=asked.spill)
    return connection


def _columns(connection: duckdb.DuckDBPyConnection, path: str) -> tuple[str, ...]:
    found = connection.execute("SELECT name FROM parquet_schema(?)", [path]).fetchall()
    return tuple(str(name) for (name,) in found[1:])


def _values(connection: duckdb.DuckDBPyConnection, query: str, most: int) -> tuple[Given, ...]:
    cursor = connection.execute(query)
    if len(cursor.description) != 1:
        raise _Unfit(phrase("proof.columns", count=str(len(cursor.description))))
    kind = str(cursor.description[0][1])
    rows = cursor.fetchmany(most + 1)
    if len(rows) > most:
        raise _Unfit(phrase("proof.rows", most=str(most)))
    return tuple(_given(kind.partition("(")[0], row[0]) for row in rows)


def _given(kind: str, value: object) -> Given:
    if value is None:
        return Given(kind="none", text="")
    if kind in _NUMBERS:
        # Without an exponent, as nobody writes one in a form.
        return Given(kind="number", text=f"{Decimal(str(value)):f}")
    if kind == "DATE":
        return Given(kind="date", text=str(value))
    if kind == "VARCHAR":
        return Given(kind="text", text=str(value))
    raise _Unfit(phrase("proof.kind", kind=kind))


if __name__ == "__main__":
    serve(answer, Asked)
