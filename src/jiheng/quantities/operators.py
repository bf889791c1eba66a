"""Operators: glyphs and words right before a number, and words right behind its unit."""

from functools import lru_cache

from jiheng.model.quantity import Operator
from jiheng.rulebook import words

GLYPHS: dict[str, Operator] = {"≥": "ge", "≤": "le", ">": "gt", "<": "lt", "=": "eq"}

_UPWARD = {"ge", "gt"}
_DOWNWARD = {"le", "lt"}


@lru_cache(maxsize=1)
def _before() -> tuple[tuple[str, Operator], ...]:
    return _by_length(words.operators().before)


@lru_cache(maxsize=1)
def _after() -> tuple[tuple[str, Operator], ...]:
    return _by_length(words.operators().after)


def _by_length(listed: dict[Operator, tuple[str, ...]]) -> tuple[tuple[str, Operator], ...]:
    pairs: list[tuple[str, Operator]] = [
        (word, operator) for operator, group in listed.items() for word in group
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def before(prefix: str) -> tuple[str, Operator | None, bool]:
    """Return the words without the operator at their end, the operator, and if it was misread.

    Example:
        >>> before("满意度≥"), before("控制在"), before("平均费用"), before("W")
        (('满意度', 'ge', False), ('', 'le', False), ('平均费用', None, False), ('', 'le', True))
    """
    if not prefix:
        return "", None, False
    glyph = GLYPHS.get(prefix[-1])
    if glyph is not None:
        return prefix[:-1], glyph, False
    misread = words.operators().misread.get(prefix)
    if misread is not None:
        return "", misread, True
    for word, operator in _before():
        if prefix.endswith(word):
            return prefix.removesuffix(word), operator, False
    return prefix, None, False


def after(text: str, start: int) -> tuple[int, Operator | None]:
    """Return where the operator behind a unit ends, and the operator.

    Example:
        >>> after("95%以上", 3), after("30分钟内响应", 4), after("6次", 2)
        ((5, 'ge'), (5, 'le'), (2, None))
    """
    if start < len(text):
        for word, operator in _after():
            if text.startswith(word, start):
                return start + len(word), operator
    return start, None


def counting(printed: Operator | None, behind: Operator | None) -> Operator | None:
    """Return the operator that counts, of the one before a number and the one behind its unit.

    What stands behind says more than 为, 约 and a mere ``=``.

    Example:
        >>> counting("ge", "le"), counting("eq", "ge"), counting(None, "le")
        ('ge', 'ge', 'le')
    """
    if behind is not None and printed in {None, "eq", "approx"}:
        return behind
    return printed


def contradict(left: Operator | None, right: Operator | None) -> bool:
    """Say whether two operators of one value point in opposite directions.

    Example:
        >>> contradict("ge", "le"), contradict("le", "le"), contradict("ge", None)
        (True, False, False)
    """
    return (left in _UPWARD and right in _DOWNWARD) or (left in _DOWNWARD and right in _UPWARD)
