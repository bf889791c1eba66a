"""What a system's generator is: what is recorded once, and what with each person or thing."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from jiheng.corpus.ledgers.lives import YEAR
from jiheng.corpus.ledgers.people import Person
from jiheng.corpus.ledgers.scene import Scene, Told

Once: TypeAlias = Callable[[Scene], Iterator[Told]]
Each: TypeAlias = Callable[[Scene, int], Iterator[Told]]


def nothing(_scene: Scene) -> Iterator[Told]:
    """Yield nothing: a system that keeps no rows of this kind."""
    return iter(())


class System(Struct, frozen=True, kw_only=True):
    """The generator of one system's ledger.

    Attributes:
        name: id of the ledger.
        before: rows that stand there before anyone is recorded.
        each: rows of one person or thing, by its number from 1.
        after: rows that sum the others up, by ``Scene.sums``.
    """

    name: str
    each: Each
    before: Once = nothing
    after: Once = nothing


def first_month(person: Person, age: int, scene: Scene) -> int:
    """Return the first month of the year with a claim from an age on, 13 for none.

    A claim begins with the month after the birthday (自到龄的次月).
    """
    years = scene.year - person.born[0]
    if years == age:
        return person.born[1] + 1
    return 1 if years > age else YEAR + 1


def returned(scene: Scene) -> str:
    """Return whether the bank took a payment: 成功, or one time in 200 退回."""
    return "退回" if scene.chance(50) else "成功"
