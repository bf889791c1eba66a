"""What a list says of a value: how many, how much, how content, until when."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from jiheng.evidence.looking.agreeing import agrees, is_by
from jiheng.evidence.looking.columns import (
    answer_column,
    date_column,
    key_column,
    money_column,
    money_unit,
)
from jiheng.evidence.looking.listing import Listing
from jiheng.model.decimals import decimal_words
from jiheng.model.measure import Measured
from jiheng.model.proof import Look, LookKind
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse

_CONTENT = ("非常满意", "很满意", "比较满意", "较满意", "基本满意", "满意", "好", "很好")
_BARELY = "基本满意"
_CONTRARY = ("不", "差", "一般")
_PLACES = 2
_EXACT = 8
"""Digits of a share that is compared: it is not rounded twice."""
_HUNDRED = 100
_SIGNS = re.compile(r"[,，￥¥元\s]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def looks_at(listing: Listing, paper: str, actual: Quantity, year: int | None) -> Iterator[Look]:
    """Yield what a list says of a value, nothing where it has no column for it.

    Args:
        listing: the list.
        paper: its name.
        actual: the form's value.
        year: of the form.
    """
    if actual.kind in {"date", "period"}:
        yield from _latest(listing, paper, actual, year)
    elif actual.is_number and actual.dimension == "money":
        yield from _sum(listing, paper, actual)
    elif actual.is_number and actual.dimension == "ratio":
        yield from _shares(listing, paper, actual)
    elif actual.is_number:
        yield from _counts(listing, paper, actual)


def measured_look(measured: Measured, paper: str, actual: Quantity, year: int | None) -> Look:
    """Return what a value measured in a ledger says."""
    value, unit = measured.value, measured.unit
    is_day = unit is None and _DAY.fullmatch(value) is not None
    fits = is_by(actual, value, year) if is_day else agrees(actual, value, unit)
    return Look(paper=paper, kind="measured", value=value, unit=unit, fits=fits)


def _latest(listing: Listing, paper: str, actual: Quantity, year: int | None) -> Iterator[Look]:
    column = date_column(listing)
    cells = () if column is None else listing.column(column)
    days = [last for cell in cells if (last := parse(cell).last) and not last.startswith("--")]
    if days:
        day = max(days)
        yield Look(paper=paper, kind="latest", value=day, fits=is_by(actual, day, year))


def _sum(listing: Listing, paper: str, actual: Quantity) -> Iterator[Look]:
    column = money_column(listing)
    if column is None:
        return
    amounts = [_amount(cell) for cell in listing.column(column)]
    known = [amount for amount in amounts if amount is not None]
    if known and len(known) == len(amounts):
        total, unit = decimal_words(Fraction(sum(known)), _PLACES), money_unit(listing, column)
        yield Look(
            paper=paper, kind="sum", value=total, unit=unit, fits=agrees(actual, total, unit)
        )


def _amount(cell: str) -> Decimal | None:
    try:
        amount = Decimal(_SIGNS.sub("", cell))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < Decimal(10) ** 15 else None


def _shares(listing: Listing, paper: str, actual: Quantity) -> Iterator[Look]:
    """The share of content answers; 基本满意 is counted in or not, as it bears the value out."""
    column = answer_column(listing)
    answers = () if column is None else listing.column(column)
    content = [_is_content(answer) for answer in answers]
    if not answers or not any(content):
        return
    strict = sum(yes and answer != _BARELY for yes, answer in zip(content, answers, strict=True))
    looks = [
        _share_look(paper, actual, count, len(answers))
        for count in dict.fromkeys((sum(content), strict))
    ]
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


def _is_content(answer: str) -> bool:
    return answer in _CONTENT and not answer.startswith(_CONTRARY)


def _counts(listing: Listing, paper: str, actual: Quantity) -> Iterator[Look]:
    """How many rows; how many different people or things where that is asked and can be told."""
    column = key_column(listing)
    named = () if column is None else listing.column(column)
    is_of_times = (actual.unit or "").endswith("次")
    if len(named) == len(listing.rows) and not is_of_times:
        # A list that names somebody twice proves one of them.
        yield _count_look(paper, actual, "people", len(set(named)))
    else:
        yield _count_look(paper, actual, "rows", len(listing.rows))


def _count_look(paper: str, actual: Quantity, kind: LookKind, count: int) -> Look:
    return Look(paper=paper, kind=kind, value=str(count), fits=agrees(actual, str(count), None))
