"""What the re-checked forms say of all: how far reviews lie from self-scores, with an interval.

Statistics, not scores: binary fractions will do here, and no score is made from them.
"""

from math import sqrt
from statistics import NormalDist

from msgspec import Struct

from jiheng.corpus.draw.population import Population, members
from jiheng.corpus.draw.selection import Chosen


class Estimate(Struct, frozen=True, kw_only=True):
    """The mean difference, in points: of all forms, or of every yuan where money was drawn.

    Attributes:
        low: lower end of the interval; None where too few were re-checked to say.
        level: how often such an interval holds the true mean, 0.95 for 95 %.
        checked: how many drawn forms were re-checked.
        drawn: of how many.
    """

    mean: float
    low: float | None
    high: float | None
    level: float
    checked: int
    drawn: int


class _Seen(Struct, frozen=True):
    """A re-checked form: what it stands for of the stratum's weight, and its difference."""

    weight: int
    chance: float
    difference: float

    @property
    def stands_for(self) -> float:
        """Return the weight of itself and of those that were not drawn in its place."""
        return self.weight / self.chance


class _Spread(Struct, frozen=True):
    """How a stratum's mean would scatter: variance, third central moment, degrees of freedom."""

    variance: float | None
    third: float
    freedom: int


class _Part(Struct, frozen=True):
    """One stratum: its weight, its mean, and how that scatters."""

    weight: int
    mean: float
    spread: _Spread


_CERTAIN = _Spread(0.0, 0.0, 0)
_UNKNOWN = _Spread(None, 0.0, 0)
_FEWEST_WITH_SKEW = 3


def estimate(
    population: Population,
    chosen: tuple[Chosen, ...],
    differences: dict[str, float],
    level: float = 0.95,
) -> Estimate | None:
    """Return the mean difference, or None where a stratum has no re-checked form.

    Each form counts by its weight over its chance (Hájek's ratio); the variance is Hájek's
    approximation for draws of fixed size with unequal chances; the interval takes Student's t,
    moved towards the longer tail (Johnson 1978; Hall 1992): most reviews change nothing, a few
    take much off.

    Args:
        population: that was drawn from.
        chosen: who was drawn.
        differences: id → review score minus self-score, in points, of those re-checked so far.
        level: of the interval.
    """
    weights = {each.id: population.weight(each) for each in population.entries}
    parts = list[_Part]()
    for stratum in population.strata:
        seen = [
            _Seen(weights[each.id], float(each.probability), differences[each.id])
            for each in chosen
            if each.stratum == stratum.name and each.id in differences
        ]
        if not seen:
            return None
        parts.append(_part(sum(weights[each.id] for each in members(population, stratum)), seen))
    whole = sum(each.weight for each in parts)
    mean = sum(each.weight * each.mean for each in parts) / whole
    reach = _reach(parts, whole, level)
    return Estimate(
        mean=mean,
        low=None if reach is None else mean + reach[0],
        high=None if reach is None else mean + reach[1],
        level=level,
        checked=sum(each.id in differences for each in chosen),
        drawn=len(chosen),
    )


def _part(weight: int, seen: list[_Seen]) -> _Part:
    counted = sum(each.stands_for for each in seen)
    mean = sum(each.stands_for * each.difference for each in seen) / counted
    left = [
        (1 - each.chance, (each.difference - mean) * each.stands_for / counted)
        for each in seen
        if each.chance < 1
    ]
    return _Part(weight, mean, _spread(left))


def _spread(left: list[tuple[float, float]]) -> _Spread:
    """Return how a stratum's mean scatters.

    Args:
        left: of each form that was not certain, one minus its chance and its share in the error.
    """
    count = len(left)
    if not left:
        return _CERTAIN
    if count == 1:
        return _UNKNOWN
    room = sum(part for part, _ in left)
    centre = sum(part * error for part, error in left) / room
    second = sum(part * (error - centre) ** 2 for part, error in left) * count / (count - 1)
    if count < _FEWEST_WITH_SKEW:
        return _Spread(second, 0.0, count - 1)
    third = sum(part * (error - centre) ** 3 for part, error in left)
    return _Spread(second, third * count**2 / ((count - 1) * (count - 2)), count - 1)


def _reach(parts: list[_Part], whole: int, level: float) -> tuple[float, float] | None:
    """Return how far the interval reaches below the mean and above it; None where unknown."""
    variance, third, freedom = 0.0, 0.0, 0
    for each in parts:
        if each.spread.variance is None:
            return None
        share = each.weight / whole
        variance += share**2 * each.spread.variance
        third += share**3 * each.spread.third
        freedom += each.spread.freedom
    if not variance:
        return 0.0, 0.0
    reach = _student(level, freedom) * sqrt(variance)
    # Within the interval the mean always stays: no sample is so skewed that this moves it further.
    moved = third / variance * (1 + 2 * _normal(level) ** 2) / 6
    return moved - reach, moved + reach


def _normal(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


def _student(level: float, freedom: int) -> float:
    """Return Student's t within which so much lies: the expansion of Cornish and Fisher.

    Within 2 % of the tables from three degrees of freedom on; below, it is too small.
    """
    z = _normal(level)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
