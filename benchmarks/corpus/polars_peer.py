"""The same scoring as Polars expressions."""

from functools import partial

import numpy as np
import polars as pl

from benchmarks.corpus.rules import Column, Scoring
from jiheng.corpus.coded.batches import Array, Batch
from jiheng.corpus.coded.coding import BASES
from jiheng.rulebook.pack import MoneyBase
from jiheng.scoring.kernels.forms import UNKNOWN, Budgets, Readings
from jiheng.scoring.rules import Rules

_WIDE = partial(pl.Expr.cast, dtype=pl.Int64)
_SUMS = ("low", "high", "scored", "lost")


class Polars:
    """What Polars calls things; what is used more than once it finds out itself."""

    def where(self, asked: Column, yes: Column, no: Column) -> pl.Expr:
        """Return one value or another."""
        return pl.when(asked).then(yes).otherwise(no)

    def least(self, one: Column, other: Column) -> pl.Expr:
        """Return the smaller."""
        return pl.min_horizontal(one, other)

    def most(self, one: Column, other: Column) -> pl.Expr:
        """Return the larger."""
        return pl.max_horizontal(one, other)

    def kept(self, value: pl.Expr) -> pl.Expr:
        """Return a value that is used more than once."""
        return value

    def after(self, value: pl.Expr) -> pl.Expr:
        """Return the value of the next place; 0 after the last."""
        return value.shift(-1, fill_value=0)


class Frames:
    """A batch as Polars holds it: made before the clock runs, as our arrays are."""

    def __init__(self, batch: Batch, base: MoneyBase) -> None:
        self.begin = batch.begin
        self.rows = pl.DataFrame(_columns(batch.readings))
        self.money = pl.DataFrame(_columns(batch.budgets[BASES.index(base)]))


def _columns(columns: Readings | Budgets) -> dict[str, Array]:
    return dict(zip(columns._fields, columns, strict=True))


def totals(frames: Frames, rules: Rules) -> tuple[Array, Array]:
    """Return the lowest and the highest total of each form, or UNKNOWN."""
    scoring = Scoring(Polars(), rules)
    row = Readings(*(_WIDE(pl.col(name)) for name in Readings._fields))
    sums = (*scoring.row(row), *scoring.counts(row.weight, row.printed, row.more))
    money = Budgets(*(_WIDE(pl.col(name)) for name in Budgets._fields))
    line = (*scoring.money(money), *scoring.counts(money.weight, money.printed, pl.lit(0)))
    rows = frames.rows.lazy().select(
        each.cum_sum().alias(name) for name, each in zip(_SUMS, sums, strict=True)
    )
    lines = frames.money.lazy().select(
        each.alias(name) for name, each in zip(_SUMS, line, strict=True)
    )
    by_row, by_form = pl.collect_all([rows, lines])
    found = {
        name: _sums(by_row[name].to_numpy(), frames.begin) + by_form[name].to_numpy()
        for name in _SUMS
    }
    is_said = (found["scored"] > 0) & (found["lost"] == 0)
    return np.where(is_said, found["low"], UNKNOWN), np.where(is_said, found["high"], UNKNOWN)


def _sums(running: Array, begin: Array) -> Array:
    """Return the sum of each form's rows, from running sums: cheaper than to group them."""
    before = np.concatenate([[0], running])
    return before[begin[1:]] - before[begin[:-1]]
