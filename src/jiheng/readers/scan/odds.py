"""How likely each border between the cells of a lattice is drawn, by what is seen along it.

Both that a line is drawn and that none is may look in several ways: a line is whole, worn, dotted
or nearly wiped out; where none is, there is paper, dust or strokes of letters. Each way lets a
share of the steps be dark, and has a chance of its own.
"""

from msgspec import Struct
from numpy import (
    array,
    asarray,
    ceil,
    clip,
    concatenate,
    cumsum,
    exp,
    float64,
    floor,
    int64,
    log,
    maximum,
    minimum,
    where,
    zeros,
)
from numpy.typing import NDArray

from jiheng.readers.scan.samples import STEP
from jiheng.readers.scan.tracks import Counts, Tracks

Odds = NDArray[float64]
"""Lines × borders along them, natural logarithms; above 0 where a border is rather drawn."""

_CROSSING = 1.4
"""So near to a crossing nothing is asked, in points."""

_END, _END_WEIGHT = 3, 2.0
"""So many steps at either end count so much more: letters do not reach from line to line."""

_ALIKE = 4
"""Steps in a row are alike: so many of them say as much as one."""

_DRAWN = array([0.985, 0.85, 0.5, 0.15, 0.01])
_SOLID = array([0.965, 0.03, 5e-3, 1e-5, 1e-8])
_WORN = array([0.55, 0.2, 0.1, 0.1, 0.05])
"""How much of a drawn border is dark, and the chances of that: on good pages, on worn ones."""

_BLANK = array([0.01, 0.06, 0.2, 0.45, 0.8])
_NEW = array([0.57, 0.24, 0.09, 0.05, 0.05])
_KNOWN = array([0.8, 0.17, 0.0275, 0.002, 0.0005])
"""How much is dark where none is drawn, and the chances: where no line is known, where one is."""

_SURE, _SURELY = 4.0, 60
"""A line is known where borders with these odds are together so long, in steps."""

_BEYOND = 3.0
"""What speaks against a line that goes on beyond all others."""

_MIDDLING, _TOLD = (0.15, 0.85), 8.0
"""A border is worn where a share between these is dark; one with fewer steps does not tell."""

_WORST = 0.25
"""A page on which so large a share of the lines is worn could not be worse."""


class Seen(Struct, frozen=True, kw_only=True, eq=False):
    """How many steps of each border are dark, and how many blank: lines × borders."""

    dark: Counts
    blank: Counts


def seen_between(tracks: Tracks, crossings: tuple[int, ...]) -> Seen:
    """Return what is seen of lines before the first crossing, between each two, and after the last.

    Args:
        tracks: of the lines.
        crossings: where other lines may cross them, in pixels.
    """
    free = _CROSSING / STEP
    last = tracks.dark.shape[1]
    places = asarray(crossings, dtype=float64) / tracks.step
    starts = concatenate([[0], ceil(places + free - 0.5)]).clip(0, last).astype(int64)
    ends = concatenate([floor(places - free - 0.5) + 1, [last]]).clip(0, last).astype(int64)
    ends = maximum(starts, ends)
    dark, blank = (_counted(steps, starts, ends) for steps in (tracks.dark, tracks.blank))
    return Seen(dark=dark, blank=blank)


def _counted(steps: Counts, starts: NDArray[int64], ends: NDArray[int64]) -> Counts:
    sums = concatenate([zeros((len(steps), 1)), cumsum(steps, axis=1)], axis=1)
    first, last = minimum(starts + _END, ends), maximum(ends - _END, starts)
    at_ends = sums[:, first] - sums[:, starts] + sums[:, ends] - sums[:, last]
    return sums[:, ends] - sums[:, starts] + _END_WEIGHT * at_ends


def wear_of(*seen: Seen) -> float:
    """Return how worn the lines of a page are, from 0 to 1."""
    dark = concatenate([each.dark.ravel() for each in seen])
    steps = dark + concatenate([each.blank.ravel() for each in seen])
    share = dark / maximum(steps, 1)
    drawn = (share > _MIDDLING[0]) & (steps >= _TOLD)
    worn = drawn & (share < _MIDDLING[1])
    return min(float(steps[worn].sum() / max(steps[drawn].sum(), 1)) / _WORST, 1.0)


def odds_of(seen: Seen, wear: float) -> Odds:
    """Return the odds of each border.

    A line that is surely drawn elsewhere needs less to be held for drawn here.

    Args:
        seen: of all borders of lines in one direction.
        wear: of all lines of the page, from 0 to 1.
    """
    chances = _SOLID ** (1 - wear) * _WORN**wear
    drawn = _likely(seen, _DRAWN, chances / chances.sum())
    new = drawn - _likely(seen, _BLANK, _NEW)
    sure = where(new > _SURE, seen.dark + seen.blank, 0)
    elsewhere = sure.sum(axis=1, keepdims=True) - sure
    odds = where(elsewhere > _SURELY, drawn - _likely(seen, _BLANK, _KNOWN), new)
    odds[:, [0, -1]] -= _BEYOND
    return odds


def _likely(seen: Seen, shares: NDArray[float64], chances: NDArray[float64]) -> Odds:
    """Return the logarithm of how likely it is to see this, by all ways together."""
    ways = [
        log(chance) + (seen.dark * log(share) + seen.blank * log(1 - share)) / _ALIKE
        for share, chance in zip(shares, clip(chances, 1e-300, 1), strict=True)
    ]
    most = asarray(ways).max(axis=0)
    return most + log(sum((exp(way - most) for way in ways), start=zeros(most.shape)))
