"""Rows of a ledger made up from a seed, with the truth of what was planted: ``told``."""

from collections.abc import Iterator
from random import Random

from jiheng.corpus.ledgers.scene import ALL, Planted, Row, Scene, Told, Wish
from jiheng.corpus.ledgers.systems import SYSTEMS, System
from jiheng.rulebook.ledgers import load_ledger

_SEED_BITS = 40
_WAIT = 3_000
"""How soon, in 1/10,000 a row, a row that was recorded twice comes again."""


class NoSuchSystem(KeyError):
    """A ledger was asked for that no generator makes."""


def told(wish: Wish) -> Iterator[Told]:
    """Yield rows and what was planted in them; the same wish gives the same.

    Raises:
        NoSuchSystem: there is no generator of this system.
    """
    system = next((each for each in SYSTEMS if each.name == wish.system), None)
    if system is None:
        raise NoSuchSystem(wish.system)
    return _with_duplicates(_once(system, wish), wish)


def _once(system: System, wish: Wish) -> Iterator[Told]:
    """Yield everything once: people come in until there are rows or people enough."""
    scene = Scene(dice=Random(wish.seed), year=wish.year, rates=wish.rates)
    count = number = 0
    for each in system.before(scene):
        count += isinstance(each, Row)
        yield each
    while count < wish.rows if wish.people is None else number < wish.people:
        number += 1
        scene.dice.seed(wish.seed << _SEED_BITS | number)
        for each in system.each(scene, number):
            count += isinstance(each, Row)
            yield each
    yield from system.after(scene)


def _with_duplicates(stream: Iterator[Told], wish: Wish) -> Iterator[Told]:
    """Yield a stream in which some rows come a second time, a little later."""
    dice = Random(f"{wish.seed}-duplicates")
    keys = _key_places(wish.system)
    waiting: list[Row] = []
    for each in stream:
        yield each
        if isinstance(each, Planted):
            continue
        if waiting and dice.randrange(ALL) < _WAIT:
            yield waiting.pop(0)
        if dice.randrange(ALL) < wish.rates.duplicates:
            waiting.append(each)
            key = "|".join(str(each.values[place]) for place in keys[each.table])
            yield Planted("duplicate", each.table, key)
    yield from waiting


def _key_places(system: str) -> dict[str, tuple[int, ...]]:
    """Return where the columns of each table's key stand in a row."""
    tables = load_ledger(system).tables
    return {
        table.name: tuple(
            place for place, column in enumerate(table.columns) if column.name in table.key
        )
        for table in tables
    }
