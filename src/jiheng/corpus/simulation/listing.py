"""The forms behind the numbers of a simulation: a Parquet file with a row for each."""

from importlib import import_module
from pathlib import Path
from typing import Self

import numpy as np

from jiheng.corpus.coded.batches import Batch, Texts
from jiheng.corpus.simulation.grading import state_names
from jiheng.corpus.simulation.tally import Column, Compared, Mask, changed, moved
from jiheng.corpus.store.filing import NO_REGION, NO_YEAR
from jiheng.corpus.store.layout import Arrow
from jiheng.scoring.kernels.forms import UNKNOWN

FACTS = ("ids", "department", "unit", "project", "sector", "amount")
"""What of ``Facts`` it asks for."""
TEXTS = ("id", "region", "department", "unit", "project", "sector", "before", "after", "move")
MONEY = ("budget", "low_before", "high_before", "low_after", "high_after", "rise_low", "rise_high",
         "width_before", "width_after")  # fmt: skip
"""Decimal numbers: yuan, and points."""
COLUMNS = (
    "id",
    "year",
    "region",
    "department",
    "unit",
    "project",
    "sector",
    "budget",
    "low_before",
    "high_before",
    "low_after",
    "high_after",
    "rise_low",
    "rise_high",
    "width_before",
    "width_after",
    "before",
    "after",
    "move",
    "changed",
)
MOVES = ("same", "up", "down", "other")
UNFINISHED = ".part"
"""How the name ends of a file that a run has not finished."""
_DIGITS, _PLACES = 18, 2


class FormsFile:
    """A file of forms while it is written; it has its name only once it is whole."""

    def __init__(self, path: Path) -> None:
        # optional, and not typed
        parquet: Arrow = import_module("pyarrow.parquet")
        self._path = path
        self._unfinished = path.with_name(path.name + UNFINISHED)
        self._writer = parquet.ParquetWriter(
            self._unfinished, _schema(), compression="zstd", store_decimal_as_integer=True
        )

    def add(self, table: Arrow) -> None:
        """Write what ``forms_table`` made of a row group."""
        self._writer.write_table(table)

    def __enter__(self) -> Self:
        """Return the file."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        """Give the file its name, or take it away after an error."""
        self._writer.close()
        if kind is None:
            self._unfinished.replace(self._path)
        else:
            self._unfinished.unlink()


def forms_table(batch: Batch, compared: Compared, grades: tuple[str, ...]) -> Arrow:
    """Return the forms of a row group as an Arrow table.

    Args:
        batch: with the ``FACTS``.
        compared: its totals before and after.
        grades: the names of all grades, the lowest first.
    """
    arrow: Arrow = import_module("pyarrow")
    facts, size = batch.facts, batch.size
    states = Texts(compared.state_before, state_names(grades))
    said = (compared.low_before != UNKNOWN) & (compared.low_after != UNKNOWN)
    totals = [_points(column, column != UNKNOWN) for column in compared[:4]]
    rises = [
        _points(compared.low_after - compared.low_before, said),
        _points(compared.high_after - compared.high_before, said),
    ]
    widths = [_points(high - low, low != UNKNOWN) for low, high in (compared[:2], compared[2:4])]
    columns = [
        _words(facts.ids),
        _same(None if batch.year == NO_YEAR else batch.year, arrow.int16(), size),
        _words(_everywhere(None if batch.region == NO_REGION else batch.region, size)),
        *(_words(each) for each in (facts.department, facts.unit, facts.project, facts.sector)),
        _points(facts.amount, facts.amount >= 0),
        *totals,
        *rises,
        *widths,
        _words(states),
        _words(states._replace(codes=compared.state_after)),
        _words(Texts(_moves(compared, said, len(grades)), MOVES)),
        arrow.array(changed(compared), mask=~said),
    ]
    return arrow.table(columns, schema=_schema())


def _schema() -> Arrow:
    arrow: Arrow = import_module("pyarrow")
    text = arrow.dictionary(arrow.int32(), arrow.string())
    number = arrow.decimal128(_DIGITS, _PLACES)
    others = {"year": arrow.int16(), "changed": arrow.bool_()}
    kinds = dict.fromkeys(TEXTS, text) | dict.fromkeys(MONEY, number) | others
    return arrow.schema([(name, kinds[name]) for name in COLUMNS])


def _same(value: int | None, kind: Arrow, size: int) -> Arrow:
    arrow: Arrow = import_module("pyarrow")
    return arrow.repeat(arrow.scalar(value, kind), size)


def _everywhere(word: str | None, size: int) -> Texts:
    return Texts(np.zeros(size, np.int32), () if word is None else (word,))


def _words(texts: Texts) -> Arrow:
    """Return a column of texts; what has no word is blank."""
    arrow: Arrow = import_module("pyarrow")
    codes = texts.codes.astype(np.int32)
    blank = (codes < 0) | (codes >= len(texts.words))
    places = arrow.array(codes, mask=blank)
    return arrow.DictionaryArray.from_arrays(places, arrow.array(texts.words, arrow.string()))


def _points(hundredths: Column, known: Mask) -> Arrow:
    """Return whole hundredths as decimal numbers, without a detour over each."""
    arrow: Arrow = import_module("pyarrow")
    compute: Arrow = import_module("pyarrow.compute")
    # 128 bits: the lower half, and the sign in the upper one.
    halves = np.stack([hundredths, hundredths >> 63], axis=1)
    kind = arrow.decimal128(_DIGITS, _PLACES)
    data = arrow.py_buffer(np.ascontiguousarray(halves))
    column = arrow.Array.from_buffers(kind, len(hundredths), [None, data])
    return compute.if_else(arrow.array(known), column, arrow.scalar(None, kind))


def _moves(compared: Compared, said: Mask, grades: int) -> Column:
    """Return the place of each form's move among ``MOVES``; −1 where it cannot be said."""
    crossing, up, down = moved(compared, grades)
    places = np.select([~said, up, down, crossing], [-1, 1, 2, 3], 0)
    return places.astype(np.int64)
