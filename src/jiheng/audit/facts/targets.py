"""Whether two printed targets ask for the same."""

import re
from fractions import Fraction

from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.similarity import are_alike
from jiheng.scoring.understanding import Understood

_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_ALIKE = Fraction(90, 100)
_UP = frozenset({"ge", "gt"})
_DOWN = frozenset({"le", "lt"})


def ask_the_same(one: Understood, other: Understood) -> bool:
    """Whether two targets ask for the same number in the same direction, or in the same words.

    An operator or a unit that only one of them prints is no difference; 万元 and 元 are compared
    by what they amount to.
    """
    left, right = value_of(one.target), value_of(other.target)
    if left is None or right is None:
        return _same_words(one.target.raw, other.target.raw)
    is_same = left == right or _figures(one.target.raw) == _figures(other.target.raw)
    return is_same and not turn_round(one, other)


def turn_round(one: Understood, other: Understood) -> bool:
    """Whether one prints ≥ and the other ≤."""
    if not one.printed or not other.printed:
        return False
    ways = {one.direction, other.direction}
    return bool(ways & _UP) and bool(ways & _DOWN)


def _same_words(one: str, other: str) -> bool:
    return _figures(one) == _figures(other) and are_alike(one, other, _ALIKE)


def _figures(text: str) -> list[Fraction]:
    return [Fraction(figure) for figure in _FIGURES.findall(text.replace(",", ""))]
