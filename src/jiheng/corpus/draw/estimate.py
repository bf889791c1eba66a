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


class _Part(Struct, frozen=True):
    """One stratum: its weight, its mean, the mean's variance and degrees of freedom."""

    weight: int
    mean: float
    variance: float | None
    freedom: int


def estimate(
    population: Population,
    chosen: tuple[Chosen, ...],
    differences: dict[str, float],
    level: float = 0.95,
) -> Estimate | None:
    """Return the mean difference, or None where a stratum has no re-checked form.

    Each form counts by its weight over its chance (Hájek's ratio); the variance is Hájek's
    approximation for draws of fixed size with unequal chances; the interval takes Student's t.

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
    half = _half_width(parts, whole, level)
    return Estimate(
        mean=mean,
        low=None if half is None else mean - half,
        high=None if half is None else mean + half,
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
    return _Part(weight, mean, *_variance(left))


def _variance(left: list[tuple[float, float]]) -> tuple[float | None, int]:
    """Return the variance of a stratum's mean, and its degrees of freedom.

    Args:
        left: of each form that was not certain, one minus its chance and its share in the error.
    """
    if not left:
        return 0.0, 0
    if len(left) == 1:
        return None, 0
    room = sum(part for part, _ in left)
    centre = sum(part * error for part, error in left) / room
    spread = sum(part * (error - centre) ** 2 for part, error in left)
    return spread * len(left) / (len(left) - 1), len(left) - 1


def _half_width(parts: list[_Part], whole: int, level: float) -> float | None:
    variance, freedom = 0.0, 0
    for each in parts:
        if each.variance is None:
            return None
        variance += (each.weight / whole) ** 2 * each.variance
        freedom += each.freedom
    return _student(level, freedom) * sqrt(variance) if freedom else 0.0


def _student(level: float, freedom: int) -> float:
    """Return Student's t within which so much lies: the expansion of Cornish and Fisher.

    Within 2 % of the tables from three degrees of freedom on; below, it is too small.
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
