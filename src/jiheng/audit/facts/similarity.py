"""How far two texts are the same, cheap for texts that are not."""

from collections import Counter
from difflib import SequenceMatcher
from fractions import Fraction

from jiheng.audit.facts.names import bare_text

_LONGEST = 1_000
"""Longer middles are compared by their characters alone; matching them is quadratic."""


def are_alike(left: str, right: str, at_least: Fraction) -> bool:
    """Whether two texts share so much, blanks and punctuation aside.

    The share is twice the length of the matching parts over the length of both texts.

    Example:
        >>> are_alike("完成全年任务。", "完成全年任务", Fraction(95, 100))
        True
        >>> are_alike("完成全年任务", "完成全年培训", Fraction(95, 100))
        False
    """
    one, other = bare_text(left), bare_text(right)
    both = len(one) + len(other)
    if not one or not other or 2 * min(len(one), len(other)) < at_least * both:
        return False
    start = _common_start(one, other)
    one, other = one[start:], other[start:]
    end = _common_start(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    most = start + end + _characters_in_common(one, other)
    if 2 * most < at_least * both:
        return False
    return 2 * (start + end + _matching(one, other)) >= at_least * both


def _common_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _characters_in_common(one: str, other: str) -> int:
    return (Counter(one) & Counter(other)).total()


def _matching(one: str, other: str) -> int:
    if max(len(one), len(other)) > _LONGEST:
        return _characters_in_common(one, other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
