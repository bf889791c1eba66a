"""What the forms of a year come to, for a circular: the numbers of the lists, added up."""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet, Sum
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.summary import read_summary
from jiheng.web.lists.figures import WHOLE
from jiheng.web.lists.sieve import RATED, STANDINGS
from jiheng.web.people.models import Organisation
from jiheng.web.rectification.departments import departments_of, place_of

HANDED_IN = reduce(or_, STANDINGS.values())
"""Its results were handed in, be it that they came back."""
_RATED = HANDED_IN & RATED


class Reported(Struct, frozen=True, kw_only=True):
    """How many forms there are, were handed in, are closed."""

    all: int = 0
    sent: int = 0
    closed: int = 0

    @property
    def unsent(self) -> int:
        """How many were not handed in."""
        return self.all - self.sent

    @property
    def share(self) -> int | None:
        """Handed in of all, in 1/10,000."""
        return rounded(self.sent * WHOLE, self.all)

    def __add__(self, other: "Reported") -> "Reported":
        """Return the forms of both together."""
        return Reported(
            all=self.all + other.all,
            sent=self.sent + other.sent,
            closed=self.closed + other.closed,
        )


class Unit(Struct, frozen=True, kw_only=True):
    """A unit with its department and its forms."""

    name: str
    department: Organisation
    reported: Reported


class Totals(Struct, frozen=True, kw_only=True):
    """What the forms that were handed in add up to.

    Attributes:
        rated: how many say what was budgeted and executed, on which the next three rest.
        budget, executed: in 1/10,000 yuan.
        rate: the sum of their rates, in 1/10,000.
        faulty: how many have errors.
    """

    rated: int = 0
    budget: int = 0
    executed: int = 0
    rate: int = 0
    faulty: int = 0
    errors: int = 0
    warnings: int = 0

    @property
    def by_money(self) -> int | None:
        """Executed over budget, in 1/10,000."""
        return rounded(self.executed * WHOLE, self.budget)

    @property
    def by_mean(self) -> int | None:
        """The mean of the rates, in 1/10,000."""
        return rounded(self.rate, self.rated)


class Found(Struct, frozen=True, kw_only=True):
    """A check with its findings in forms that were handed in.

    Attributes:
        forms: how many have one.
        units: names of their units.
    """

    code: str
    errors: int
    warnings: int
    forms: int
    units: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return self.errors + self.warnings


def units_of(records: QuerySet[FormRecord]) -> tuple[Unit, ...]:
    """Return the units of some forms in the order of the tree; two queries."""
    told = (
        records.order_by()
        .values_list("organisation__branch", "organisation__name")
        .annotate(
            all=Count("pk"),
            sent=Count("pk", filter=HANDED_IN),
            closed=Count("pk", filter=Q(step=Step.CLOSED)),
        )
    )
    rows = sorted(told, key=lambda row: place_of(row[0]))
    departments = departments_of(branch for branch, *_ in rows)
    return tuple(
        Unit(
            name=name,
            department=departments[branch],
            reported=Reported(all=all_, sent=sent, closed=closed),
        )
        for branch, name, all_, sent, closed in rows
    )


def totals_of(records: QuerySet[FormRecord]) -> Totals:
    """Return the sums over the forms that were handed in; one query."""
    told = records.order_by().aggregate(
        rated=Count("pk", filter=_RATED),
        budget=Sum("figures__budget", filter=_RATED),
        executed=Sum("figures__executed", filter=_RATED),
        rate=Sum("figures__rate", filter=_RATED),
        faulty=Count("pk", filter=HANDED_IN & Q(figures__errors__gt=0)),
        errors=Sum("figures__errors", filter=HANDED_IN),
        warnings=Sum("figures__warnings", filter=HANDED_IN),
    )
    return Totals(**{name: int(value or 0) for name, value in told.items()})


def found_in(records: QuerySet[FormRecord]) -> tuple[Found, ...]:
    """Return every check with errors or doubts, the most frequent first; one query."""
    rows = records.filter(HANDED_IN).order_by("organisation__branch")
    counts: Counter[tuple[str, str]] = Counter()
    forms: Counter[str] = Counter()
    units: dict[str, dict[str, None]] = {}
    for stored, unit in rows.values_list("summary", "organisation__name").iterator():
        codes = read_summary(stored).codes
        for severity, found in codes.items():
            counts.update({(code, severity): count for code, count in found.items()})
        for code in _distinct(codes.values()):
            forms[code] += 1
            units.setdefault(code, {})[unit] = None
    found = (
        Found(
            code=code,
            errors=counts[code, "error"],
            warnings=counts[code, "warning"],
            forms=forms[code],
            units=tuple(units[code]),
        )
        for code in forms
    )
    return tuple(sorted(found, key=lambda each: (-each.forms, -each.count, each.code)))


def rounded(part: int, whole: int) -> int | None:
    """Return a quotient rounded half up; None where there is nothing to divide by.

    Example:
        >>> rounded(5, 2), rounded(1, 0)
        (3, None)
    """
    return (2 * part + whole) // (2 * whole) if whole > 0 else None


def _distinct(found: Iterable[dict[str, int]]) -> Iterable[str]:
    return dict.fromkeys(code for each in found for code in each)
