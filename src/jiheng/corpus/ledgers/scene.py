"""What a made-up ledger is asked for, and the stream of rows that it becomes."""

from random import Random
from typing import NamedTuple, TypeAlias

from msgspec import Struct

Value: TypeAlias = str | int | None
"""One cell: money as ``"128.00"``, a date as ``"2023-07-15"``, a month as ``"2023-07"``."""

ALL = 10_000
"""Chances are told in 1/10,000."""


class Rates(Struct, frozen=True, kw_only=True):
    """How often something is planted, in 1/10,000.

    Attributes:
        duplicates: of all rows, recorded a second time under the same key.
        deaths: of the people (lines, seals), ending in the year.
        suspensions: of the others, suspended before or in the year.
        reactivations: of the suspended, active again in the year, with the months between paid
            afterwards.
        paid_after_death: of the dead, to whom one to three months more were paid.
    """

    duplicates: int = 50
    deaths: int = 200
    suspensions: int = 500
    reactivations: int = 6_000
    paid_after_death: int = 2_000


class Wish(Struct, frozen=True, kw_only=True):
    """What is asked for.

    Attributes:
        rows: of all tables together; the last person is told to the end.
        seed: of the dice; person 7 of a seed is the same whatever the rates and the size.
        people: how many people (employers, cases, lines) instead of how many rows.
    """

    system: str
    rows: int = 0
    seed: int = 1
    year: int
    rates: Rates = Rates()
    people: int | None = None


class Row(NamedTuple):
    """One row of a table, its values in the order of the ledger's columns."""

    table: str
    values: tuple[Value, ...]


class Planted(NamedTuple):
    """Something that was planted: the truth beside the rows.

    Attributes:
        kind: duplicate, death, suspension, reactivation or paid-after-death.
        table: where it shows.
        key: the row's key, or the person's number.
        month: from when on; "" where it has no time.
    """

    kind: str
    table: str
    key: str
    month: str = ""


Told: TypeAlias = Row | Planted


class Scene(Struct, kw_only=True):
    """The invented city in one year, while its rows are made.

    Attributes:
        sums: what the rows told so far come to, in fen or pieces, for rows that sum others up.
    """

    dice: Random
    year: int
    rates: Rates
    sums: dict[str, int] = {}
    serials: int = 0

    def chance(self, rate: int) -> bool:
        """Whether something happens that happens ``rate`` times in 10,000."""
        return int(self.dice.random() * ALL) < rate

    def serial(self, letters: str) -> str:
        """Return the next number of a record."""
        self.serials += 1
        return f"{letters}{self.year}{self.serials:010d}"

    def month(self, number: int) -> str:
        """Return a month of the year, 1 to 12; 0 is the December before."""
        return f"{self.year}-{number:02d}" if number else f"{self.year - 1}-12"

    def day(self, month: int, first: int = 1, last: int = 28) -> str:
        """Return a day of a month, 1 to 12."""
        return f"{self.year}-{month:02d}-{self.dice.randint(first, last):02d}"

    def add(self, name: str, number: int) -> None:
        """Add to a running sum."""
        self.sums[name] = self.sums.get(name, 0) + number


def yuan(fen: int) -> str:
    """Return an amount of fen, never negative, in yuan.

    Example:
        >>> yuan(12_805)
        '128.05'
    """
    return f"{fen // 100}.{fen % 100:02d}"
