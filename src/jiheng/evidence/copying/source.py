"""Where a table of a ledger lies, and its rows as texts, whatever it is kept in."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec import Struct

from jiheng.evidence.copying import delimited, postgresql, sqlite, workbook
from jiheng.evidence.errors import BadSource
from jiheng.model.ledger import LedgerTable
from jiheng.model.measure import SourceKind
from jiheng.rulebook.phrases import phrase

Rows = AbstractContextManager[Iterator[list[str]]]
"""Rows of cells, headings among the first of them."""

_SCHEMES = ("postgresql://", "postgres://")
_SUFFIXES: dict[str, SourceKind] = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


class Source(Struct, frozen=True, kw_only=True):
    """Where one table lies.

    Attributes:
        table: its name in the ledger.
        place: path of a file, or address of a database without a password.
        part: name of the sheet, or of the table in the database; None for the first sheet, or the
            table of the ledger's name.
    """

    table: str
    kind: SourceKind
    place: str
    part: str | None = None

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return Path(self.place)


def source_of(text: str) -> Source:
    """Return the source that ``table=file``, or ``table=file#sheet``, names.

    Raises:
        BadSource: it is not written so, or its suffix is not known.

    Example:
        >>> source_of("payment=/data/2023.xlsx#发放").part
        '发放'
        >>> source_of("payment=postgresql://clerk@db/pension#pay.monthly").kind
        'postgresql'
    """
    table, sign, rest = text.partition("=")
    place, _, part = rest.partition("#")
    if not table or not sign or not place:
        raise BadSource(phrase("proof.source-unwritten", text=text))
    if place.startswith(_SCHEMES):
        return Source(table=table, kind="postgresql", place=place, part=part or None)
    kind = kind_of(Path(place))
    if kind is None:
        raise BadSource(phrase("proof.source-kind", path=Path(place).name))
    return Source(table=table, kind=kind, place=place, part=part or None)


def kind_of(path: Path) -> SourceKind | None:
    """Return what a file is by its name; None where no table is read from such."""
    return _SUFFIXES.get(path.suffix.lower())


def rows_of(source: Source, table: LedgerTable) -> Rows:
    """Return the rows of a source that we read ourselves, which is any but Parquet.

    Raises:
        BadSource: it cannot be read.
    """
    match source.kind:
        case "xlsx":
            return workbook.rows(source.path, source.part)
        case "sqlite":
            return sqlite.rows(source.path, source.part or table.name)
        case "postgresql":
            return postgresql.rows(source.place, source.part or table.name)
        case _:
            return delimited.rows(source.path, table)
