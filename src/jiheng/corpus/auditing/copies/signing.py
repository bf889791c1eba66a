"""Signatures: of each text the least piece under each of many orders (MinHash).

Two texts have the same least piece under an order as often as their pieces are the same.
"""

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.shingling import Pieces

ROWS = 64
"""Orders, and so places of a signature."""

_SEED = 20240229
_HALF = np.uint64(32)


def signatures(pieces: Pieces) -> NDArray[np.uint16]:
    """Return the signatures of texts that all have pieces; always the same for the same pieces."""
    factors, summands = _orders()
    numbers = pieces.hashes.astype(np.uint64)
    found = np.empty((len(pieces.begin) - 1, ROWS), np.uint16)
    for row in range(ROWS):
        ordered = ((numbers * factors[row] + summands[row]) >> _HALF).astype(np.uint32)
        # The low bits: the high ones of a least number are mostly 0.
        found[:, row] = np.minimum.reduceat(ordered, pieces.begin[:-1]).astype(np.uint16)
    return found


def _orders() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    dice = np.random.default_rng(_SEED)
    drawn = dice.integers(0, 2**64, (2, ROWS), np.uint64, endpoint=False)
    return drawn[0] | np.uint64(1), drawn[1]
