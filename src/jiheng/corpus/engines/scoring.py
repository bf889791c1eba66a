"""The batch function of every engine: a row group's totals under any rules."""

from typing import TypeAlias

import numpy as np

from jiheng.corpus.coded.batches import Array, Batch
from jiheng.corpus.coded.coding import BASES, CodedForm
from jiheng.corpus.coded.compiled import compiled_score_forms
from jiheng.rulebook.pack import MoneyBase
from jiheng.scoring.kernels import compiled_bounds, score_forms
from jiheng.scoring.kernels.forms import Budgets, Readings
from jiheng.scoring.rules import Rules

Bounds = tuple[int, int]
"""The largest amount and the largest ratio of two amounts that compiled code is exact for."""

_Column: TypeAlias = list[int] | tuple[int, ...]
_Columns: TypeAlias = tuple[Budgets[_Column], Readings[_Column]]


def score_batch(batch: Batch, rules: Rules, base: MoneyBase) -> tuple[Array, Array]:
    """Return the lowest and the highest total of each form, in 1/100 point, or UNKNOWN.

    What could leave 63 bits in compiled code is scored by the same functions as Python runs them,
    whose whole numbers have no end.

    Args:
        batch: the forms.
        rules: of a pack.
        base: the budget that the pack divides by.
    """
    lows, highs = np.zeros(batch.size, "i8"), np.zeros(batch.size, "i8")
    at = BASES.index(base)
    bounds = compiled_bounds(int(batch.guard.most.max(initial=0)), rules)
    if bounds[0] > 0:
        score = compiled_score_forms()
        score(batch.begin, batch.budgets[at], batch.readings, rules, lows, highs)
    for place in np.flatnonzero(_refused(batch, bounds)).tolist():
        lows[place], highs[place] = _exactly(*_columns_at(batch, place, at), rules)
    for place, form in batch.exact:
        lows[place], highs[place] = _exactly(*_columns_of(form, at), rules)
    return lows, highs


def _refused(batch: Batch, bounds: Bounds) -> Array:
    """Return which forms have a product that may leave 63 bits."""
    largest, times = bounds
    if largest <= 0:
        return np.ones(batch.size, "?")
    return (batch.guard.largest > largest) | (batch.guard.times > times)


def _columns_at(batch: Batch, place: int, at: int) -> _Columns:
    """Return one form of a batch as columns of Python's whole numbers."""
    first, end = batch.begin[place : place + 2].tolist()
    budgets = (column[place : place + 1].tolist() for column in batch.budgets[at])
    readings = (column[first:end].tolist() for column in batch.readings)
    return Budgets(*budgets), Readings(*readings)


def _columns_of(form: CodedForm, at: int) -> _Columns:
    money = (form.money_weight, form.money_printed, *form.rates[at])
    rows = list(zip(*form.readings, strict=True)) or [()] * len(Readings._fields)
    return Budgets(*((each,) for each in money)), Readings(*rows)


def _exactly(
    budgets: Budgets[_Column], readings: Readings[_Column], rules: Rules
) -> tuple[int, int]:
    """Return the totals of one form from its own columns."""
    lows, highs = [0], [0]
    score_forms((0, len(readings.asked)), budgets, readings, rules, lows, highs)
    return lows[0], highs[0]
