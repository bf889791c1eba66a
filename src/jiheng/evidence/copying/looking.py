"""What a reader of a value should know of the data, counted while they are copied."""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb

from jiheng.evidence.copying.typing import typed
from jiheng.evidence.measures.conditions import named, quoted
from jiheng.model.ledger import LedgerColumn, LedgerTable
from jiheng.model.measure import Remark, RemarkKind


class _Look(NamedTuple):
    """A kind of remark on a column, with the condition, as SQL, of its cells."""

    kind: RemarkKind
    column: str
    condition: str


def remarks(
    connection: duckdb.DuckDBPyConnection, table: LedgerTable, columns: tuple[LedgerColumn, ...]
) -> tuple[Remark, ...]:
    """Return the remarks on a table whose cells, as texts, are the table ``cells``.

    Args:
        connection: of the copy.
        table: as the ledger documents it.
        columns: those that its source has.
    """
    present = {each.name for each in columns}
    missing = tuple(
        Remark(kind="missing", table=table.name, column=each.name)
        for each in table.columns
        if each.name not in present
    )
    looks = tuple(look for each in columns for look in _looks(each))
    return (*missing, *_seen(connection, table, looks), *_repeated(connection, table, present))


def _looks(column: LedgerColumn) -> Iterator[_Look]:
    name = named(column.name)
    if column.type != "text":
        yield _Look("unfit", column.name, f"{name} IS NOT NULL AND ({typed(column)}) IS NULL")
    if not column.optional:
        yield _Look("empty", column.name, f"{name} IS NULL")
    if column.values:
        listed = ", ".join(map(quoted, column.values))
        yield _Look("unlisted", column.name, f"{name} NOT IN ({listed})")


def _seen(
    connection: duckdb.DuckDBPyConnection, table: LedgerTable, looks: tuple[_Look, ...]
) -> Iterator[Remark]:
    """One pass over the cells for all columns."""
    if not looks:
        return
    asked = ", ".join(
        f"count(*) FILTER (WHERE {each.condition}), min(rowid) FILTER (WHERE {each.condition})"
        for each in looks
    )
    found = connection.execute(f"SELECT {asked} FROM cells").fetchone() or ()
    for look, count, first in zip(looks, found[::2], found[1::2], strict=True):
        if count:
            yield Remark(
                kind=look.kind, table=table.name, column=look.column, count=count, first=first + 1
            )


def _repeated(
    connection: duckdb.DuckDBPyConnection, table: LedgerTable, present: set[str]
) -> Iterator[Remark]:
    if not present.issuperset(table.key):
        return
    key = ", ".join(map(named, table.key))
    query = (
        f"SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT {key} FROM cells)) FROM cells"
    )
    found = connection.execute(query).fetchone()
    if found is not None and found[0]:
        yield Remark(kind="repeated", table=table.name, count=found[0])
