"""What a list can say, whatever it is asked: how many, how much, how content, until when."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from jiheng.evidence.looking.columns import (
    answer_column,
    date_column,
    key_column,
    money_column,
    money_unit,
)
from jiheng.evidence.looking.listing import Listing
from jiheng.model.decimals import decimal_words
from jiheng.model.papers import ListSeen
from jiheng.quantities import parse

_CONTENT = ("非常满意", "很满意", "比较满意", "较满意", "基本满意", "满意", "好", "很好")
_BARELY = "基本满意"
_CONTRARY = ("不", "差", "一般")
_PLACES = 2
_SIGNS = re.compile(r"[,，￥¥元\s]")
_MOST = Decimal(10) ** 15


def seen_in(listing: Listing) -> ListSeen:
    """Return what a list can say."""
    money = money_column(listing)
    total = None if money is None else _total(listing.column(money))
    answers = _filled(listing, answer_column(listing))
    content = _content(answers)
    return ListSeen(
        rows=len(listing.rows),
        people=_people(listing),
        total=total,
        unit=None if money is None or total is None else money_unit(listing, money),
        latest=_latest(_filled(listing, date_column(listing))),
        content=content,
        of=len(answers) if content else 0,
    )


def _filled(listing: Listing, column: int | None) -> Sequence[str]:
    return () if column is None else listing.column(column)


def _people(listing: Listing) -> int | None:
    """How many different ones the rows name: a list that names somebody twice proves one."""
    named = _filled(listing, key_column(listing))
    return len(set(named)) if len(named) == len(listing.rows) else None


def _total(cells: Sequence[str]) -> str | None:
    amounts = [_amount(cell) for cell in cells]
    known = [amount for amount in amounts if amount is not None]
    is_whole = known and len(known) == len(amounts)
    return decimal_words(Fraction(sum(known)), _PLACES) if is_whole else None


def _amount(cell: str) -> Decimal | None:
    try:
        amount = Decimal(_SIGNS.sub("", cell))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < _MOST else None


def _latest(cells: Sequence[str]) -> str | None:
    # Days repeat, and to read one takes longer than to find it again.
    days = (parse(cell).last for cell in set(cells))
    return max((day for day in days if day and not day.startswith("--")), default=None)


def _content(answers: Sequence[str]) -> tuple[int, ...]:
    content = [answer for answer in answers if _is_content(answer)]
    if not content:
        return ()
    strict = sum(answer != _BARELY for answer in content)
    return tuple(dict.fromkeys((len(content), strict)))


def _is_content(answer: str) -> bool:
    return answer in _CONTENT and not answer.startswith(_CONTRARY)
