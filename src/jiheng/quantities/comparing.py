"""Two values side by side: same words, same measure."""

import re

from jiheng.model.quantity import Quantity
from jiheng.quantities.normal import normalise
from jiheng.quantities.wording import bare

_LEADING = ("已经", "已", "基本")
_DAY = re.compile(r"(?<=[0-9])号(?!文)")


def same_words(left: str | None, right: str | None) -> bool:
    """Say whether two wordings differ at most in punctuation, blanks and a leading 已 or 基本.

    Example:
        >>> same_words("成效显著。", "已成效 显著"), same_words("提高", "有所提高")
        (True, False)
        >>> same_words("每月10号前", "每月10日前")
        True
    """
    first, second = _words(left), _words(right)
    return bool(first) and first == second


def _words(text: str | None) -> str:
    plain = bare(normalise(text)) if text else ""
    for leading in _LEADING:
        plain = plain.removeprefix(leading)
    return _DAY.sub("日", plain)


def amounts(actual: Quantity, target: Quantity) -> tuple[int, int] | None:
    """Return both amounts over one denominator, or None when they measure different things.

    A bare number fits any measure; ``readings`` says in which unit it is meant.

    Example:
        >>> from jiheng.quantities import parse
        >>> amounts(parse("68400元"), parse("≤6.84万元"))
        (684000000, 684000000)
        >>> amounts(parse("3人"), parse("3人次")) is None
        True
    """
    if actual.amount is None or target.amount is None:
        return None
    if actual.dimension != target.dimension and None not in {actual.dimension, target.dimension}:
        return None
    return actual.amount * target.over, target.amount * actual.over
