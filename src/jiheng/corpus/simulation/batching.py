"""The batch function of a simulation: one row group scored before and after, and added up."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.coded.batches import Batch, Texts
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.grading import Column, states_of
from jiheng.corpus.simulation.plan import Law, Plan, Side
from jiheng.corpus.simulation.sizes import size_key
from jiheng.corpus.simulation.tally import Compared, Key, Tally, tally
from jiheng.corpus.store.filing import NO_REGION, NO_YEAR
from jiheng.model.simulation import KeyName
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.kernels.forms import UNKNOWN

KEYS: tuple[KeyName, ...] = ("region", "department", "sector", "size", "year")
"""By what forms are put together, in the order of the report."""
FACTS = ("department", "sector", "amount", "pack")
"""What of ``Facts`` it asks for."""


class Graded(NamedTuple):
    """Each form's totals under one law, 1/100 point or UNKNOWN, and its grades as states."""

    lows: Column
    highs: Column
    states: Column


class Outcome(NamedTuple):
    """What a row group gives.

    Attributes:
        tallies: one for each of the plan's rules after.
        compared: the forms under the first of them.
    """

    tallies: tuple[Tally, ...]
    compared: Compared


def simulate_batch(batch: Batch, plan: Plan) -> Outcome:
    """Return the sums of a row group, which was decoded once for all rules of the plan."""
    keys = _keys(batch)
    before = _graded(batch, plan.before, len(plan.grades))
    each = [_compared(batch, before, _graded(batch, law, len(plan.grades))) for law in plan.afters]
    return Outcome(tuple(tally(one, keys, len(plan.grades)) for one in each), each[0])


def _compared(batch: Batch, before: Graded, after: Graded) -> Compared:
    return Compared(
        before.lows,
        before.highs,
        after.lows,
        after.highs,
        before.states,
        after.states,
        batch.facts.amount,
    )


def _graded(batch: Batch, law: Law, grades: int) -> Graded:
    """Return the totals under a law: under each pack those forms that it scored."""
    if not law.packs:
        return _under(batch, law.sides[0], grades)
    codes = _codes_among(batch.facts.pack, law.packs)
    nothing = np.full(batch.size, UNKNOWN, np.int64)
    found = Graded(nothing, nothing.copy(), np.full(batch.size, grades * grades, np.int64))
    for place, side in enumerate(law.sides):
        own = codes == place
        if own.any():
            for column, values in zip(found, _under(batch, side, grades), strict=True):
                column[own] = values[own]
    return found


def _under(batch: Batch, side: Side, grades: int) -> Graded:
    lows, highs = score_batch(batch, side.rules, side.base)
    return Graded(lows, highs, states_of(lows, highs, side.grading, grades))


def _codes_among(texts: Texts, names: tuple[str, ...]) -> NDArray[np.intp]:
    """Return the places of texts among names; −1 for a blank.

    Raises:
        SimulationError: a text is none of the names.
    """
    missing = next((word for word in texts.words if word not in names), None)
    if missing is not None:
        raise SimulationError(phrase("simulation.pack-unknown", pack=missing))
    return np.array([*map(names.index, texts.words), -1], np.intp)[texts.codes]


def _keys(batch: Batch) -> tuple[Key, ...]:
    """Return the keys of ``KEYS``."""
    facts = batch.facts
    return (
        _same(None if batch.region == NO_REGION else batch.region, batch.size),
        _key(facts.department),
        _key(facts.sector),
        size_key(facts.amount),
        _same(None if batch.year == NO_YEAR else str(batch.year), batch.size),
    )


def _same(name: str | None, size: int) -> Key:
    return Key((name,), np.zeros(size, np.intp))


def _key(texts: Texts) -> Key:
    """Return texts as a key; a blank, whose code is −1, has the last name."""
    return Key((*texts.words, None), texts.codes.astype(np.intp) % (len(texts.words) + 1))
