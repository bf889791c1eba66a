"""Large corpora for measurements: coded forms of the generator, multiplied with other amounts.

Nobody filed these forms: their ids say so, and the manifest does. Weights stay as they are drawn;
targets, actual values and rates change, in lowest terms as ``coding`` gives them.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.random import Generator, default_rng

from jiheng.corpus.coded.batches import GROUP, Array, Batch, Guard, begins, frozen
from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.coded.gathering import FormFacts, Gathered
from jiheng.corpus.coded.keys import key_of
from jiheng.corpus.coded.made_facts import made_facts
from jiheng.corpus.generator import sample
from jiheng.corpus.sectors import SECTORS
from jiheng.model.form import NOT_JUDGED
from jiheng.model.points import parse_points
from jiheng.rulebook.choosing import choose_pack
from jiheng.scoring.kernels import rows
from jiheng.scoring.kernels.forms import BLANK, Budgets, Readings

_PATTERNS = 64
"""So many forms of the generator a sector are multiplied."""
_CHANGED = 60
"""Of a hundred comparisons, so many get other amounts."""
_LARGEST = 2**31
"""Amounts above this stay as they are."""
_SCALES = (2, 500)
_SHIFTS = (-150, 300)
"""By how many thousandths an actual value moves; a third of them fall."""


class Making(Struct, frozen=True, kw_only=True):
    """What to make up.

    Attributes:
        seed: of the dice; the same gives the same forms.
        year: of all forms.
        region: code of the region; those from 990000 on are no real ones.
        first: number of the first form, so that parts of one corpus share no id.
    """

    count: int
    seed: int = 1
    year: int = 2024
    region: str = "990100"
    first: int = 1


def made_batches(making: Making) -> Iterator[Batch]:
    """Yield row groups of made-up forms; one is in memory at a time."""
    whole, rest = divmod(making.count, GROUP)
    for group, size in enumerate([GROUP] * whole + [rest] * (rest > 0)):
        yield _batch(making, group, size)


def _batch(making: Making, group: int, size: int) -> Batch:
    dice = default_rng((making.seed, making.first, group))
    pattern = _patterns(making.seed)
    picked = dice.integers(0, pattern.size, size)
    begin = begins(np.diff(pattern.begin)[picked])
    places = _places(pattern.begin[picked], begin)
    readings = _changed(Readings(*(_at(column, places) for column in pattern.readings)), dice)
    budgets = _spent(pattern, picked, dice)
    first = making.first + group * GROUP
    ids = tuple(f"made-{making.seed}-{number}" for number in range(first, first + size))
    return Batch(
        part="",
        group=group,
        year=making.year,
        region=making.region,
        keys=frozen(np.array([key_of(each) for each in ids], "i8")),
        begin=begin,
        budgets=budgets,
        readings=readings,
        guard=_guard(begin, budgets, readings, pattern.guard.most[picked]),
        exact=(),
        facts=made_facts(pattern.facts, picked, ids, making.region, dice),
    )


def _places(firsts: Array, begin: Array) -> Array:
    """Return where the rows of the picked forms stand in the pattern, one form after another."""
    moved: Array = np.repeat(firsts - begin[:-1], np.diff(begin))
    return moved + np.arange(len(moved))


def _at(column: Array, places: Array) -> Array:
    return column[places]


@lru_cache(maxsize=2)
def _patterns(seed: int) -> Batch:
    """Return the forms that are multiplied; each has rows and scores."""
    gathered = Gathered(0, "")
    for number, sector in enumerate(SECTORS):
        for form in sample(_PATTERNS, seed * len(SECTORS) + number, sectors=(sector,)):
            coded, total = code_form(form), parse_points(form.total.score)
            facts = FormFacts(
                ids=f"{sector}-{form.id}",
                department=None,
                unit=None,
                project=form.project.name,
                sector=sector,
                pack=choose_pack(form).pack.id,
                grade=form.total.grade,
                total=BLANK if total is None else total,
                amount=BLANK,
            )
            if coded.readings and form.kind not in NOT_JUDGED:
                gathered.add(coded, facts, key_of(facts.ids))
    return gathered.batch()


def _changed(readings: Readings[Array], dice: Generator) -> Readings[Array]:
    """Return rows with other targets, and with actual values about as far from them."""
    asked, first, second, third = readings[:4]
    is_share = asked == rows.SATISFACTION
    places = np.flatnonzero(
        (asked >= rows.POSITIVE)
        & (asked <= rows.SATISFACTION)
        & (np.minimum(first, second) > 0)
        & (np.maximum(np.maximum(first, second), third) < _LARGEST)
        & (dice.integers(0, 100, len(asked)) < _CHANGED)
    )
    scale = dice.integers(*_SCALES, len(places))
    shift = dice.integers(*_SHIFTS, len(places))
    target, actual = second[places] * scale, first[places] * scale
    actual += actual * shift // 1000
    whole = np.where(is_share[places], third[places] * scale, 0)
    common = np.gcd(np.gcd(actual, target), whole)
    first[places], second[places] = actual // common, target // common
    third[places] = np.where(is_share[places], whole // common, third[places])
    return Readings(*(frozen(column) for column in readings))


def _spent(pattern: Batch, picked: Array, dice: Generator) -> tuple[Budgets[Array], ...]:
    """Return the money lines with other rates, the same change by every base."""
    scale = dice.integers(*_SCALES, len(picked))
    less = dice.integers(0, 120, len(picked)) * (dice.integers(0, 100, len(picked)) < _CHANGED)
    return tuple(
        _rated(Budgets(*(_at(column, picked) for column in by_base)), scale, less)
        for by_base in pattern.budgets
    )


def _rated(money: Budgets[Array], scale: Array, less: Array) -> Budgets[Array]:
    executed, budget = money.executed, money.budget
    is_rate = (np.minimum(executed, budget) > 0) & (np.maximum(executed, budget) < _LARGEST)
    spent, whole = executed * scale, budget * scale
    spent -= spent * less // 1000
    common = np.maximum(np.gcd(spent, whole), 1)
    money = money._replace(
        executed=np.where(is_rate, spent // common, executed),
        budget=np.where(is_rate, whole // common, budget),
    )
    return Budgets(*(frozen(column) for column in money))


def _guard(
    begin: Array, budgets: tuple[Budgets[Array], ...], readings: Readings[Array], most: Array
) -> Guard:
    """Return how large products become: what ``code_form`` says, form by form."""
    asked = readings.asked
    is_compared = (asked >= rows.POSITIVE) & (asked <= rows.NOT_ABOVE_ZERO)
    first, second = (np.where(is_compared, np.abs(each), 0) for each in readings[1:3])
    third = np.where(asked == rows.SATISFACTION, np.abs(readings.third), 0)
    largest = np.maximum.reduceat(np.maximum(np.maximum(first, second), third), begin[:-1])
    times = np.maximum.reduceat(_times(first, second), begin[:-1])
    for money in budgets:
        executed, budget = np.abs(money.executed), np.abs(money.budget)
        largest = np.maximum(largest, np.maximum(executed, budget))
        times = np.maximum(times, _times(executed, budget))
    return Guard(frozen(largest), frozen(times), frozen(most))


def _times(first: Array, second: Array) -> Array:
    return np.maximum(first, second) // np.maximum(np.minimum(first, second), 1)
