"""What many forms add up to, before and after: whole numbers that add up again over batches."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.scoring.kernels.forms import BLANK, UNKNOWN

Column = NDArray[np.int64]
Mask = NDArray[np.bool_]

MEASURES = (
    "forms",
    "compared",
    "low_before",
    "high_before",
    "low_after",
    "high_after",
    "changed",
    "up",
    "down",
    "crossing",
    "ranges_before",
    "ranges_after",
    "unsaid_before",
    "unsaid_after",
    "unbudgeted",
    "money_upper",
    "money_lower",
    "crossing_money_upper",
    "crossing_money_lower",
)
"""What is added up for every value of a key; a sum of money in two parts, that none may overflow:
``money_upper`` counts 2³² hundredths of a yuan."""
HALF = 32

POINT = 100
BINS = 101
"""Totals by whole points; the last bin is 100 and more."""
STEPS = (-2000, -1000, -500, -200, -100, 0, 1, 101, 201, 501, 1001, 2001)
"""Where a bin of changes begins, in 1/100 point; before the first one is a bin, too."""


class Key(NamedTuple):
    """By what forms are put together: a name for each code, None for what is not known."""

    names: tuple[str | None, ...]
    codes: NDArray[np.intp]


class Compared(NamedTuple):
    """Each form's totals in 1/100 point, its grades as states, and its budget in 1/100 yuan."""

    low_before: Column
    high_before: Column
    low_after: Column
    high_after: Column
    state_before: Column
    state_after: Column
    budget: Column


class Group(NamedTuple):
    """The sums of each value of a key: a row for each of ``MEASURES``, a column a name."""

    names: tuple[str | None, ...]
    sums: Column

    def __add__(self, other: object) -> "Group":
        """Return the sums of both, name by name."""
        if not isinstance(other, Group):
            return NotImplemented
        if self.names == other.names:
            return Group(self.names, self.sums + other.sums)
        names = tuple(dict.fromkeys((*self.names, *other.names)))
        places = {name: place for place, name in enumerate(names)}
        sums = np.zeros((len(MEASURES), len(names)), np.int64)
        for each in (self, other):
            sums[:, [places[name] for name in each.names]] += each.sums
        return Group(names, sums)


class Tally(NamedTuple):
    """The sums of some forms under one rule before and one after.

    Attributes:
        groups: by key, in the order in which keys were given; the first is all forms together.
        moves: forms by state before and state after.
        money: budgets by state before and after, upper and lower part.
        totals: forms by whole points of low before, high before, low after, high after.
        changes: forms by change of the lowest and of the highest total, the bins of ``STEPS``.
    """

    groups: tuple[Group, ...]
    moves: Column
    money: Column
    totals: Column
    changes: Column

    def __add__(self, other: object) -> "Tally":
        """Return the sums of both."""
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(
            tuple(one + two for one, two in zip(self.groups, other.groups, strict=True)),
            self.moves + other.moves,
            self.money + other.money,
            self.totals + other.totals,
            self.changes + other.changes,
        )


def tally(compared: Compared, keys: tuple[Key, ...], grades: int) -> Tally:
    """Return the sums of the forms of one batch.

    Args:
        compared: the forms.
        keys: by what they are put together.
        grades: how many grades there are.
    """
    states = grades * grades + 1
    columns = _columns(compared, grades)
    upper, lower = _parts(compared.budget)
    cells = compared.state_before * states + compared.state_after
    said = _said(compared)
    everything = Key((None,), np.zeros(len(cells), np.intp))
    return Tally(
        tuple(_group(key, columns) for key in (everything, *keys)),
        _added(cells, np.ones_like(cells), states * states).reshape(states, states),
        np.stack([_added(cells, part, states * states) for part in (upper, lower)]).reshape(
            2, states, states
        ),
        np.stack([_totals(column) for column in compared[:4]]),
        np.stack(
            [
                _changes(compared.low_before[said], compared.low_after[said]),
                _changes(compared.high_before[said], compared.high_after[said]),
            ]
        ),
    )


def moved(compared: Compared, grades: int) -> tuple[Mask, Mask, Mask]:
    """Return which forms have other grades after than before, which higher ones, which lower.

    Higher is what has a higher grade at one end at least and a lower one at none.
    """
    before, after = compared.state_before, compared.state_after
    crossing = _said(compared) & (before != after)
    low = after // grades - before // grades
    high = after % grades - before % grades
    up, down = (low >= 0) & (high >= 0), (low <= 0) & (high <= 0)
    return crossing, crossing & up, crossing & down


def changed(compared: Compared) -> Mask:
    """Return which forms have another total after than before."""
    differs = (compared.low_before != compared.low_after) | (
        compared.high_before != compared.high_after
    )
    return _said(compared) & differs


def _said(compared: Compared) -> Mask:
    return (compared.low_before != UNKNOWN) & (compared.low_after != UNKNOWN)


def _columns(compared: Compared, grades: int) -> tuple[Column, ...]:
    """Return what each form adds to each of ``MEASURES``."""
    said = _said(compared)
    crossing, up, down = moved(compared, grades)
    upper, lower = _parts(compared.budget)
    found = (
        np.ones_like(said),
        said,
        *(column * said for column in compared[:4]),
        changed(compared),
        up,
        down,
        crossing,
        compared.high_before > compared.low_before,
        compared.high_after > compared.low_after,
        compared.low_before == UNKNOWN,
        compared.low_after == UNKNOWN,
        compared.budget == BLANK,
        upper,
        lower,
        upper * crossing,
        lower * crossing,
    )
    return tuple(column.astype(np.int64) for column in found)


def _parts(budget: Column) -> tuple[Column, Column]:
    known = np.maximum(budget, 0)
    return known >> HALF, known & (2**HALF - 1)


def _group(key: Key, columns: tuple[Column, ...]) -> Group:
    sums = np.stack([_added(key.codes, column, len(key.names)) for column in columns])
    return Group(key.names, sums)


def _added(codes: NDArray[np.int64] | NDArray[np.intp], column: Column, size: int) -> Column:
    sums = np.zeros(size, np.int64)
    np.add.at(sums, codes, column)
    return sums


def _totals(column: Column) -> Column:
    bins = np.minimum(column[column != UNKNOWN] // POINT, BINS - 1)
    return _added(bins, np.ones_like(bins), BINS)


def _changes(before: Column, after: Column) -> Column:
    bins = np.searchsorted(np.array(STEPS), after - before, side="right")
    return _added(bins, np.ones(len(bins), np.int64), len(STEPS) + 1)
