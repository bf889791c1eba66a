"""What of all forms a list is to show, as its address says it: each condition one parameter.

A number on a dashboard leads to the forms behind it by the same conditions, so that the list is as
long as the number says.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from urllib.parse import urlencode

from django.db.models import ExpressionWrapper, F, IntegerField, Q, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.db.models.lookups import GreaterThan
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.tally import BY_RULE, COLUMNS, KINDS, SEVERITIES, column
from jiheng.web.pages.keys import key_in

YES = "1"
UNKNOWN = "-"
"""Stands in an address for a grade that nobody knows."""


class Sent(StrEnum):
    """How far a form's results are on their way; ``sent`` is all but ``unsent``."""

    SENT = "sent"
    UNSENT = "unsent"
    WAITING = "waiting"
    RETURNED = "returned"
    CLOSED = "closed"


STANDINGS = {
    Sent.WAITING: Q(step__in=(Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK)),
    Sent.RETURNED: Q(step=Step.SELF_EVALUATION, figures__is_returned=True),
    Sent.CLOSED: Q(step=Step.CLOSED),
}
"""In each of these a form was handed in."""
RATED = Q(figures__rate__isnull=False)
"""Says what was budgeted and executed."""
SCORED = Q(figures__printed__isnull=False, figures__low__isnull=False, figures__high__isnull=False)
"""Says a total that the rules can be held against."""
SPANS = ~Q(figures__low_grade=F("figures__high_grade"))
"""What the rules leave open decides on the grade."""
BELOW = (
    Q(figures__printed__gt=F("figures__high"))
    & ~Q(figures__grade=F("figures__high_grade"))
    & ~Q(figures__high_grade="")
    & ~Q(figures__grade="")
)
"""The best grade that the rules allow is lower than that of the score."""


class Condition(Struct, frozen=True, kw_only=True):
    """One parameter of an address.

    Attributes:
        asks: what a value asks of a form; None for a value that means nothing.
        counts: the findings that it speaks of, to be added up over the forms.
    """

    name: str
    asks: Callable[[str], Q | None]
    counts: Callable[[str], Combinable | None] = lambda _: None


class Sieve(Struct, frozen=True, kw_only=True):
    """Which forms somebody wants to see.

    Attributes:
        year: None for the year of the visitor's desk.
        at: key of an organisation, with everything below it.
        alone: that organisation without what is below it.
        step: where the forms stand; "" for anywhere.
        asked: names and values of conditions.
    """

    year: int | None = None
    at: int | None = None
    alone: bool = False
    step: str = ""
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it lets every form of the year through, at whatever step."""
        return self.at is None and not self.asked

    @property
    def query(self) -> str:
        """Return the parameters of the address."""
        return urlencode(
            {
                **({"year": self.year} if self.year is not None else {}),
                **({"at": self.at} if self.at is not None else {}),
                **({"alone": YES} if self.alone else {}),
                **({"step": self.step} if self.step else {}),
                **dict(self.asked),
            }
        )

    def also(self, **asked: str) -> "Sieve":
        """Return one that lets through what meets further conditions too."""
        kept = tuple(each for each in self.asked if each[0] not in asked)
        return Sieve(
            year=self.year,
            at=self.at,
            alone=self.alone,
            step=self.step,
            asked=(*kept, *asked.items()),
        )

    def sifted(self, records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
        """Return the forms that it lets through, of any year and at any step."""
        if self.at is not None:
            records = records.filter(_place(self.at, alone=self.alone))
        for condition, value in self._conditions():
            wanted = condition.asks(value)
            records = records if wanted is None else records.filter(wanted)
        return records

    def findings(self, records: QuerySet[FormRecord]) -> int | None:
        """Return how many findings of the kind asked for some forms have; None where none is."""
        for condition, value in self._conditions():
            counted = condition.counts(value)
            if counted is not None:
                return records.order_by().aggregate(found=Sum(counted))["found"] or 0
        return None

    def _conditions(self) -> list[tuple[Condition, str]]:
        asked = dict(self.asked)
        return [(each, asked[each.name]) for each in CONDITIONS if each.name in asked]


def sieve_in(parameters: Mapping[str, str]) -> Sieve:
    """Return what an address asks for; what means nothing is left out."""
    asked = ((each, parameters.get(each.name, "")) for each in CONDITIONS)
    year, at = (parameters.get(name, "") for name in ("year", "at"))
    step = parameters.get("step", "")
    return Sieve(
        year=key_in(year) or None,
        at=key_in(at) or None,
        alone=parameters.get("alone") == YES,
        step=step if step in set(Step) else "",
        asked=tuple((each.name, value) for each, value in asked if value and each.asks(value)),
    )


def _place(key: int, *, alone: bool) -> Q:
    """An organisation's branch is the keys from the root down to it: ``1.4.9.``."""
    if alone:
        return Q(organisation=key)
    inside = Q(organisation__branch__contains=f".{key}.")
    return inside | Q(organisation__branch__startswith=f"{key}.")


def _flag(name: str, wanted: Q) -> Condition:
    return Condition(name=name, asks=lambda value: wanted if value == YES else None)


def _standing(value: str) -> Q | None:
    sent = STANDINGS[Sent.WAITING] | STANDINGS[Sent.RETURNED] | STANDINGS[Sent.CLOSED]
    known = {Sent.SENT: sent, Sent.UNSENT: ~sent, **STANDINGS}
    return next((wanted for name, wanted in known.items() if name == value), None)


def _once(value: str) -> Q:
    """One of the words of a text in which blanks stand between them."""
    alone = Q(figures__once=value) | Q(figures__once__startswith=f"{value} ")
    inside = Q(figures__once__contains=f" {value} ")
    return alone | inside | Q(figures__once__endswith=f" {value}")


def _grade(name: str, field: str) -> Condition:
    return Condition(
        name=name, asks=lambda value: Q(**{f"figures__{field}": value.replace(UNKNOWN, "")})
    )


def _found(name: str, counts: Callable[[str], Combinable | None]) -> Condition:
    """Forms with a finding of those that are counted."""

    def asks(value: str) -> Q | None:
        counted = counts(value)
        if counted is None:
            return None
        return Q(GreaterThan(ExpressionWrapper(counted, IntegerField()), 0))

    return Condition(name=name, asks=asks, counts=counts)


_OF = {
    "error": F("figures__errors"),
    "warning": F("figures__warnings"),
    "info": F("figures__hints"),
}
_ALL = F("figures__errors") + F("figures__warnings") + F("figures__hints")
_BY = {"unit": _ALL - F(f"figures__{BY_RULE}"), "rule": F(f"figures__{BY_RULE}")}


def _kind(value: str) -> Combinable | None:
    if value not in KINDS:
        return None
    first, *others = (F(f"figures__{column(value, each)}") for each in SEVERITIES)
    return first + others[0] + others[1]


CONDITIONS = (
    Condition(name="sent", asks=_standing),
    _found("found", lambda value: _ALL if value == YES else None),
    _found("severity", _OF.get),
    _found("kind", _kind),
    _found("column", lambda value: F(f"figures__{value}") if value in COLUMNS else None),
    _found("mend", _BY.get),
    Condition(name="once", asks=_once),
    _flag("rated", RATED),
    _flag("unrated", ~RATED),
    _flag("scored", SCORED),
    _grade("grade", "grade"),
    _grade("low", "low_grade"),
    _grade("high", "high_grade"),
    _flag("spans", SPANS),
    _flag("below", BELOW),
)
"""In the order in which a list says them."""
