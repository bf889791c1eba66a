"""``python -m jiheng.corpus.auditing.asking.program``: puts a query to DuckDB, within limits.

It sees the Parquet files of the corpus and of its audit, and a folder to spill into.
"""

from decimal import Decimal

import duckdb

from jiheng.corpus.auditing.asking.job import Answered, Asked
from jiheng.evidence.engine.locking import lock
from jiheng.evidence.measures.conditions import quoted
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.rulebook.phrases import phrase

_LONGEST_CAUSE = 200


def answer(asked: Asked) -> Answered:
    """Return what the query gives, or why it gives nothing."""
    try:
        cursor = _locked(asked).execute(asked.query)
        rows = cursor.fetchmany(asked.most + 1)
    except duckdb.OutOfMemoryException:
        return Answered(refused=kept(phrase("proof.out-of-memory")))
    except duckdb.Error as error:
        cause = str(error).partition("\n")[0][:_LONGEST_CAUSE]
        return Answered(refused=kept(phrase("proof.query-failed", cause=cause)))
    return Answered(
        columns=tuple(str(column[0]) for column in cursor.description),
        rows=tuple(tuple(map(_printed, row)) for row in rows[: asked.most]),
        is_cut=len(rows) > asked.most,
    )


def _locked(asked: Asked) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:", config={"threads": 2})
    for view in asked.views:
        files = ", ".join(map(quoted, view.paths))
        placed = f"hive_partitioning = {view.placed}, hive_types_autocast = false"
        source = f"read_parquet([{files}], {placed})"
        connection.execute(f'CREATE VIEW "{view.name}" AS SELECT {view.select} FROM {source}')
    paths = sorted({path for view in asked.views for path in view.paths})
    lock(connection, paths, asked.spill_folder, memory=asked.memory, spill=asked.spill)
    return connection


def _printed(value: object) -> str | None:
    if value is None:
        return None
    # Without an exponent, as nobody writes one.
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


if __name__ == "__main__":
    serve(answer, Asked)
