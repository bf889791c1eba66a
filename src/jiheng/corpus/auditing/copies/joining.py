"""Texts that hang together by pairs."""

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.banding import Pairs


class Groups:
    """Which texts belong together; each by itself at first.

    Example:
        >>> groups = Groups(4)
        >>> groups.join(Pairs(np.array([0, 2]), np.array([3, 3])))
        >>> groups.first.tolist()
        [0, 1, 0, 0]
    """

    def __init__(self, count: int) -> None:
        self.first = np.arange(count)
        """The first text of the group of each."""

    def apart(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Return which pairs do not belong together yet."""
        return self.first[pairs.left] != self.first[pairs.right]

    def join(self, pairs: Pairs) -> None:
        """Bring the texts of each pair together."""
        left, right = pairs
        while len(left):
            one, other = self.first[left], self.first[right]
            np.minimum.at(self.first, np.maximum(one, other), np.minimum(one, other))
            self._shorten()
            still = self.first[left] != self.first[right]
            left, right = left[still], right[still]

    def _shorten(self) -> None:
        while True:
            further = self.first[self.first]
            if np.array_equal(further, self.first):
                return
            self.first = further
