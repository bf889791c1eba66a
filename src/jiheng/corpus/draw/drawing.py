"""The published papers: the frozen population with its commitment, and the draw."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from jiheng.corpus.draw.errors import UnfitPopulation
from jiheng.corpus.draw.lottery import commitment, opens, seed_of
from jiheng.corpus.draw.population import Population, digest, members
from jiheng.corpus.draw.selection import Chosen, select
from jiheng.rulebook.telling import phrase

LEAST_SECRET = 16
"""Bytes; a shorter secret could be tried out from its commitment."""


class Frozen(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.frozen/1",
):
    """What is published before the public number appears."""

    population: Population
    digest: str
    commitment: str


class MustCheck(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form that is looked at whatever the draw says, and why (领导交办, 巡察 …)."""

    id: str
    reason: str


class Draw(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.draw/1",
):
    """What is published with the draw: enough to draw again.

    Attributes:
        secret: as hexadecimal digits.
        must_check: stands beside the draw and has no part in it.
    """

    frozen: Frozen
    number: str
    secret: str
    chosen: tuple[Chosen, ...]
    must_check: tuple[MustCheck, ...] = ()


def freeze(population: Population, secret: bytes) -> Frozen:
    """Return the paper that binds population and secret.

    Raises:
        UnfitPopulation: two entries share an id, an entry has no stratum, a stratum no entry, or
            the secret is too short.
    """
    _check(population)
    if len(secret) < LEAST_SECRET:
        raise UnfitPopulation(phrase("draw.short-secret", least=str(LEAST_SECRET)))
    return Frozen(population=population, digest=digest(population), commitment=commitment(secret))


def draw(
    frozen: Frozen, secret: bytes, number: str, must_check: tuple[MustCheck, ...] = ()
) -> Draw:
    """Return the draw.

    Args:
        frozen: as it was published.
        secret: the one that was committed to.
        number: the public number, as it was published.
        must_check: what is looked at besides.

    Raises:
        UnfitPopulation: the population is not the one that was frozen, the secret is another, or a
            form that must be checked is not among the entries.
    """
    if digest(frozen.population) != frozen.digest:
        raise UnfitPopulation(phrase("draw.other-population"))
    if not opens(secret, frozen.commitment):
        raise UnfitPopulation(phrase("draw.other-secret"))
    if not number.strip():
        raise UnfitPopulation(phrase("draw.no-number"))
    known = {each.id for each in frozen.population.entries}
    for each in must_check:
        if each.id not in known:
            raise UnfitPopulation(phrase("draw.unknown-form", id=each.id))
    return Draw(
        frozen=frozen,
        number=number,
        secret=secret.hex(),
        chosen=drawn(frozen.population, seed_of(secret, number, frozen.digest)),
        must_check=must_check,
    )


def drawn(population: Population, seed: bytes) -> tuple[Chosen, ...]:
    """Return who is drawn, stratum by stratum."""
    return tuple(
        chosen
        for stratum in sorted(population.strata, key=lambda each: each.name)
        for chosen in select(population, stratum, seed)
    )


def _twice(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)


def _check(population: Population) -> None:
    twice = _twice(each.id for each in population.entries)
    if twice is not None:
        raise UnfitPopulation(phrase("draw.id-twice", id=twice))
    twice = _twice(each.name for each in population.strata)
    if twice is not None:
        raise UnfitPopulation(phrase("draw.stratum-twice", name=twice))
    named = {each.name for each in population.strata}
    for entry in population.entries:
        if entry.stratum not in named:
            raise UnfitPopulation(phrase("draw.no-stratum", id=entry.id, name=entry.stratum))
    for stratum in population.strata:
        if not members(population, stratum):
            raise UnfitPopulation(phrase("draw.empty-stratum", name=stratum.name))
