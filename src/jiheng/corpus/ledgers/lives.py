"""What becomes of someone who is paid by the month: the fates that are planted."""

from collections.abc import Iterator
from typing import NamedTuple

from jiheng.corpus.ledgers.scene import Planted, Rates, Row, Scene, Told

YEAR = 12
"""Months of a year; a fate in month 0 came before the year."""
_LONGEST_AFTER = 3


class Life(NamedTuple):
    """The months of one year in which someone is paid; months count from 1.

    Attributes:
        first: first month with a claim; 13 for none in the year.
        died: month of death; one more month is never due.
        after: months paid in spite of it.
        suspended: first month without payment; 0 from before the year.
        resumed: month in which payment goes on and what was kept back is paid.
    """

    first: int = 1
    died: int | None = None
    after: int = 0
    suspended: int | None = None
    resumed: int | None = None

    def paid(self) -> Iterator[tuple[int, int]]:
        """Yield each month that is paid, with the month in which it is."""
        last = YEAR if self.died is None else min(YEAR, self.died + self.after)
        for month in range(self.first, last + 1):
            if self.suspended is None or month < self.suspended:
                yield month, month
            elif self.resumed is not None:
                yield month, max(month, self.resumed)


def some_life(scene: Scene, first: int = 1) -> Life:
    """Return a life with at most one fate, by the rates of the scene.

    The dice fall the same way whatever the rates are, so that two ledgers of one seed differ in
    nothing but the fates.
    """
    rates = scene.rates
    dies, lingers, stops, returns = (scene.chance(rate) for rate in _in_order(rates))
    fallen = [scene.dice.random() for _ in range(3)]
    if first > YEAR:
        return Life(first=first)
    if dies:
        died = _between(first, YEAR, fallen[0])
        after = _between(1, _LONGEST_AFTER, fallen[1]) if lingers else 0
        return Life(first=first, died=died, after=min(after, YEAR - died))
    if not stops:
        return Life(first=first)
    suspended = _between(first - 1, YEAR, fallen[0])
    soonest = max(suspended, first) + 1
    resumed = _between(soonest, YEAR, fallen[2]) if returns and soonest <= YEAR else None
    return Life(first=first, suspended=suspended, resumed=resumed)


def _in_order(rates: Rates) -> tuple[int, int, int, int]:
    return (rates.deaths, rates.paid_after_death, rates.suspensions, rates.reactivations)


def _between(first: int, last: int, fallen: float) -> int:
    """Return the month from first to last on which a die from 0 to 1 fell."""
    return first + int(fallen * (last - first + 1))


REASONS = ("未认证", "完成认证", "死亡")
"""Why a life is suspended, goes on, and ends, as most systems word it."""


def told_life(
    life: Life,
    person_id: str,
    scene: Scene,
    table: str = "status_change",
    reasons: tuple[str, str, str] = REASONS,
) -> Iterator[Told]:
    """Yield the rows of status changes of a life, and what was planted with it."""
    suspension, reactivation, death = reasons
    changes = (
        ("suspension", "暂停", life.suspended, suspension),
        ("reactivation", "恢复", life.resumed, reactivation),
        ("death", "终止", life.died, death),
    )
    for planted, kind, month, reason in changes:
        if month is not None:
            when = scene.month(month)
            yield Row(table, (scene.serial("BG"), person_id, kind, when, reason))
            yield Planted(planted, table, person_id, when)
    if life.after and life.died is not None:
        yield Planted("paid-after-death", "", person_id, scene.month(life.died + 1))
