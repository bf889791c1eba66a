"""Counts that a form asks for and reports, and the rates beside them."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.figures import half_last_digit, value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.model.quantity import Quantity
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_MORE_IS_BETTER = frozenset({"ge", "gt", "eq"})
_NOT_COUNTED = frozenset({"ratio", "time", "month", "working-day", "money"})
_LOWER_BOUNDS = frozenset({"ge", "gt"})
_UPPER_BOUNDS = frozenset({"le", "lt"})


class CountRow(Struct, frozen=True, kw_only=True):
    """A row that asks for a number of people or things and reports another.

    Attributes:
        done: actual over target.
    """

    row: ScoredIndicator
    target: Fraction
    actual: Fraction

    @property
    def done(self) -> Fraction:
        """The part of the target that was reached."""
        return self.actual / self.target


def count_rows(scored: ScoredForm) -> tuple[CountRow, ...]:
    """Return the rows under 数量 that ask for at least so many, target and actual in one unit."""
    return tuple(_count_rows(scored))


def _count_rows(scored: ScoredForm) -> Iterator[CountRow]:
    for row in scored.indicators:
        target, actual = value_of(row.target), value_of(row.actual)
        if level2_of(row.row) != "quantity" or row.direction not in _MORE_IS_BETTER:
            continue
        if not target or actual is None or not is_countable(row.target, row.actual):
            continue
        yield CountRow(row=row, target=target, actual=actual)


def is_countable(one: Quantity, other: Quantity) -> bool:
    """Whether two values count things or people, of one kind."""
    dimension = one.dimension or ""
    return (
        one.dimension == other.dimension and dimension not in _NOT_COUNTED and "/" not in dimension
    )


def share_of(quantity: Quantity) -> Fraction | None:
    """Return a share of 1, or None where the value is no percentage."""
    return value_of(quantity) if quantity.dimension == "ratio" else None


def says(quantity: Quantity, share: Fraction) -> bool:
    """Whether a printed share is one that was computed, rounded or cut to its decimals.

    An operator that a system printed beside it makes it a bound.
    """
    printed = share_of(quantity)
    if printed is None:
        return False
    digit = _last_digit(quantity)
    if quantity.op in _LOWER_BOUNDS:
        return share > printed - digit
    if quantity.op in _UPPER_BOUNDS:
        return share < printed + digit
    return abs(share - printed) < digit


def _last_digit(quantity: Quantity) -> Fraction:
    return 2 * half_last_digit(quantity)
