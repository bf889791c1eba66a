"""What queries gave as the value of a measure, rounded here and nowhere else."""

import re
from fractions import Fraction

from jiheng.evidence.errors import NoAnswer
from jiheng.model.decimals import decimal_words
from jiheng.rulebook.phrases import phrase

_NUMBER = re.compile(r"-?\d{1,60}(\.\d{1,20})?")


def value_of(exact: tuple[str, ...], times: Fraction, places: int) -> str:
    """Return the value that answers come to.

    Args:
        exact: what the queries gave: a number, two of which the first is divided, or a time.
        times: by what it is multiplied to be in the unit of the measure.
        places: digits behind the point.

    Raises:
        NoAnswer: the second number is 0.

    Example:
        >>> value_of(("2", "3"), Fraction(100), 1), value_of(("2023-07-15",), Fraction(1), 0)
        ('66.7', '2023-07-15')
    """
    if not all(map(_NUMBER.fullmatch, exact)):
        return exact[0]
    first, *rest = map(Fraction, exact)
    divisor = rest[0] if rest else Fraction(1)
    if divisor == 0:
        raise NoAnswer(phrase("proof.nothing-to-divide-by"))
    return decimal_words(first / divisor * times, places)
