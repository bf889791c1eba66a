"""The interval in which the share of all people lies, by the answers of some of them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from math import ceil, floor

from jiheng.model.survey import Margin

_Z = Decimal("1.959963984540054")
"""The normal deviate of 95 %, two-sided."""
_DIGITS = 40
_HUNDREDTH = Decimal("0.01")
_HUNDRED = 100


def margin(content: int, answers: int, population: int) -> Margin:
    """Return Wilson's interval of 95 %, narrowed as far as the answers exhaust the population.

    Args:
        content: how many are satisfied.
        answers: how many answered, at least one and fewer than the population.
        population: how many could have.

    Returns:
        The ends, widened to whole people, since only they can be satisfied: where nearly all
        answered, the formula alone would leave out what is possible. Never beyond what those who
        did not answer could still make of it.

    Source:
        E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927);
        as many answers as carry the same weight without an end to the population:
        n (N - 1) / (N - n), by Cochran's finite population correction.

    Example:
        >>> margin(47, 50, 1000)
        Margin(low='84.1', high='97.9', level='95')
    """
    with localcontext(prec=_DIGITS):
        weight = Decimal(answers * (population - 1)) / (population - answers)
        share, square = Decimal(content) / answers, _Z * _Z
        middle = share + square / (2 * weight)
        spread = _Z * (share * (1 - share) / weight + square / (4 * weight * weight)).sqrt()
        below, above = ((middle + side) / (1 + square / weight) for side in (-spread, spread))
        least = max(floor(below * population), content)
        most = min(ceil(above * population), content + population - answers)
        return Margin(
            low=_percent(least, population, ROUND_FLOOR),
            high=_percent(most, population, ROUND_CEILING),
        )


def _percent(people: int, population: int, rounding: str) -> str:
    share = Decimal(people * _HUNDRED) / population
    return f"{share.quantize(_HUNDREDTH, rounding=rounding).normalize():f}"
