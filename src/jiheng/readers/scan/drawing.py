"""What is drawn of a lattice: the likeliest lines that end at one another, as in a table.

At a crossing lines pass, cross, meet, or turn a corner at the edge of the table; hardly any ends
in the open. Each line is chosen at its best from end to end, those across it held as they are, in
turns, until nothing changes. Open ends are forbidden little by little, so that a stroke that holds
on to nothing falls off before lines are drawn on from it.
"""

from itertools import product

from msgspec import Struct
from numpy import array, bool_, diff, exp, float64, inf, isclose, zeros
from numpy.typing import NDArray

from jiheng.readers.scan.odds import Odds

Drawn = NDArray[bool_]
"""Lines × borders along them: before the first crossing, between each two, after the last."""

_CORNER, _MEETING, _CROSSING = 4.0, 0.7, 0.3
"""What speaks against each, as a natural logarithm."""

_OPEN_ENDS = (1.0, 4.0, 10.0)
"""And against an open end, more with each round."""

_TURNS = 12
"""Until nothing changes; never so many were seen."""


class Drawing(Struct, frozen=True, kw_only=True, eq=False):
    """Lines as they are chosen.

    Attributes:
        level: by how much it is likelier that a border is drawn than that it is not; below 0 where
            it is likelier that it is not.
        upright: the same of the others.
    """

    level: Odds
    upright: Odds


def drawing_of(level: Odds, upright: Odds) -> Drawing:
    """Return the likeliest drawing.

    Args:
        level: odds of the borders of level lines, which the upright lines cross.
        upright: odds of the borders of upright lines, which the level lines cross.
    """
    found = Drawing(level=level, upright=upright)
    for open_end in _OPEN_ENDS:
        costs = _costs(open_end)
        for _ in range(_TURNS):
            before = found
            lying = _chosen(level, before.upright > 0, costs)
            standing = _chosen(upright, lying > 0, costs)
            found = Drawing(level=lying, upright=standing)
            if _is_alike(found, before):
                break
    return found


def wrong_strokes(odds: Odds) -> float:
    """Return how many strokes of lines are to be expected wrong.

    What can only be drawn together is as sure, border for border, and counts once.

    Args:
        odds: of lines as they are chosen.
    """
    begins = ~isclose(diff(odds, axis=1, prepend=inf), 0)
    return float((begins / (1 + exp(abs(odds)))).sum())


def _is_alike(one: Drawing, other: Drawing) -> bool:
    level = (one.level > 0) == (other.level > 0)
    upright = (one.upright > 0) == (other.upright > 0)
    return bool(level.all() and upright.all())


def _costs(open_end: float) -> NDArray[float64]:
    """Return what speaks against each crossing: drawn before × after × on one side × the other."""
    costs = zeros((2, 2, 2, 2))
    for before, after, one, other in product((0, 1), repeat=4):
        match before + after + one + other:
            case 1:
                cost = open_end
            case 2:
                cost = 0.0 if before == after else _CORNER
            case 3:
                cost = _MEETING
            case 4:
                cost = _CROSSING
            case _:
                cost = 0.0
        costs[one, other, before, after] = cost
    return costs


def _chosen(odds: Odds, across: Drawn, costs: NDArray[float64]) -> Odds:
    """Return by how much each border is likelier drawn, with the best of the rest of its line."""
    one, other = (side.T.astype(int) for side in (across[:, :-1], across[:, 1:]))
    crossings = costs[one, other]
    there = _passed(odds, crossings)
    back = _passed(odds[:, ::-1], crossings[:, ::-1].swapaxes(2, 3))[:, ::-1]
    total = there + back
    return total[:, :, 0] - total[:, :, 1] - odds


def _passed(odds: Odds, crossings: NDArray[float64]) -> NDArray[float64]:
    """Return what speaks against the best way from the start up to each border, as blank or drawn.

    Returns:
        Lines × borders × 2.
    """
    costs = zeros((*odds.shape, 2))
    costs[:, 0, 1] = -odds[:, 0]
    for at in range(1, odds.shape[1]):
        costs[:, at] = (costs[:, at - 1, :, None] + crossings[:, at - 1]).min(axis=1)
        costs[:, at] -= odds[:, at, None] * array([0.0, 1.0])
    return costs
