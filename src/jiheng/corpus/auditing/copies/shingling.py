"""Texts as sets of short pieces, each piece a number."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LENGTH = 4
"""Signs of a piece."""

_BASE = np.uint64(0x100000001B3)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


class Pieces(NamedTuple):
    """The pieces of some texts, one text after another, each piece once a text, rising.

    Attributes:
        begin: where the pieces of each text begin, and where the last ones end.
        hashes: of the pieces.
    """

    begin: NDArray[np.int64]
    hashes: NDArray[np.uint32]

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many each text has."""
        return np.diff(self.begin)

    def only(self, kept: NDArray[np.bool_]) -> "Pieces":
        """Return the pieces for which ``kept`` holds."""
        before = np.concatenate(([0], np.cumsum(kept)))
        return Pieces(before[self.begin], self.hashes[kept])

    def of(self, texts: NDArray[np.int64]) -> "Pieces":
        """Return the pieces of some texts, in their order, a text perhaps several times."""
        counts = self.counts[texts]
        begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
        shift = np.repeat(self.begin[texts] - begin[:-1], counts)
        return Pieces(begin, self.hashes[shift + np.arange(begin[-1])])


def pieces_of(texts: Sequence[str]) -> Pieces:
    """Return the pieces of texts; a text shorter than a piece has none."""
    signs = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.maximum(lengths - LENGTH + 1, 0)
    owner = np.repeat(np.arange(len(texts), dtype=np.uint64), starts)
    first = np.repeat(np.cumsum(lengths) - lengths, starts)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(starts) - starts, starts)
    hashes = _hashed(signs, first + within)
    each = _once((owner << _HALF) | hashes)
    counts = np.bincount((each >> _HALF).astype(np.int64), minlength=len(texts))
    begin = np.concatenate(([0], np.cumsum(counts)))
    return Pieces(begin.astype(np.int64), (each & _LOW).astype(np.uint32))


def _once(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return numbers rising, each once; sorting is several times faster than ``np.unique``."""
    numbers.sort()
    return numbers[np.concatenate((np.ones(min(len(numbers), 1), bool), np.diff(numbers) != 0))]


def _hashed(signs: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a number of 32 bits for the piece that begins at each place."""
    found = np.zeros(len(at), np.uint64)
    for step in range(LENGTH):
        found = found * _BASE + signs[at + step]
    return mixed(found) >> _HALF


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return numbers of which every bit hangs on every bit of the given ones."""
    found = numbers
    for shift, factor in zip((30, 27), _MIX, strict=True):
        found = (found ^ (found >> np.uint64(shift))) * factor
    return found ^ (found >> np.uint64(31))
