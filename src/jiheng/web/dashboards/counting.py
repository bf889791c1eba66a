"""The one question that a dashboard asks: its forms in groups, with what adds up of each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    F,
    Q,
    QuerySet,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from msgspec import Struct
from msgspec.structs import astuple

from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.figures import WHOLE
from jiheng.web.lists.sieve import BELOW, RATED, SCORED, STANDINGS, Sent
from jiheng.web.lists.tally import COLUMNS

_STANDING = Case(
    *(When(wanted, then=Value(name.value)) for name, wanted in STANDINGS.items()),
    default=Value(Sent.UNSENT.value),
    output_field=CharField(),
)
_DETAILS: dict[str, tuple[Combinable, int | str]] = {
    "unit": (F("organisation"), 0),
    "below": (Case(When(BELOW, then=Value(1)), default=Value(0)), 0),
    "grade": (F("figures__grade"), ""),
    "low_grade": (F("figures__low_grade"), ""),
    "high_grade": (F("figures__high_grade"), ""),
    "once": (F("figures__once"), ""),
}
"""By what the forms of the year itself are told apart; those of other years are not."""
_KEYS = ("year", "standing", *_DETAILS)


def _whole(total: Sum) -> Cast:
    """The sum over no row is nothing, and PostgreSQL adds up large numbers as decimals."""
    return Cast(Coalesce(total, 0), BigIntegerField())


_FOUND = Q(figures__errors__gt=0) | Q(figures__warnings__gt=0) | Q(figures__hints__gt=0)
_ADDED = {
    "forms": Count("pk"),
    "faulty": Count("pk", filter=Q(figures__errors__gt=0)),
    "found": Count("pk", filter=_FOUND),
    "errors": Sum("figures__errors"),
    "warnings": Sum("figures__warnings"),
    "hints": Sum("figures__hints"),
    "rated": Count("figures__rate"),
    "rate": _whole(Sum("figures__rate")),
    "budget": _whole(Sum("figures__budget", filter=RATED)),
    "executed": _whole(Sum("figures__executed", filter=RATED)),
    "scored": Count("pk", filter=SCORED),
    "printed": _whole(Sum("figures__printed", filter=SCORED)),
    "low": _whole(Sum("figures__low", filter=SCORED)),
    "high": _whole(Sum("figures__high", filter=SCORED)),
}
_COUNTED = {f"n_{name}": Sum(f"figures__{name}") for name in COLUMNS}


LOW = 8_000
"""An execution rate, in 1/10,000, below which it is told apart."""


class Sums(Struct, frozen=True, kw_only=True):
    """What many forms come to.

    Attributes:
        forms: how many there are; with errors ``faulty``, with any finding ``found``.
        rated: how many say a budget and what was executed, on which the next three rest.
        rate: the sum of their rates, in 1/10,000.
        budget, executed: in 1/10,000 yuan.
        scored: how many have a total and an interval of the rules, on which the next three rest.
        printed, low, high: sums of the scores in 1/100 point.
        columns: findings by the columns of ``lists.tally``.
    """

    forms: int = 0
    faulty: int = 0
    found: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    rated: int = 0
    rate: int = 0
    budget: int = 0
    executed: int = 0
    scored: int = 0
    printed: int = 0
    low: int = 0
    high: int = 0
    columns: tuple[int, ...] = (0,) * len(COLUMNS)

    @property
    def findings(self) -> int:
        """How many findings there are, of all severities."""
        return self.errors + self.warnings + self.hints

    @property
    def unrated(self) -> int:
        """How many forms say no budget, or not what was executed of it."""
        return self.forms - self.rated

    @property
    def by_money(self) -> int | None:
        """Executed over budget of all forms together, in 1/10,000."""
        return mean(self.executed * WHOLE, self.budget)

    @property
    def is_low(self) -> bool:
        """Whether so little was executed that it is told apart."""
        return self.by_money is not None and self.by_money < LOW

    @property
    def by_mean(self) -> int | None:
        """The mean of the rates, in 1/10,000."""
        return mean(self.rate, self.rated)

    @property
    def printed_mean(self) -> int | None:
        """The mean of the printed scores, in 1/100 point."""
        return mean(self.printed, self.scored)

    @property
    def low_mean(self) -> int | None:
        """The mean of the lowest scores that the rules allow."""
        return mean(self.low, self.scored)

    @property
    def high_mean(self) -> int | None:
        """The mean of the highest scores that the rules allow."""
        return mean(self.high, self.scored)

    def of(self, column: str) -> int:
        """Return the findings of one column."""
        return self.columns[COLUMNS.index(column)]


class Group(Struct, frozen=True, kw_only=True):
    """Forms that agree in all but what adds up.

    Attributes:
        organisation: key of the unit; like all that follows, only of the year that is looked at.
        is_below: the best grade of the rules is lower than the score's own.
        grade, low_grade, high_grade: of the printed, the lowest and the highest score.
        once: what templates and systems did, ``VA03:system``, with blanks between.
        values: in the order of the fields of ``Sums``, the columns after the others.
    """

    year: int
    standing: Sent
    organisation: int
    is_below: bool
    grade: str
    low_grade: str
    high_grade: str
    once: str
    values: tuple[int, ...]

    @property
    def forms(self) -> int:
        """How many there are."""
        return self.values[0]


def groups_of(records: QuerySet[FormRecord], year: int) -> tuple[Group, ...]:
    """Return all forms in groups, by one question to the database: nothing changes in between.

    Args:
        records: forms of several years.
        year: the one of which organisations, grades and defects are told apart.
    """
    details = {
        name: Case(
            When(year=year, then=told),
            default=Value(otherwise),
            output_field=TextField() if otherwise == "" else BigIntegerField(),
        )
        for name, (told, otherwise) in _DETAILS.items()
    }
    told = (
        records.order_by()
        .annotate(standing=_STANDING, **details)
        .values_list(*_KEYS)
        .annotate(**_ADDED, **_COUNTED)
    )
    return tuple(_group(row) for row in told)


def added(groups: Iterable[Group]) -> Sums:
    """Return what groups come to together."""
    columns = zip(*(group.values for group in groups), strict=True)
    totals = [sum(column) for column in columns]
    if not totals:
        return Sums()
    size = len(_ADDED)
    named = dict(zip(_ADDED, totals[:size], strict=True))
    return Sums(**named, columns=tuple(totals[size:]))


def merged(parts: Iterable[Sums]) -> Sums:
    """Return what several sums come to together."""
    *named, columns = zip(*(astuple(each) for each in parts), strict=True)
    together = tuple(sum(column) for column in zip(*columns, strict=True))
    values = dict(zip(Sums.__struct_fields__[:-1], map(sum, named), strict=True))
    return Sums(**values, columns=together)


def mean(total: int, count: int) -> int | None:
    """Return a quotient rounded half up; None where there is nothing to divide by.

    Example:
        >>> mean(5, 2), mean(1, 0)
        (3, None)
    """
    return (2 * total + count) // (2 * count) if count > 0 else None


def _group(row: tuple[Any, ...]) -> Group:
    year, standing, unit, below, grade, low_grade, high_grade, once, *values = row
    return Group(
        year=year,
        organisation=unit,
        standing=Sent(standing),
        is_below=below == 1,
        grade=grade,
        low_grade=low_grade,
        high_grade=high_grade,
        once=once,
        values=tuple(values),
    )
