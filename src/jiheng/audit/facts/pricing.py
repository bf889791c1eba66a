"""Unit prices of a form and the rows that say how many were paid for."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.cells import indicator_cell
from jiheng.audit.facts.costs import has_word
from jiheng.audit.facts.figures import money_of, money_words, value_of
from jiheng.audit.facts.levels import is_output, level2_of
from jiheng.audit.facts.names import beginning_shared, share_a_word
from jiheng.model.decimals import decimal_words
from jiheng.model.form import Indicator
from jiheng.model.quantity import Quantity
from jiheng.rulebook.lexicons import costs, goals
from jiheng.rulebook.phrases import Told, phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_MONTHS = 12
_BENEFITS = frozenset({"economic", "social", "ecological", "lasting", "satisfaction"})
_YEAR_ROUND = {"month": _MONTHS, "year": 1}


class Price(Struct, frozen=True, kw_only=True):
    """One unit price.

    Attributes:
        at: the cell that it was read from.
        object: dimension of what is paid for: people, 个.
        times: payments a year: 12 where the price is by the month.
        is_ceiling: printed as ≤, so that less may have been paid.
        is_average: a rounded mean, not a fixed rate.
    """

    row: ScoredIndicator
    at: str
    amount: Fraction
    object: str
    times: int
    is_ceiling: bool
    is_average: bool


class Product(Struct, frozen=True, kw_only=True):
    """A unit price times a number of people or things.

    Attributes:
        count_at: the cell of the number.
        is_same_object: the names say that the price is paid for what is counted: they share a
            word, or the price is a standard by the head.
        named_alike: with so many signs both names begin: 印章单价 and 印章数量 with two.
    """

    price: Price
    count_at: str
    count: Fraction
    is_same_object: bool
    named_alike: int

    @property
    def yuan(self) -> Fraction:
        """The money of a whole year."""
        return self.price.amount * self.count * self.price.times

    @property
    def arithmetic(self) -> Told:
        """The calculation as one would write it."""
        price, count = money_of(self.price.amount, "元"), decimal_words(self.count, 2)
        total = money_words(self.yuan)
        if self.price.times == _MONTHS:
            months = str(_MONTHS)
            return phrase("words.months", price=price, count=count, months=months, total=total)
        return phrase("words.times", price=price, count=count, total=total)


def prices(scored: ScoredForm) -> tuple[Price, ...]:
    """Return every unit price that is paid; the actual counts where it is a number.

    Prices among the benefits (人均增收) are not paid by the project.
    """
    return tuple(_prices(scored))


def _prices(scored: ScoredForm) -> Iterator[Price]:
    for row in scored.indicators:
        if level2_of(row.row) in _BENEFITS or has_word(row.row, costs().earned):
            continue
        for quantity, field in ((row.actual, "actual"), (row.target, "target")):
            price = _price(row, quantity, field)
            if price is not None:
                yield price
                break


def _price(row: ScoredIndicator, quantity: Quantity, field: str) -> Price | None:
    amount = value_of(quantity)
    parts = (quantity.dimension or "").split("/")
    if amount is None or parts[0] != "money":
        return None
    objects = [part for part in parts[1:] if part not in _YEAR_ROUND]
    periods = [part for part in parts[1:] if part in _YEAR_ROUND]
    if len(objects) != 1 or len(periods) > 1:
        return None
    return Price(
        row=row,
        at=indicator_cell(row.index, field),
        amount=amount,
        object=objects[0],
        times=_YEAR_ROUND[periods[0]] if periods else 1,
        is_ceiling=quantity.op in {"le", "lt"},
        is_average="均" in f"{quantity.prefix or ''}{row.row.name}",
    )


def products(price: Price, scored: ScoredForm, field: str = "actual") -> tuple[Product, ...]:
    """Return the price times each count of its object among the outputs."""
    return tuple(
        Product(
            price=price,
            count_at=indicator_cell(row.index, field),
            count=count,
            is_same_object=_is_same_object(price, row.row),
            named_alike=beginning_shared(price.row.row.name, row.row.name),
        )
        for row in scored.indicators
        if row.index != price.row.index and is_output(row.row) and level2_of(row.row) != "cost"
        for quantity in (row.actual if field == "actual" else row.target,)
        if quantity.dimension == price.object and (count := value_of(quantity)) is not None
    )


def _is_same_object(price: Price, counted: Indicator) -> bool:
    name = price.row.row.name
    if price.object == "people" and any(word in name for word in costs().standards):
        return True
    return share_a_word(name, counted.name, goals().idle)
