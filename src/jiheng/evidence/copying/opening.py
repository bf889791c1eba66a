"""``python -m jiheng.evidence.copying.opening``: gives the cells of rows that were copied."""

from pathlib import Path

import duckdb

from jiheng.evidence.copying.job import Opened, Opening
from jiheng.evidence.copying.program import KEPT
from jiheng.evidence.measures.conditions import named
from jiheng.formats.apart.serving import serve


def opened(job: Opening) -> Opened:
    """Return the cells of rows, as they were before anything was made of them.

    A column that the source does not have is empty.
    """
    kept = Path(job.folder) / f"{job.table}.{KEPT}"
    with duckdb.connect(kept, read_only=True) as connection:
        has = {str(row[0]) for row in connection.execute("DESCRIBE cells").fetchall()}
        cells = ", ".join(
            f"coalesce({named(each)}, '')" if each in has else "''" for each in job.columns
        )
        found = {
            number: tuple(map(str, row))
            for number, *row in connection.execute(
                f"SELECT rowid, {cells} FROM cells WHERE rowid IN (SELECT unnest(?))",
                [list(job.rows)],
            ).fetchall()
        }
    return Opened(rows=tuple(found[number] for number in job.rows))


if __name__ == "__main__":
    serve(opened, Opening)
