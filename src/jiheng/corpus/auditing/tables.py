"""The flat tables of an audited corpus: their columns, written row by row as Parquet."""

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.layout import Arrow
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase

Row: TypeAlias = tuple[str | int | None, ...]
Kind: TypeAlias = type[str] | type[int]

_TOGETHER = 20_000
"""Rows that are kept in memory before they are written."""


class Column(NamedTuple):
    """A column of texts or of whole numbers; both may be blank."""

    name: str
    kind: Kind


class Table(NamedTuple):
    """A table: the name of its file without ``.parquet``, and its columns."""

    name: str
    columns: tuple[Column, ...]


def _table(name: str, *columns: tuple[str, Kind]) -> Table:
    return Table(name, tuple(Column(*each) for each in columns))


FORMS = _table(
    "forms",
    ("form", str),
    ("year", int),
    ("region", str),
    ("department", str),
    ("unit", str),
    ("project", str),
    ("path", str),
    ("pack", str),
    ("total", int),
    ("low", int),
    ("high", int),
    ("grade", str),
    ("budget", int),
    ("executed", int),
    ("verdict", str),
    ("stake", int),
)
"""One row a form; scores in 1/100 point, money in 1/100 yuan."""
FINDINGS = _table(
    "findings",
    ("form", str),
    ("code", str),
    ("name", str),
    ("severity", str),
    ("mend", str),
    ("message", str),
    ("at", str),
    ("printed", str),
    ("expected", str),
    ("difference", str),
    ("counts", int),
    ("stake", int),
    ("budget", int),
)
"""One row a finding; ``stake`` the weight that it touches, ``budget`` the money of its form."""
INDICATORS = _table(
    "indicators",
    ("form", str),
    ("number", int),
    ("level1", str),
    ("level2", str),
    ("name", str),
    ("target", str),
    ("actual", str),
    ("weight", int),
    ("score", int),
    ("reason", str),
)
"""One row an indicator; ``number`` from 0 as in paths, weight and score in 1/100 point."""
PASSAGES = _table(
    "passages",
    ("form", str),
    ("at", str),
    ("kind", str),
    ("text", str),
    ("masked", str),
)
"""One row a text that somebody wrote: goals, what became of them, conclusions, reasons."""
COSTS = _table(
    "unit_costs",
    ("form", str),
    ("at", str),
    ("kind", str),
    ("name", str),
    ("per", str),
    ("cost", int),
)
"""One row a unit cost, in 1/100 yuan, rounded half up."""
FIGURES = _table(
    "figures",
    ("form", str),
    ("at", str),
    ("name", str),
    ("value", str),
)
"""One row a counted result that nobody would reach twice by chance."""
COPIES = _table(
    "copies",
    ("number", int),
    ("kind", str),
    ("form", str),
    ("at", str),
    ("nearest_form", str),
    ("nearest_at", str),
    ("jaccard", int),
    ("contained", int),
)
"""One row a copied text: its group, and which text it is most like, in percent."""
CORPUS_FINDINGS = _table(
    "corpus_findings",
    ("number", int),
    ("kind", str),
    ("title", str),
    ("message", str),
    ("advice", str),
    ("forms", int),
    ("units", int),
    ("budget", int),
)
"""One row a question about several forms; numbered from 1."""
MEMBERS = _table(
    "corpus_finding_forms",
    ("number", int),
    ("form", str),
    ("at", str),
    ("value", str),
)
"""One row a form that a question is about."""

EXTRACTED = (FORMS, FINDINGS, INDICATORS, PASSAGES, COSTS, FIGURES)
"""What is taken from the forms, one by one."""
HIDDEN = "."
"""How names of folders begin that are gone when the work is done."""
TABLES = (*EXTRACTED, COPIES, CORPUS_FINDINGS, MEMBERS)


class Writer:
    """Writes the rows of one table; a context, at whose end the file is whole.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with Writer(Path(folder), FIGURES) as writer:
        ...         writer.add(("a-1", "indicators[0].actual", "人数", "312"))
        ...     columns(Path(folder), FIGURES, "form", "value")
        (['a-1'], ['312'])
    """

    def __init__(self, folder: Path, table: Table) -> None:
        parquet: Any = import_module("pyarrow.parquet")
        self._schema = _schema(table)
        self._path = folder / f"{table.name}.parquet"
        self._unfinished = self._path.with_suffix(".part")
        self._writer = parquet.ParquetWriter(self._unfinished, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Write one more row."""
        self._rows.append(row)
        if len(self._rows) >= _TOGETHER:
            self._flush()

    def write(self, batch: Arrow) -> None:
        """Write many rows that are columns already."""
        self._writer.write_batch(batch)

    def _flush(self) -> None:
        arrow: Any = import_module("pyarrow")
        if self._rows:
            columns = [
                arrow.array(column, field.type)
                for column, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
            ]
            self._writer.write_table(arrow.Table.from_arrays(columns, schema=self._schema))
            self._rows.clear()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
        if kind is None:
            self._unfinished.replace(self._path)
        else:
            self._unfinished.unlink()


def _schema(table: Table) -> Arrow:
    arrow: Any = import_module("pyarrow")
    types = {str: arrow.string(), int: arrow.int64()}
    return arrow.schema([(name, types[kind]) for name, kind in table.columns])


def columns(folder: Path, table: Table, *names: str) -> tuple[list[Any], ...]:
    """Return columns of a table as lists.

    Raises:
        CorpusError: the table is not there, or broken.
    """
    arrow_table = read_table(folder, table, *names)
    return tuple(arrow_table.column(name).to_pylist() for name in names)


def read_table(folder: Path, table: Table, *names: str) -> Arrow:
    """Return columns of a table as Arrow has them.

    Raises:
        CorpusError: the table is not there, or broken.
    """
    parquet: Any = import_module("pyarrow.parquet")
    arrow: Any = import_module("pyarrow")
    path = folder / f"{table.name}.parquet"
    try:
        return parquet.read_table(path, columns=list(names), partitioning=None)
    except (OSError, arrow.ArrowException) as error:
        raise CorpusError(phrase("corpus_audit.no-table", path=called(path))) from error


def batches(folder: Path, table: Table, *names: str) -> Arrow:
    """Return an iterator over a table, some rows at a time; all columns where none is named."""
    parquet: Any = import_module("pyarrow.parquet")
    path = folder / f"{table.name}.parquet"
    return parquet.ParquetFile(path).iter_batches(_TOGETHER, columns=list(names) or None)
