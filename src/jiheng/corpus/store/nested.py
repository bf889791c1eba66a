"""The nested table: one row a form, its columns those of ``NestedForm``."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from jiheng.corpus.store.layout import Arrow
from jiheng.model.corpus import NestedForm

NESTED_GROUP = 512
"""Forms of a row group; all but the last of a file have as many."""
_COMPRESSION = "zstd"


class NestedWriter:
    """Writes the nested file of a part under an unfinished name."""

    def __init__(self, path: Path) -> None:
        parquet: Any = import_module("pyarrow.parquet")
        self._writer = parquet.ParquetWriter(path, nested_schema(), compression=_COMPRESSION)
        # As text they take a third of the memory, and many parts may be open at once.
        self._waiting: list[bytes] = []

    def write(self, form: NestedForm) -> None:
        """Add a row."""
        self._waiting.append(msgspec.json.encode(form))
        if len(self._waiting) == NESTED_GROUP:
            self._flush()

    def close(self) -> None:
        """Write the rest."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            arrow: Any = import_module("pyarrow")
            rows = [msgspec.json.decode(text) for text in self._waiting]
            self._writer.write_table(arrow.Table.from_pylist(rows, nested_schema()))
            self._waiting.clear()


def nested_schema() -> Arrow:
    """Return the Arrow schema of ``NestedForm``."""
    arrow: Any = import_module("pyarrow")
    return arrow.schema(list(_fields(NestedForm)))


def _fields(kind: type[msgspec.Struct]) -> Iterator[tuple[str, Arrow]]:
    info = inspect.type_info(kind)
    if isinstance(info, inspect.StructType):
        yield from ((field.name, _arrow(field.type)) for field in info.fields)


def _arrow(kind: inspect.Type) -> Arrow:
    """Return a type of Arrow for one of msgspec; each column may be blank."""
    arrow: Any = import_module("pyarrow")
    if isinstance(kind, inspect.UnionType):
        return _arrow(next(each for each in kind.types if not isinstance(each, inspect.NoneType)))
    if isinstance(kind, inspect.StructType):
        return arrow.struct(list(_fields(kind.cls)))
    if isinstance(kind, inspect.VarTupleType):
        return arrow.list_(_arrow(kind.item_type))
    if isinstance(kind, inspect.IntType):
        return arrow.int64()
    return arrow.bool_() if isinstance(kind, inspect.BoolType) else arrow.string()
