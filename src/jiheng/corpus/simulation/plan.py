"""What is to be compared: the rules before, and one or several sets of rules after."""

from typing import NamedTuple

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.grading import Grading, grading_of, names_of
from jiheng.rulebook.pack import MoneyBase, Pack
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.rules import Rules, rules_of


class Side(NamedTuple):
    """All of a pack that totals and grades come from."""

    rules: Rules
    base: MoneyBase
    grading: Grading


class Law(NamedTuple):
    """The rules by which every form is scored.

    Attributes:
        packs: ids of the packs that scored the forms, each with a side of its own; empty where one
            side holds for all.
        sides: as many as ``packs``, or one.
    """

    packs: tuple[str, ...]
    sides: tuple[Side, ...]


class Plan(NamedTuple):
    """A comparison, as plain values that go to any worker.

    Attributes:
        grades: the names of all grades, the lowest first.
        before: the rules that hold.
        afters: the rules that might; several in a sweep.
    """

    grades: tuple[str, ...]
    before: Law
    afters: tuple[Law, ...]


Packs = dict[str, Pack] | Pack
"""A pack for each that scored a form of the corpus, or one for all."""


def plan_of(before: Packs, afters: tuple[Packs, ...]) -> Plan:
    """Return the comparison of packs.

    Raises:
        SimulationError: none of those after gives another total or grade than the one before.
    """
    everything = [pack for packs in (before, *afters) for pack in _all(packs)]
    names = names_of([pack.grades.value for pack in everything])
    law = _law(before, names)
    laws = tuple(_law(packs, names) for packs in afters)
    if all(each == law for each in laws):
        raise SimulationError(phrase("simulation.nothing-differs"))
    return Plan(grades=names, before=law, afters=laws)


def _all(packs: Packs) -> tuple[Pack, ...]:
    return (packs,) if isinstance(packs, Pack) else tuple(packs.values())


def _law(packs: Packs, names: tuple[str, ...]) -> Law:
    ids = () if isinstance(packs, Pack) else tuple(packs)
    return Law(packs=ids, sides=tuple(_side(pack, names) for pack in _all(packs)))


def _side(pack: Pack, names: tuple[str, ...]) -> Side:
    return Side(rules_of(pack), pack.money_base.value, grading_of(pack.grades.value, names))
