"""The forms that may be drawn, and the digest that they are frozen by."""

from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Cents = Annotated[int, Meta(ge=0)]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One form that may be drawn.

    Attributes:
        id: the form's number; no two entries share one.
        amount: the money at stake, in 1/100 yuan.
        stratum: the group that it is drawn in.
        check_code: of the form as it stood then, the code at the foot of its print (校验码): so
            whoever holds the paper sees that it was changed afterwards. Not written where unknown.
    """

    id: str
    project: str
    unit: str
    department: str
    amount: Cents
    stratum: str
    check_code: str = ""


class Stratum(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of entries, and how many of them are drawn."""

    name: str
    size: Annotated[int, Meta(ge=1)]


class Population(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is drawn from, in which groups, before anyone knows the chance.

    Attributes:
        number_to_come: which public number will be taken, and when it appears.
        by_money: within a stratum each yuan has the same chance, not each form; what the draw then
            says of all is said of each yuan, too.
        least: a form counts with at least so much, in 1/100 yuan, so that none is out of reach.
    """

    title: str
    number_to_come: str
    strata: tuple[Stratum, ...]
    entries: tuple[Entry, ...]
    by_money: bool = True
    least: Annotated[int, Meta(ge=1)] = 1

    def weight(self, entry: Entry) -> int:
        """Return what an entry counts with."""
        return max(entry.amount, self.least) if self.by_money else 1


def digest(population: Population) -> str:
    """Return the SHA-256 of a population, as 64 hexadecimal digits.

    Of its JSON in UTF-8, without blanks, the keys of each object in alphabetic order, strata by
    name and entries by id: so the order in which somebody listed them changes nothing.
    """
    ordered = msgspec.structs.replace(
        population,
        strata=tuple(sorted(population.strata, key=lambda each: each.name)),
        entries=tuple(sorted(population.entries, key=lambda each: each.id)),
    )
    return sha256(msgspec.json.encode(ordered, order="sorted")).hexdigest()


def members(population: Population, stratum: Stratum) -> tuple[Entry, ...]:
    """Return the entries of a stratum."""
    return tuple(each for each in population.entries if each.stratum == stratum.name)
