"""What is said to the program that queries a corpus, and what it says."""

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """A table that may be queried.

    Attributes:
        columns: their names.
        select: the same as SQL, each with its expression over the files.
        paths: Parquet files that it reads.
        placed: the folders of the files say year and region, as texts.
    """

    name: str
    columns: tuple[str, ...]
    select: str
    paths: tuple[str, ...]
    placed: bool = False


class Asked(Struct, frozen=True, kw_only=True):
    """A query to put.

    Attributes:
        memory: bytes that DuckDB may use.
        spill: bytes that it may write to ``spill_folder``.
        most: rows that it may give.
    """

    views: tuple[View, ...]
    query: str
    memory: int
    spill: int
    spill_folder: str
    most: int


class Answered(Struct, frozen=True, kw_only=True):
    """What the query gave.

    Attributes:
        columns: names of the columns.
        rows: as texts; None for nothing.
        is_cut: there were more rows.
        refused: why there is nothing, as ``told`` keeps it; "" where there is.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    is_cut: bool = False
    refused: str = ""
