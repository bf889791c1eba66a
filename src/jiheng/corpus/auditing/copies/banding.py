"""Pairs of texts that may be alike: those whose signatures agree in a band (LSH).

A band is two places of the signature. Sorted by a band and the places behind it, texts that agree
come to stand beside one another, the more alike the nearer.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.signing import ROWS

_WIDTH = 2
_KEY = 4
"""Places that are sorted by: the band's, and as many behind."""
_WINDOW = 6
"""A text is held against so many behind it."""
_BLOCK = 1 << 18


class Pairs(NamedTuple):
    """Positions of texts, pair by pair."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]


def bands(signed: NDArray[np.uint16], least: int) -> Iterator[Pairs]:
    """Yield, band by band, the pairs that agree in it and in ``least`` places in all."""
    for start in range(0, ROWS, _WIDTH):
        places = [(start + step) % ROWS for step in range(_KEY)]
        key = np.zeros(len(signed), np.uint64)
        for place in places:
            key = (key << np.uint64(16)) | signed[:, place]
        order = np.argsort(key, kind="stable")
        key = key[order] >> np.uint64(16 * (_KEY - _WIDTH))
        for step in range(1, _WINDOW + 1):
            at = np.flatnonzero(key[step:] == key[:-step])
            yield from _agreeing(signed, order[at], order[at + step], least)


def _agreeing(
    signed: NDArray[np.uint16], left: NDArray[np.int64], right: NDArray[np.int64], least: int
) -> Iterator[Pairs]:
    for start in range(0, len(left), _BLOCK):
        one, other = left[start : start + _BLOCK], right[start : start + _BLOCK]
        same = np.count_nonzero(signed[one] == signed[other], axis=1) >= least
        if same.any():
            yield Pairs(np.minimum(one[same], other[same]), np.maximum(one[same], other[same]))
