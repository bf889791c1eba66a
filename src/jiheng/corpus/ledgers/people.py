"""Invented people: no number of theirs can belong to anyone."""

from msgspec import Struct

from jiheng.corpus.ledgers.scene import Scene

COUNTIES = ("东岭区", "南塘区", "西坪县", "北渡县")
"""The counties of the invented city."""

_FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_DAYS = 28


class Person(Struct, frozen=True, kw_only=True):
    """One invented person.

    Attributes:
        born: year, month and day.
    """

    person_id: str
    id_number: str
    name: str
    born: tuple[int, int, int]
    county: str

    @property
    def born_on(self) -> str:
        """The day of birth as a ledger writes it."""
        return "{}-{:02d}-{:02d}".format(*self.born)


def some_person(scene: Scene, number: int, youngest: int, oldest: int) -> Person:
    """Return person ``number``, who comes to an age between two ages in the year of the scene."""
    dice = scene.dice
    born = (
        scene.year - dice.randint(youngest, oldest),
        dice.randint(1, 12),
        dice.randint(1, _DAYS),
    )
    return Person(
        person_id=f"MN{number:010d}",
        id_number=invented_id_number(number, born),
        name=f"模拟{number:07d}",
        born=born,
        county=COUNTIES[number % len(COUNTIES)],
    )


def invented_id_number(number: int, born: tuple[int, int, int]) -> str:
    """Return an id number that nobody has: no place has a code from 99, and its check is wrong.

    Example:
        >>> invented_id_number(12_345, (1958, 3, 9))
        '990012195803093455'
    """
    body = f"99{number // 1000 % 10_000:04d}{born[0]}{born[1]:02d}{born[2]:02d}{number % 1000:03d}"
    return body + _CHECKS[(right_check(body) + 1) % len(_CHECKS)]


def right_check(body: str) -> int:
    """Return which of the eleven check signs of GB 11643 belongs behind 17 digits, from 0."""
    return sum(int(digit) * factor for digit, factor in zip(body, _FACTORS, strict=True)) % 11
