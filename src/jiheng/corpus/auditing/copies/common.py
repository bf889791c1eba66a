"""Pieces that many texts have: the template's words and the phrases of the trade."""

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.shingling import Pieces

_SLOTS = 1 << 24
"""Two pieces of one slot count together: with a million texts that is seldom, and the slots stay
64 MiB however many texts there are."""
_FEWEST = 12
_SHARE = 25


class Frequencies:
    """In how many texts each piece stands."""

    def __init__(self) -> None:
        self._counts = np.zeros(_SLOTS, np.uint32)
        self._texts = 0

    def add(self, pieces: Pieces) -> None:
        """Count the pieces of further texts."""
        np.add.at(self._counts, pieces.hashes & np.uint32(_SLOTS - 1), np.uint32(1))
        self._texts += len(pieces.begin) - 1

    @property
    def most(self) -> int:
        """In so many texts a piece may stand that still says something of its own."""
        return max(_FEWEST, self._texts // _SHARE)

    def is_own(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return which pieces stand in so few texts that sharing them says something."""
        return self._counts[pieces.hashes & np.uint32(_SLOTS - 1)] <= self.most
