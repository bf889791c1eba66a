"""One row group of coded forms as arrays: what every engine takes."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.coded.coding import CodedForm
from jiheng.scoring.kernels.forms import Budgets, Readings

Array: TypeAlias = NDArray[Any]

READING_TYPES = Readings(
    asked="i1",
    first="i8",
    second="i8",
    third="i8",
    fourth="i4",
    more="i1",
    weight="i2",
    printed="i1",
    is_cost="i1",
    taken="i2",
)
"""Of each column: the narrower, the faster it is read. What does not fit is kept exact beside."""
BUDGET_TYPES = Budgets(weight="i2", printed="i1", is_known="i1", executed="i8", budget="i8")
GROUP = 65_536
"""The most forms of a row group."""


class Guard(NamedTuple):
    """Of each form, how large its products can become; see ``coding.CodedForm``."""

    largest: Array
    times: Array
    most: Array


class Exact(NamedTuple):
    """A form that does not fit the columns, where it stands in its batch."""

    place: int
    form: CodedForm


class Texts(NamedTuple):
    """A column of texts: ``words[codes[i]]`` is the text of form i; a code of -1 is a blank."""

    codes: Array
    words: tuple[str, ...]


class Facts(NamedTuple):
    """What forms are grouped by; a column that nobody asked for is empty.

    Attributes:
        ids: of the forms.
        pack: id of the rule pack that each was audited by.
        total: as printed, 1/100 point; BLANK where it is no number.
        grade: as printed.
        amount: the year's budget, 1/100 yuan; BLANK where it is no number.
    """

    ids: Texts
    department: Texts
    unit: Texts
    project: Texts
    sector: Texts
    pack: Texts
    grade: Texts
    total: Array
    amount: Array


class Batch(NamedTuple):
    """The forms of one row group.

    Attributes:
        part: path of its part.
        group: number of the row group, from 0.
        keys: first 8 bytes of the sha256 of each form's id.
        begin: where each form's readings begin; one more than there are forms.
        budgets: the scored money line, by ``coding.BASES``.
        guard: how large the products of each form can become.
        exact: the forms that are scored as these; their columns are blank.
    """

    part: str
    group: int
    year: int
    region: str
    keys: Array
    begin: Array
    budgets: tuple[Budgets[Array], ...]
    readings: Readings[Array]
    guard: Guard
    exact: tuple[Exact, ...]
    facts: Facts

    @property
    def size(self) -> int:
        """How many forms it has."""
        return len(self.keys)


NO_TEXTS = Texts(np.empty(0, "i4"), ())
NO_NUMBERS: Array = np.empty(0, "i8")


def facts_of(texts: Iterable[Texts], numbers: Iterable[Array]) -> Facts:
    """Return facts from their columns, in the order of the fields."""
    ids, department, unit, project, sector, pack, grade = texts
    total, amount = numbers
    return Facts(ids, department, unit, project, sector, pack, grade, total, amount)


def begins(rows: Array) -> Array:
    """Return where each form's readings begin, from how many it has."""
    found = np.zeros(len(rows) + 1, "i8")
    np.cumsum(rows, out=found[1:])
    return frozen(found)


def frozen(column: Array) -> Array:
    """Return the array unchangeable: compiled code knows one sort of array and not two."""
    column.setflags(write=False)
    return column
