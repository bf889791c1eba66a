"""All forms of an audited corpus as columns, and where each is."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.tables import FORMS, read_table
from jiheng.corpus.store.layout import Arrow

Numbers: TypeAlias = NDArray[np.int64]
BLANK = -1
"""A number that a form does not give, and the code of a text that it does not give."""


class Words(NamedTuple):
    """A column of texts: form i has ``words[codes[i]]``, or nothing where its code is BLANK."""

    codes: Numbers
    words: list[str]

    def of(self, form: int) -> str:
        """Return the text of a form, "" where there is none."""
        code = int(self.codes[form])
        return "" if code == BLANK else self.words[code]


class Register:
    """What groups the forms; a form is known by its position.

    Attributes:
        years: of the forms, or BLANK.
        totals: as printed, 1/100 point, or BLANK.
        budgets: 1/100 yuan, or BLANK.
    """

    def __init__(self, folder: Path) -> None:
        names = ("year", "region", "department", "unit", "project", "total", "budget")
        table: Any = read_table(folder, FORMS, "form", *names)
        self._ids: Any = table.column("form").combine_chunks()
        self.years = _numbers(table, "year")
        self.totals = _numbers(table, "total")
        self.budgets = _numbers(table, "budget")
        self.regions = _words(table, "region")
        self.departments = _words(table, "department")
        self.units = _words(table, "unit")
        self.projects = _words(table, "project")

    def __len__(self) -> int:
        return len(self._ids)

    def id_of(self, form: int) -> str:
        """Return the id of a form."""
        return self._ids[form].as_py()

    def positions(self, ids: Arrow) -> Numbers:
        """Return the positions of forms, given as a column of their ids."""
        compute: Any = import_module("pyarrow.compute")
        found = compute.index_in(ids, value_set=self._ids)
        return found.to_numpy(zero_copy_only=False).astype(np.int64)

    def groups(self, *columns: Numbers) -> Iterator[Numbers]:
        """Yield the positions of the forms that agree in columns of which none is blank."""
        known = np.all([column != BLANK for column in columns], axis=0)
        forms = np.flatnonzero(known)
        yield from grouped(forms, *(column[forms] for column in columns))


def grouped(values: Numbers, *keys: Numbers) -> Iterator[Numbers]:
    """Yield the values of which all keys agree, in their order.

    Example:
        >>> [each.tolist() for each in grouped(np.array([5, 6, 7]), np.array([1, 0, 1]))]
        [[6], [5, 7]]
    """
    if not len(values):
        return
    order = np.lexsort(keys[::-1])
    changes = np.any([key[order][1:] != key[order][:-1] for key in keys], axis=0)
    yield from np.split(values[order], np.flatnonzero(changes) + 1)


def _numbers(table: Arrow, name: str) -> Numbers:
    column = table.column(name).combine_chunks().fill_null(BLANK)
    return column.to_numpy(zero_copy_only=False).astype(np.int64)


def words_of(column: Arrow) -> Words:
    """Return an Arrow column of texts as codes and words."""
    # Nothing at all stands for a blank, as a blank text does.
    compute: Any = import_module("pyarrow.compute")
    filled = compute.if_else(compute.equal(column, ""), None, column)
    coded = filled.combine_chunks().dictionary_encode()
    codes = coded.indices.fill_null(BLANK).to_numpy(zero_copy_only=False)
    return Words(codes.astype(np.int64), coded.dictionary.to_pylist())


def _words(table: Arrow, name: str) -> Words:
    return words_of(table.column(name))
