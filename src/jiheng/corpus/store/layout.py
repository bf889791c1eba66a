"""Where the files of a corpus lie, and the columns of its coded tables."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, TypeAlias

from jiheng.corpus.coded.batches import BUDGET_TYPES, READING_TYPES, Facts
from jiheng.corpus.coded.coding import BASES
from jiheng.model.corpus import FileKind

Arrow: TypeAlias = Any
"""Something of pyarrow, which is optional and has no types."""

MANIFEST = "manifest.json"
LOCK = ".lock"
UNFINISHED = "unfinished"
"""What a file is called that a run has not finished."""

CODED, NESTED = "coded", "nested"

TEXTS = Facts._fields[:-2]
"""The facts that are texts."""
NUMBERS = Facts._fields[-2:]
REPEATING = ("department", "unit", "sector", "pack", "grade")
"""The texts that are kept as a dictionary: few of them are new."""

GUARDS = ("largest", "times", "most")
SHARED_MONEY = ("weight", "printed")
"""Columns of the money line that are the same by every base."""
BASED_MONEY = ("is_known", "executed", "budget")

_FOLDERS: dict[FileKind, str] = {"forms": CODED, "rows": CODED, "nested": NESTED}
_STEMS: dict[FileKind, str] = {"forms": "forms", "rows": "rows", "nested": "forms"}


def path_of(kind: FileKind, year: int, region: str, name: str) -> str:
    """Return where a file of a part lies, below the corpus.

    Example:
        >>> path_of("rows", 2024, "640400", "1a2b3c4d")
        'coded/year=2024/region=640400/rows-1a2b3c4d.parquet'
    """
    return f"{_FOLDERS[kind]}/year={year}/region={region}/{_STEMS[kind]}-{name}.parquet"


def money_column(base: str, name: str) -> str:
    """Return the column of the money line, by a base.

    Example:
        >>> money_column("initial", "executed"), money_column("initial", "weight")
        ('initial_executed', 'money_weight')
    """
    return f"money_{name}" if name in SHARED_MONEY else f"{base}_{name}"


MONEY = (
    *((money_column("", name), getattr(BUDGET_TYPES, name)) for name in SHARED_MONEY),
    *(
        (money_column(base, name), getattr(BUDGET_TYPES, name))
        for base in BASES
        for name in BASED_MONEY
    ),
)
"""Columns of the money line in the order of the file, with their types."""


def forms_schema() -> Arrow:
    """Return the Arrow schema of coded forms."""
    # optional, and not typed
    arrow: Any = import_module("pyarrow")
    text, repeating = arrow.string(), arrow.dictionary(arrow.int32(), arrow.string())
    return arrow.schema(
        [
            ("key", arrow.int64()),
            ("rows", arrow.int16()),
            *_whole_numbers(MONEY),
            *_whole_numbers(zip(GUARDS, ("i8", "i8", "i2"), strict=True)),
            ("exact", text),
            *((name, repeating if name in REPEATING else text) for name in TEXTS),
            *((name, arrow.int64()) for name in NUMBERS),
        ]
    )


def rows_schema() -> Arrow:
    """Return the Arrow schema of coded rows."""
    arrow: Any = import_module("pyarrow")
    return arrow.schema(_whole_numbers(zip(READING_TYPES._fields, READING_TYPES, strict=True)))


def _whole_numbers(columns: Iterable[tuple[str, str]]) -> list[tuple[str, Arrow]]:
    """Return columns of numpy's types as those of Arrow."""
    arrow: Any = import_module("pyarrow")
    types = {"i1": arrow.int8(), "i2": arrow.int16(), "i4": arrow.int32(), "i8": arrow.int64()}
    return [(name, types[kind]) for name, kind in columns]
