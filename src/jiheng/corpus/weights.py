"""Points shared out so that they add up."""

from fractions import Fraction
from random import Random

SHARES: dict[str, int] = {
    "成本指标": 20,
    "产出指标": 50,
    "效益指标": 30,
    "效果指标": 30,
    "满意度指标": 10,
    "投入指标": 20,
    "过程指标": 20,
    "管理指标": 20,
}
"""Usual points of a first level; any other has as many as 效益指标."""

_ELSE = 30
_STEP = 5


def heading_points(levels: tuple[str, ...], printed: dict[str, str], whole: int) -> list[int]:
    """Return the points of each first level, in points; they add up to ``whole``.

    Args:
        levels: the first levels.
        printed: points that the empty form prints beside them; they hold where they add up.
        whole: points of all together.
    """
    given = [int(printed.get(level, "0")) for level in levels]
    if sum(given) == whole:
        return given
    shares = [SHARES.get(level, _ELSE) for level in levels]
    points = [
        max(1, round(Fraction(share * whole, sum(shares) * _STEP))) * _STEP for share in shares
    ]
    points[shares.index(max(shares))] += whole - sum(points)
    return points


def shared_out(points: int, count: int, dice: Random) -> list[int]:
    """Return ``points`` in ``count`` parts, in 1/100 point, each of whole or half points."""
    halves = points * 2
    if count > halves:
        raise ValueError(f"{points} points are too few for {count} indicators")
    even, rest = divmod(points, count)
    parts = [even * 2] * count
    parts[0] += rest * 2
    for _ in range(count):
        giver, taker = dice.randrange(count), dice.randrange(count)
        moved = dice.choice((1, 2, 4))
        if parts[giver] > moved:
            parts[giver] -= moved
            parts[taker] += moved
    return [part * 50 for part in parts]
