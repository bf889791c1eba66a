"""What is said to the program that queries, and what it says."""

from typing import Literal, TypeAlias

from msgspec import Struct

ROW_NUMBER = "file_row_number"
"""Column, where queries may ask for it, with a row's number in its copy, from 0."""

Kind: TypeAlias = Literal["number", "date", "text", "none"]


class Asked(Struct, frozen=True, kw_only=True):
    """Queries to put, one after another.

    Attributes:
        folder: where the copies lie, each as ``<table>.parquet``.
        tables: names of the copies.
        memory: bytes that DuckDB may use.
        spill: bytes that it may write to disk beside that.
        most: values that each query may give.
        numbered: the tables have the column ``ROW_NUMBER``, too.
    """

    folder: str
    tables: tuple[str, ...]
    queries: tuple[str, ...]
    memory: int
    spill: int
    most: int = 1
    numbered: bool = False


class Given(Struct, frozen=True, kw_only=True):
    """One value: a number as decimal text, a date as ISO text, a text, or nothing."""

    kind: Kind
    text: str


class Answered(Struct, frozen=True, kw_only=True):
    """What the queries gave.

    Attributes:
        values: of each query, in their order.
        engine: name and version.
        refused: why there is nothing, as ``told`` keeps it; "" where there is.
    """

    values: tuple[tuple[Given, ...], ...] = ()
    engine: str = ""
    refused: str = ""
