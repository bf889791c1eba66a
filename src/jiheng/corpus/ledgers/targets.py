"""Files that the rows of a made-up ledger go to, one row after another."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jiheng.corpus.ledgers.marking import MARK, MARK_COLUMN
from jiheng.corpus.ledgers.parquet_target import ParquetTarget
from jiheng.corpus.ledgers.scene import Value
from jiheng.model.ledger import Ledger

_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a sheet's time has no zone; the same bytes again


class Target(Protocol):
    """Where rows go.

    Attributes:
        files: what is written.
    """

    files: tuple[Path, ...]

    def add(self, table: str, values: tuple[Value, ...]) -> None:
        """Write one row of a table."""
        ...

    def close(self) -> None:
        """Write the rest and close the files."""
        ...


class CsvTarget:
    """A file a table, headed in Chinese, in UTF-8 as Excel expects it."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        self._open = ExitStack()
        self._writers: dict[str, Callable[[tuple[Value, ...]], Any]] = {}
        for table in ledger.tables:
            path = folder / f"{ledger.system}.{table.name}.{MARK}.csv"
            file = self._open.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            self._writers[table.name] = csv.writer(file).writerow
            self._writers[table.name]((MARK, *(column.title for column in table.columns)))
        self.files = tuple(
            folder / f"{ledger.system}.{table.name}.{MARK}.csv" for table in ledger.tables
        )

    def add(self, table: str, values: tuple[Value, ...]) -> None:
        """Write one row of a table."""
        self._writers[table]((MARK, *values))

    def close(self) -> None:
        """Close the files."""
        self._open.close()


class XlsxTarget:
    """One workbook with a sheet a table, headed in Chinese."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        path = folder / f"{ledger.system}.{MARK}.xlsx"
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
        self._book.set_properties({"comments": MARK, "created": _CREATED})
        self._sheets: dict[str, Worksheet] = {}
        self._rows: dict[str, int] = {}
        # a sheet of constant memory is written from above to below, each to a file of its own
        for table in ledger.tables:
            sheet = self._book.add_worksheet(f"{MARK} {table.title}")
            for place, title in enumerate((MARK, *(each.title for each in table.columns))):
                sheet.write_string(0, place, title)
            self._sheets[table.name], self._rows[table.name] = sheet, 1
        self.files = (path,)

    def add(self, table: str, values: tuple[Value, ...]) -> None:
        """Write one row of a table; a table fuller than a sheet is refused."""
        row = self._rows[table]
        if self._sheets[table].write_string(row, 0, MARK):
            raise SheetFull(table)
        for place, value in enumerate(values, 1):
            if isinstance(value, int):
                self._sheets[table].write_number(row, place, value)
            elif value is not None:
                self._sheets[table].write_string(row, place, value)
        self._rows[table] = row + 1

    def close(self) -> None:
        """Write the workbook."""
        self._book.close()


class SheetFull(ValueError):
    """A sheet holds no more than 1,048,576 rows."""


class SqliteTarget:
    """One database with a table a table; money stands as text, so that nothing is rounded."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        path = folder / f"{ledger.system}.{MARK}.sqlite"
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("BEGIN")
        self._add: dict[str, str] = {}
        for table in ledger.tables:
            columns = ", ".join(
                f'"{column.name}" {"INTEGER" if column.type == "integer" else "TEXT"}'
                for column in table.columns
            )
            self._base.execute(f'CREATE TABLE "{table.name}" ("{MARK_COLUMN}" TEXT, {columns})')
            signs = ", ".join("?" * (len(table.columns) + 1))
            self._add[table.name] = f'INSERT INTO "{table.name}" VALUES ({signs})'
        self.files = (path,)

    def add(self, table: str, values: tuple[Value, ...]) -> None:
        """Write one row of a table."""
        self._base.execute(self._add[table], (MARK, *values))

    def close(self) -> None:
        """Commit and close."""
        self._base.execute("COMMIT")
        self._base.close()


TARGETS: dict[str, type[CsvTarget | XlsxTarget | SqliteTarget | ParquetTarget]] = {
    "csv": CsvTarget,
    "xlsx": XlsxTarget,
    "parquet": ParquetTarget,
    "sqlite": SqliteTarget,
}
"""By the name of the format."""
