"""How wide the columns of a page are, told by the lines that did not fit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles
from unicodedata import east_asian_width

FEWEST_LINES = 3
"""From so few lines no width is told."""
LEAST_SLACK, SLACK = 1, 0.12
"""Letters of one width are not all equally wide."""
_UNBROKEN = re.compile(r"(?:[0-9A-Za-z.,%/·\-]+|.)[,.;:!?)，。；：！？）、》”’%％]?")


@lru_cache(maxsize=20_000)
def width_of(text: str) -> int:
    """Return how wide a line is: a Chinese sign is 2, a letter or a digit 1.

    Example:
        >>> width_of("养护 12 公里")
        12
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def slack(width: float) -> float:
    """Return how much narrower or wider than others a full line may be."""
    return max(LEAST_SLACK, SLACK * width)


def is_full(upper: str, lower: str, width: float) -> bool:
    """Whether the beginning of the lower line had no place at the end of the upper one.

    Example:
        >>> is_full("农村公路养", "护里程", 10), is_full("养护", "里程", 10)
        (True, False)
    """
    piece = _UNBROKEN.match(lower)
    return width_of(upper) + width_of(piece[0] if piece else "") > width - slack(width)


def widths_of(cells: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, float]:
    """Return how wide the columns are of which several lines did not fit.

    Args:
        cells: role and lines of each cell.
    """
    ended: dict[str, list[int]] = {}
    for role, lines in cells:
        ended.setdefault(role, []).extend(width_of(upper) for upper, _ in pairwise(lines))
    return {
        role: quantiles(widths, n=4)[-1]
        for role, widths in ended.items()
        if len(widths) >= FEWEST_LINES
    }
