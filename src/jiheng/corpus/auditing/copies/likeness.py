"""How far two texts are alike, exactly: from all their pieces."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.banding import Pairs
from jiheng.corpus.auditing.copies.shingling import Pieces

LEAST_SHARED = 14
"""Pieces in common; fewer may be one phrase that both know."""
_JACCARD = 40
"""Percent of all pieces of both."""
_CONTAINED = 50
"""Percent of the pieces of the shorter one."""
_HALF = np.uint64(32)
_PERCENT = 100


class Likeness(NamedTuple):
    """Of each pair, how many pieces are in both, in either, and in the shorter text."""

    shared: NDArray[np.int64]
    either: NDArray[np.int64]
    shorter: NDArray[np.int64]

    @property
    def is_copy(self) -> NDArray[np.bool_]:
        """Whether one text was written from the other, or both from a third."""
        of_both = self.shared * _PERCENT >= _JACCARD * self.either
        of_shorter = self.shared * _PERCENT >= _CONTAINED * self.shorter
        return (self.shared >= LEAST_SHARED) & (of_both | of_shorter)


def likeness(pieces: Pieces, pairs: Pairs) -> Likeness:
    """Return how far the texts of each pair are alike."""
    count = len(pairs.left)
    both = np.concatenate((_drawn(pieces, pairs.left), _drawn(pieces, pairs.right)))
    both.sort()
    twice = both[1:][both[1:] == both[:-1]] >> _HALF
    shared = np.bincount(twice.astype(np.int64), minlength=count)
    one, other = pieces.counts[pairs.left], pieces.counts[pairs.right]
    return Likeness(shared, one + other - shared, np.minimum(one, other))


def _drawn(pieces: Pieces, texts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the pieces of some texts, each with the number of its pair before it."""
    drawn = pieces.of(texts)
    number = np.repeat(np.arange(len(texts), dtype=np.uint64), drawn.counts)
    return (number << _HALF) | drawn.hashes
