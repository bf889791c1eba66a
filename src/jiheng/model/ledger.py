"""What is recorded in a system of records: its tables, their columns, and what each means."""

from typing import Literal, TypeAlias

from msgspec import Struct

ColumnType: TypeAlias = Literal["text", "integer", "decimal", "date", "month"]
"""``date`` is written as 2023-07-15 and ``month`` as 2023-07, so that both sort as texts."""


class LedgerColumn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a table.

    Attributes:
        name: in small letters, digits and underscores, as a query names it.
        title: as a Chinese heading prints it; a file may be headed by either.
        places: digits behind the point of a ``decimal``; 0 for any other type.
        unit: 元, 分钟, ...; None for what is no quantity.
        meaning: what the title does not tell.
        values: all values that it may have; () for any.
        personal: names or numbers a person, and never leaves the holder of the data.
        optional: may be empty in a row.
    """

    name: str
    title: str
    type: ColumnType = "text"
    places: int = 0
    unit: str | None = None
    meaning: str = ""
    values: tuple[str, ...] = ()
    personal: bool = False
    optional: bool = False


class LedgerTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of a system.

    Attributes:
        name: in small letters, digits and underscores, as a query names it.
        title: Chinese title.
        meaning: what one row records.
        key: names of the columns by which a row is known; two rows of one key record one thing
            twice.
        columns: in the order of the file.
    """

    name: str
    title: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[LedgerColumn, ...]

    def column(self, name: str) -> LedgerColumn | None:
        """Return the column of a name or of a Chinese title, or None."""
        return next((each for each in self.columns if name in {each.name, each.title}), None)


class Ledger(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one system records, table by table.

    Attributes:
        system: id, such as ``resident-pension``.
        title: Chinese name of the system.
        title_en: its English name.
        meaning: whose records these are and what they are kept for.
        tables: () never.
    """

    system: str
    title: str
    title_en: str
    meaning: str
    tables: tuple[LedgerTable, ...]

    def table(self, name: str) -> LedgerTable | None:
        """Return the table of a name or of a Chinese title, or None."""
        return next((each for each in self.tables if name in {each.name, each.title}), None)
