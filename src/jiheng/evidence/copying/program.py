"""``python -m jiheng.evidence.copying.program``: copies one table to Parquet, within limits.

A cell that is no value of its column's type is left empty and counted. A name or number of a
person is replaced by what is made of it with a salt that is thrown away: the same for the same
person in every table of one measure, and nobody's name.

The data are known by the SHA-256 of their canonical form: a line a row, its cells in the ledger's
order kept apart by tabs, as values are written (``2023-07-15``, ``12.50``) or, where a cell is no
value, as it stands; a backslash, a tab and a line break in a cell are written as two signs; the
lines sorted by their bytes, each ended by a line break. ``sort | sha256sum`` finds the same.
"""

import hashlib
from pathlib import Path

import duckdb

from jiheng.evidence.copying.headings import places
from jiheng.evidence.copying.job import Copied, Copying
from jiheng.evidence.copying.looking import remarks
from jiheng.evidence.copying.typing import trimmed, typed
from jiheng.evidence.errors import BadSource
from jiheng.evidence.measures.conditions import named, quoted
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.model.ledger import LedgerColumn
from jiheng.rulebook.phrases import phrase, series

KEPT = "kept"
"""File, beside a table's copy, in which its cells stay when rows are to be opened."""
_STEP = 10_000
_LONGEST_CAUSE = 200


def copy(job: Copying) -> Copied:
    """Return what was copied, or why nothing was."""
    work = Path(job.folder) / f"{job.table.name}.{KEPT}"
    try:
        with duckdb.connect(work, config={"threads": 2}) as connection:
            return _copied(connection, job)
    except BadSource as error:
        return Copied(refused=kept(error.told))
    except duckdb.OutOfMemoryException:
        return Copied(refused=kept(phrase("proof.copy-memory", table=job.table.name)))
    except duckdb.Error as error:
        cause = str(error).partition("\n")[0][:_LONGEST_CAUSE]
        told = phrase("proof.copy-failed", table=job.table.name, cause=cause)
        return Copied(refused=kept(told))
    finally:
        if not job.keeps:
            work.unlink(missing_ok=True)


def _copied(connection: duckdb.DuckDBPyConnection, job: Copying) -> Copied:
    connection.execute(f"SET memory_limit = '{job.memory >> 20}MiB'")
    connection.execute("SET temp_directory = ?", [str(Path(job.folder) / "spill")])
    connection.execute(f"SET max_temp_directory_size = '{job.spill >> 20}MiB'")
    found = _found(connection, job)
    _take_cells(connection, job, found)
    count = _count(connection)
    if count > job.rows:
        raise BadSource(phrase("proof.too-many-rows", table=job.table.name, most=str(job.rows)))
    columns = tuple(each for each in job.table.columns if each.name in found)
    values = ", ".join(f"{typed(each)} AS {named(each.name)}" for each in columns)
    connection.execute(f"CREATE VIEW typed AS SELECT {values} FROM cells")
    made = ", ".join(_copy_of(each, job.salt) for each in columns)
    path = quoted(str(Path(job.folder) / f"{job.table.name}.parquet"))
    connection.execute(f"COPY (SELECT {made} FROM typed) TO {path} (FORMAT parquet)")
    return Copied(
        rows=count,
        sha256=_sha256(connection, columns),
        remarks=remarks(connection, job.table, columns),
    )


def _found(connection: duckdb.DuckDBPyConnection, job: Copying) -> dict[str, str]:
    """Return the ledger's name of each column that the file has, with how the file calls it."""
    if job.raw == "lines":
        return dict(zip(job.columns, job.columns, strict=True))
    description = connection.execute(f"DESCRIBE SELECT * FROM {_source(job)}").fetchall()
    headings = [str(row[0]) for row in description]
    found = places(headings, job.table)
    if not found:
        known = series(f"{each.name}（{each.title}）" for each in job.table.columns)
        raise BadSource(phrase("proof.no-headings", table=job.table.name, known=known))
    return {name: headings[at] for name, at in found.items()}


def _take_cells(connection: duckdb.DuckDBPyConnection, job: Copying, found: dict[str, str]) -> None:
    texts = ", ".join(
        f"{trimmed(f'CAST({_heading(heading)} AS VARCHAR)')} AS {named(name)}"
        for name, heading in found.items()
    )
    limit = f"LIMIT {job.rows + 1}"
    connection.execute(f"CREATE TABLE cells AS SELECT {texts} FROM {_source(job)} {limit}")


def _heading(text: str) -> str:
    """A heading is the file's own word: a quotation mark in it is doubled."""
    return '"' + text.replace('"', '""') + '"'


def _source(job: Copying) -> str:
    path = quoted(job.path)
    if job.raw == "parquet":
        return f"read_parquet({path})"
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in job.columns)
    # Written by us: nothing is guessed, and a cell may go on over several lines.
    return (
        f"read_csv({path}, columns = {{{columns}}}, header = false, auto_detect = false, "
        "delim = ',', quote = '\"', escape = '\"', parallel = false, new_line = '\\n')"
    )


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    found = connection.execute("SELECT count(*) FROM cells").fetchone()
    return 0 if found is None else int(found[0])


def _copy_of(column: LedgerColumn, salt: str) -> str:
    name = named(column.name)
    if not column.personal or column.type not in {"text", "integer"}:
        return name
    digest = f"substr(sha256({quoted(salt)} || CAST({name} AS VARCHAR)), 1, 32)"
    return f"CAST({digest} AS UUID) AS {name}"


def _sha256(connection: duckdb.DuckDBPyConnection, columns: tuple[LedgerColumn, ...]) -> str:
    cells = ", ".join(f"coalesce({_canonical(each)}, '')" for each in columns)
    lines = connection.execute(
        f"SELECT concat_ws(chr(9), {cells}) || chr(10) AS line FROM cells ORDER BY line"
    )
    digest = hashlib.sha256()
    while rows := lines.fetchmany(_STEP):
        digest.update("".join(line for (line,) in rows).encode())
    return digest.hexdigest()


def _canonical(column: LedgerColumn) -> str:
    text = named(column.name)
    for sign, written in ((r"'\'", r"'\\'"), ("chr(9)", r"'\t'"), ("chr(10)", r"'\n'")):
        text = f"replace({text}, {sign}, {written})"
    return text if column.type == "text" else f"CAST({typed(column)} AS VARCHAR), {text}"


if __name__ == "__main__":
    serve(copy, Copying)
