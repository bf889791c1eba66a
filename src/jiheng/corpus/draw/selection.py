"""Who is drawn in one stratum: monetary unit sampling (货币单位抽样) in a drawn order.

The entries are laid end to end in the drawn order, each as long as its money, and a point is set
every so many yuan from a drawn start. Whoever holds a point is drawn. What is longer than the
distance of two points is drawn for certain, and taken out before.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from jiheng.corpus.draw.lottery import below, place_of
from jiheng.corpus.draw.population import Population, Stratum, members

_BY_CHANCE = 2
"""So many have to be drawn by chance for a variance."""


class Chosen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry that was drawn.

    Attributes:
        chance: that it had to be drawn, as ``numerator/denominator``; 1/1 where it was certain.
    """

    id: str
    stratum: str
    chance: str

    @property
    def probability(self) -> Fraction:
        """The chance as a number in (0, 1]."""
        return Fraction(self.chance)


class _Weighed(Struct, frozen=True):
    id: str
    weight: int


def select(population: Population, stratum: Stratum, seed: bytes) -> tuple[Chosen, ...]:
    """Return who is drawn in a stratum, by id; everyone where it has no more than are drawn."""
    inside = members(population, stratum)
    weighed = tuple(_Weighed(each.id, population.weight(each)) for each in inside)
    certain, rest, size = _certain(weighed, stratum.size)
    ordered = sorted(rest, key=lambda each: place_of(seed, stratum.name, each.id))
    drawn = (
        *(_chosen(each, stratum, Fraction(1)) for each in certain),
        *_every_so_far(ordered, size, stratum, seed),
    )
    return tuple(sorted(drawn, key=lambda each: each.id))


def least_size(weights: Iterable[int]) -> int:
    """Return how many of a stratum have to be drawn so that two of them are drawn by chance.

    With fewer nothing can be said of its variance, nor then of any interval; where money lies in
    few forms, that takes all of them.

    Example:
        >>> least_size((10, 10, 10)), least_size((900, 10, 10, 10)), least_size((900, 10))
        (2, 3, 2)
    """
    weighed = tuple(_Weighed(f"{at:09}", weight) for at, weight in enumerate(weights))
    size = min(_BY_CHANCE, len(weighed))
    while size < len(weighed) and _certain(weighed, size)[2] < _BY_CHANCE:
        size += 1
    return size


def _certain(
    weighed: tuple[_Weighed, ...], size: int
) -> tuple[list[_Weighed], list[_Weighed], int]:
    """Return what is longer than the distance of two points, the rest, and how many remain.

    Each that is taken out shortens the line and so the distance: hence from the longest on.
    """
    rest = sorted(weighed, key=lambda each: (-each.weight, each.id))
    whole, certain = sum(each.weight for each in rest), list[_Weighed]()
    while rest and size and rest[0].weight * size >= whole:
        first = rest.pop(0)
        certain.append(first)
        whole, size = whole - first.weight, size - 1
    return certain, rest, size


def _every_so_far(
    ordered: list[_Weighed], size: int, stratum: Stratum, seed: bytes
) -> tuple[Chosen, ...]:
    """Return whoever holds a point; counted in 1/size of a cent, so that nothing is rounded."""
    whole = sum(each.weight for each in ordered)
    if not size or not whole:
        return ()
    point, end, drawn = below(seed, stratum.name, whole), 0, list[Chosen]()
    for each in ordered:
        end += each.weight * size
        if point < end:
            drawn.append(_chosen(each, stratum, Fraction(each.weight * size, whole)))
            point += whole
    return tuple(drawn)


def _chosen(weighed: _Weighed, stratum: Stratum, chance: Fraction) -> Chosen:
    ratio = f"{chance.numerator}/{chance.denominator}"
    return Chosen(id=weighed.id, stratum=stratum.name, chance=ratio)
