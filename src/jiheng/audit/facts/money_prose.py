"""An amount that is followed by its parts in brackets, as in 854万(400+295+159)."""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from jiheng.audit.facts.money_block import yuan

_FEWEST = 2
_WITH_PARTS = re.compile(r"([^()]{0,60}?\d[^()]{0,60})\(([^()]*\d[^()]*)\)")
_MONEY = re.compile(r"(?<![\d.])(?![\d.,]{30})\d+(?:,\d{3})*(?:\.\d+)?(?:亿元?|千?万元?|千元|元)")
_BARE = re.compile(r"(?<![\d.])(?![\d.,]{30})\d+(?:,\d{3})*(?:\.\d+)?")
_ONLY_NUMBERS = re.compile(r"[\d.,+、;\s]+")
_CALCULATED = re.compile(r"[*×÷/=%]")
_UNIT = re.compile(r"亿|千?万|千|元")
_SOME = ("其中", "含", "包括", "主要", "结转", "追加", "调整", "调减", "调增", "原")


class Parts(Struct, frozen=True, kw_only=True):
    """An amount and its parts, in yuan.

    Attributes:
        is_some: the words say that these are not all parts.
    """

    whole: Fraction
    parts: tuple[Fraction, ...]
    is_some: bool

    @property
    def total(self) -> Fraction:
        """What the parts add up to."""
        return sum(self.parts, Fraction(0))


@lru_cache(maxsize=4096)
def parts_of(text: str, unit: str | None) -> Parts | None:
    """Return an amount with the parts that stand behind it in brackets, or None.

    Parts without a unit are in that of the amount. A price times a number is none.

    Example:
        >>> found = parts_of("854万(400+295+159)", "万元")
        >>> found.whole == found.total == 8540000
        True
        >>> parts_of("50万元(2000册×250元)", "万元") is None
        True
    """
    found = _WITH_PARTS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or _CALCULATED.search(found.group(2)):
        return None
    head, inside = found.groups()
    own = _UNIT.search(head)
    written = _BARE if _ONLY_NUMBERS.fullmatch(inside) else _MONEY
    counted = f"{own.group().removesuffix('元')}元" if own else unit
    amounts = tuple(yuan(part, counted) for part in written.findall(inside))
    parts = tuple(amount for amount in amounts if amount is not None)
    whole = yuan(head.strip(), unit)
    if whole is None or len(parts) < _FEWEST:
        return None
    return Parts(whole=whole, parts=parts, is_some=any(word in text for word in _SOME))


def begins_with_amount(text: str, unit: str | None) -> bool:
    """Whether an amount stands before the first bracket.

    Example:
        >>> begins_with_amount("50（已下达）", "万元"), begins_with_amount("见附件", None)
        (True, False)
    """
    head = unicodedata.normalize("NFKC", text).partition("(")[0].strip()
    return yuan(head, unit) is not None
