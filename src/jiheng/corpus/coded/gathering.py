"""Coded forms gathered one by one into the columns of a batch."""

from array import array
from typing import NamedTuple

import numpy as np

from jiheng.corpus.coded.batches import (
    BUDGET_TYPES,
    READING_TYPES,
    Array,
    Batch,
    Exact,
    Guard,
    Texts,
    begins,
    facts_of,
    frozen,
)
from jiheng.corpus.coded.coding import BASES, CodedForm, CodedRate
from jiheng.scoring.kernels.forms import BLANK, Budgets, Readings

_MOST_ROWS = 2**15 - 1


class FormFacts(NamedTuple):
    """What a form is grouped by; the fields are those of ``Facts``."""

    ids: str
    department: str | None
    unit: str | None
    project: str | None
    sector: str | None
    pack: str | None
    grade: str | None
    total: int
    amount: int


class Gathered:
    """Forms on their way to a batch; what does not fit its columns is kept exact beside.

    Args:
        year: of the forms.
        region: of the forms.
    """

    def __init__(self, year: int, region: str) -> None:
        self._year, self._region = year, region
        self._readings = tuple(_column(kind) for kind in READING_TYPES)
        self._budgets = tuple(tuple(_column(kind) for kind in BUDGET_TYPES) for _ in BASES)
        self._guard = tuple(array("q") for _ in Guard._fields)
        self._keys, self._rows = array("q"), array("q")
        self._exact: list[Exact] = []
        self._facts: list[FormFacts] = []

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, form: CodedForm, facts: FormFacts, key: int) -> None:
        """Add a form; its key is as ``key_of`` gives it."""
        if not _fits(form):
            self._exact.append(Exact(len(self), form))
            form = _BLANK
        for reading in form.readings:
            for column, value in zip(self._readings, reading, strict=True):
                column.append(value)
        for columns, rate in zip(self._budgets, form.rates, strict=True):
            money = (form.money_weight, form.money_printed, *rate)
            for column, value in zip(columns, money, strict=True):
                column.append(value)
        for column, value in zip(self._guard, (form.largest, form.times, form.most), strict=True):
            column.append(value)
        self._keys.append(key)
        self._rows.append(len(form.readings))
        self._facts.append(facts)

    def batch(self, group: int = 0, part: str = "") -> Batch:
        """Return all that was added."""
        columns = list(zip(*self._facts, strict=True)) or [()] * len(FormFacts._fields)
        texts, numbers = columns[:-2], columns[-2:]
        return Batch(
            part=part,
            group=group,
            year=self._year,
            region=self._region,
            keys=_array(self._keys),
            begin=begins(_array(self._rows)),
            budgets=tuple(Budgets(*map(_array, columns)) for columns in self._budgets),
            readings=Readings(*map(_array, self._readings)),
            guard=Guard(*map(_array, self._guard)),
            exact=tuple(self._exact),
            facts=facts_of(map(_texts, texts), (frozen(np.array(each, "i8")) for each in numbers)),
        )


_BLANK = CodedForm(BLANK, 0, (CodedRate(0, 0, 0),) * len(BASES), (), 0, 0, 0)
"""What stands in the columns for a form that does not fit them."""


def _fits(form: CodedForm) -> bool:
    money = ((form.money_weight, form.money_printed, *rate) for rate in form.rates)
    return (
        form.largest <= np.iinfo("i8").max
        and len(form.readings) <= _MOST_ROWS
        and all(_in_types(each, READING_TYPES) for each in form.readings)
        and all(_in_types(each, BUDGET_TYPES) for each in money)
    )


_MOST = {kind: int(np.iinfo(kind).max) for kind in ("i1", "i2", "i4", "i8")}


def _in_types(values: tuple[int, ...], kinds: tuple[str, ...]) -> bool:
    return all(abs(value) <= _MOST[kind] for value, kind in zip(values, kinds, strict=True))


def _column(kind: str) -> "array[int]":
    return array(np.dtype(kind).char)


def _array(column: "array[int]") -> Array:
    return frozen(np.array(column))


def _texts(column: tuple[str | None, ...]) -> Texts:
    places: dict[str, int] = {}
    codes = [-1 if text is None else places.setdefault(text, len(places)) for text in column]
    return Texts(frozen(np.array(codes, "i4")), tuple(places))
