"""What was seen of a paper beside what the form says."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jiheng.evidence.looking.agreeing import agrees, is_by
from jiheng.model.decimals import decimal_words
from jiheng.model.papers import ListSeen, ValueSeen
from jiheng.model.proof import Look, LookKind
from jiheng.model.quantity import Quantity

_PLACES = 2
_EXACT = 8
"""Digits of a share that is compared: it is not rounded twice."""
_HUNDRED = 100
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def looks_at(seen: ListSeen, paper: str, actual: Quantity, year: int | None) -> Iterator[Look]:
    """Yield what a list says of a value, nothing where it has no column for it.

    Args:
        seen: what the list can say.
        paper: its name.
        actual: the form's value.
        year: of the form.
    """
    if actual.kind in {"date", "period"}:
        yield from _latest(seen, paper, actual, year)
    elif actual.is_number and actual.dimension == "money":
        yield from _sum(seen, paper, actual)
    elif actual.is_number and actual.dimension == "ratio":
        yield from _shares(seen, paper, actual)
    elif actual.is_number and _is_counted(actual):
        yield from _counts(seen, paper, actual)


def measured_look(seen: ValueSeen, paper: str, actual: Quantity, year: int | None) -> Look:
    """Return what a value measured in a ledger says."""
    value, unit = seen.value, seen.unit
    is_day = unit is None and _DAY.fullmatch(value) is not None
    fits = is_by(actual, value, year) if is_day else agrees(actual, value, unit)
    return Look(paper=paper, kind="measured", value=value, unit=unit, fits=fits)


def _latest(seen: ListSeen, paper: str, actual: Quantity, year: int | None) -> Iterator[Look]:
    if seen.latest is not None:
        fits = is_by(actual, seen.latest, year)
        yield Look(paper=paper, kind="latest", value=seen.latest, fits=fits)


def _sum(seen: ListSeen, paper: str, actual: Quantity) -> Iterator[Look]:
    if seen.total is not None:
        fits = agrees(actual, seen.total, seen.unit)
        yield Look(paper=paper, kind="sum", value=seen.total, unit=seen.unit, fits=fits)


def _shares(seen: ListSeen, paper: str, actual: Quantity) -> Iterator[Look]:
    """The share of content answers; 基本满意 is counted in or not, as it bears the value out."""
    looks = [_share_look(paper, actual, count, seen.of) for count in seen.content]
    if looks:
        yield next((look for look in looks if look.fits), looks[0])


def _share_look(paper: str, actual: Quantity, count: int, of: int) -> Look:
    share = Fraction(count * _HUNDRED, of)
    return Look(
        paper=paper,
        kind="share",
        value=decimal_words(share, _PLACES),
        unit="%",
        of=of,
        fits=agrees(actual, decimal_words(share, _EXACT), "%"),
    )


def _is_counted(actual: Quantity) -> bool:
    """Whether a value counts people or things: a list does not say how long or heavy they are."""
    kind = actual.dimension
    return kind is None or kind == "people" or (actual.unit or "").endswith(kind)


def _counts(seen: ListSeen, paper: str, actual: Quantity) -> Iterator[Look]:
    """How many rows; how many different people or things where that is asked and can be told."""
    is_of_times = (actual.unit or "").endswith("次")
    if seen.people is not None and not is_of_times:
        yield _count_look(paper, actual, "people", seen.people)
    else:
        yield _count_look(paper, actual, "rows", seen.rows)


def _count_look(paper: str, actual: Quantity, kind: LookKind, count: int) -> Look:
    return Look(paper=paper, kind=kind, value=str(count), fits=agrees(actual, str(count), None))
