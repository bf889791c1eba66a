"""Grades of many totals at once, each a whole number: its lowest and highest grade in one."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.rulebook.pack import Grade
from jiheng.scoring.kernels.forms import UNKNOWN

Column = NDArray[np.int64]
BETWEEN = "–"


class Grading(NamedTuple):
    """The grades of one pack, the lowest first.

    Attributes:
        bounds: where each begins, in 1/100 point.
        places: where each stands among the names of all packs.
    """

    bounds: tuple[int, ...]
    places: tuple[int, ...]


def names_of(gradings: Sequence[tuple[Grade, ...]]) -> tuple[str, ...]:
    """Return the names of the grades of several packs, the lowest first.

    Example:
        >>> below, above = Grade(name="差", at_least=0, below=6000), Grade(name="优", at_least=6000)
        >>> names_of([(above, below)])
        ('差', '优')
    """
    begins: dict[str, list[int]] = {}
    for grade in (each for grades in gradings for each in grades):
        begins.setdefault(grade.name, []).append(grade.at_least)
    return tuple(sorted(begins, key=lambda name: (min(begins[name]), max(begins[name]))))


def grading_of(grades: tuple[Grade, ...], names: tuple[str, ...]) -> Grading:
    """Return one pack's grades, which begin at 0 and follow one another."""
    ordered = sorted(grades, key=lambda grade: grade.at_least)
    return Grading(
        bounds=tuple(grade.at_least for grade in ordered),
        places=tuple(names.index(grade.name) for grade in ordered),
    )


def states_of(lows: Column, highs: Column, grading: Grading, names: int) -> Column:
    """Return for each total lowest grade × names + highest grade; ``names²`` where it is unsaid."""
    bounds, places = np.array(grading.bounds), np.array(grading.places)
    low = places[np.searchsorted(bounds, np.maximum(lows, 0), side="right") - 1]
    high = places[np.searchsorted(bounds, np.maximum(highs, 0), side="right") - 1]
    return np.where(lows == UNKNOWN, names * names, low * names + high)


def state_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of every state in order, but for the last one, which is no grade.

    Example:
        >>> state_names(("差", "优"))
        ('差', '差–优', '优–差', '优')
    """
    pairs = ((low, high) for low in names for high in names)
    return tuple(low if low == high else f"{low}{BETWEEN}{high}" for low, high in pairs)
