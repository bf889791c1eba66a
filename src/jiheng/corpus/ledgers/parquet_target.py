"""Parquet files that the rows of a made-up ledger go to."""

from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from jiheng.corpus.ledgers.marking import MARK, MARK_COLUMN
from jiheng.corpus.ledgers.scene import Value
from jiheng.model.ledger import ColumnType, Ledger, LedgerTable

_BATCH = 50_000


class ParquetTarget:
    """A typed file a table."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        self._tables = {table.name: _ParquetTable(folder, ledger, table) for table in ledger.tables}
        self.files = tuple(table.path for table in self._tables.values())

    def add(self, table: str, values: tuple[Value, ...]) -> None:
        """Write one row of a table."""
        self._tables[table].add(values)

    def close(self) -> None:
        """Write the rest."""
        for table in self._tables.values():
            table.close()


class _ParquetTable:
    def __init__(self, folder: Path, ledger: Ledger, table: LedgerTable) -> None:
        # optional packages, and none of them is typed
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
        kinds: dict[ColumnType, Any] = {
            "text": arrow.string(),
            "month": arrow.string(),
            "integer": arrow.int64(),
            "date": arrow.date32(),
        }
        fields: list[tuple[str, Any]] = [
            (column.name, kinds.get(column.type) or arrow.decimal128(18, column.places))
            for column in table.columns
        ]
        schema = arrow.schema([(MARK_COLUMN, arrow.string()), *fields], metadata={"note": MARK})
        self.path = folder / f"{ledger.system}.{table.name}.{MARK}.parquet"
        self._writer = parquet.ParquetWriter(self.path, schema)
        self._types: tuple[ColumnType, ...] = tuple(column.type for column in table.columns)
        self._schema, self._batch_of = schema, arrow.record_batch
        self._rows: list[tuple[Value, ...]] = []

    def add(self, values: tuple[Value, ...]) -> None:
        self._rows.append(values)
        if len(self._rows) == _BATCH:
            self._write()

    def close(self) -> None:
        self._write()
        self._writer.close()

    def _write(self) -> None:
        columns = zip(*self._rows, strict=True) if self._rows else [()] * len(self._types)
        typed = [
            [_typed(value, kind) for value in column]
            for column, kind in zip(columns, self._types, strict=True)
        ]
        marks = [MARK] * len(self._rows)
        self._writer.write_batch(self._batch_of([marks, *typed], schema=self._schema))
        self._rows.clear()


def _typed(value: Value, kind: ColumnType) -> object:
    if not isinstance(value, str):
        return value
    if kind == "decimal":
        return Decimal(value)
    return date.fromisoformat(value) if kind == "date" else value
