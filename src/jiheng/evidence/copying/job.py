"""What is said to the program that copies, and what it says."""

from typing import Literal, TypeAlias

from msgspec import Struct

from jiheng.model.ledger import LedgerTable
from jiheng.model.measure import Remark

Raw: TypeAlias = Literal["lines", "parquet"]
"""``lines``: our own comma-separated file, all cells in quotation marks, without headings."""


class Copying(Struct, frozen=True, kw_only=True):
    """A table to copy.

    Attributes:
        folder: private; ``<table>.parquet`` is made in it.
        table: as the ledger documents it.
        raw: kind of the file that it is copied from.
        path: of that file.
        columns: of a file of lines, in its order; those of Parquet are found by their headings.
        salt: what stands in for a name or number of a person is made with it.
        rows: the most that are copied.
        memory: bytes that DuckDB may use.
        spill: bytes that it may write to disk beside that.
        keeps: the cells as they were stay in the folder, so that rows may be opened.
    """

    folder: str
    table: LedgerTable
    raw: Raw
    path: str
    rows: int
    memory: int
    spill: int
    columns: tuple[str, ...] = ()
    salt: str = ""
    keeps: bool = False


class Copied(Struct, frozen=True, kw_only=True):
    """What was copied.

    Attributes:
        rows: how many.
        sha256: of the rows in canonical form, sorted.
        remarks: what a reader of a value should know of the data.
        refused: why nothing was copied, as ``told`` keeps it; "" where it was.
    """

    rows: int = 0
    sha256: str = ""
    remarks: tuple[Remark, ...] = ()
    refused: str = ""


class Opening(Struct, frozen=True, kw_only=True):
    """Rows to open.

    Attributes:
        folder: as it was copied to, with the cells kept.
        table: name.
        columns: whose cells are wanted, all of which the file has.
        rows: numbers, from 0 in the order of the file.
    """

    folder: str
    table: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]


class Opened(Struct, frozen=True, kw_only=True):
    """Cells of the rows, in the order in which they were asked for."""

    rows: tuple[tuple[str, ...], ...]
