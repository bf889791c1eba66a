"""One number for the totals of many forms, whatever engine, order or batches they came in."""

from typing import NamedTuple

import numpy as np

from jiheng.corpus.coded.batches import Array

_SPREAD = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Odd numbers that spread bits; those of splitmix64."""
_ALL = 2**64 - 1


class Digest(NamedTuple):
    """Of forms and their totals; digests of parts add up to the digest of the whole.

    Attributes:
        forms: how many.
        total: sum of a hash of each form's key, low and high, without what is above 64 bits.
    """

    forms: int = 0
    total: int = 0

    def __str__(self) -> str:
        """Return it as people compare it."""
        return f"{self.forms:x}-{self.total:016x}"

    def plus(self, other: "Digest") -> "Digest":
        """Return the digest of both."""
        return Digest(self.forms + other.forms, (self.total + other.total) & _ALL)


def digest_of(keys: Array, lows: Array, highs: Array) -> Digest:
    """Return the digest of some forms.

    Args:
        keys: of the forms, 64 bits each.
        lows: of their totals.
        highs: of their totals.

    Example:
        >>> one = digest_of(np.array([7]), np.array([90_00]), np.array([95_00]))
        >>> two = digest_of(np.array([8]), np.array([90_00]), np.array([95_00]))
        >>> one.plus(two) == two.plus(one) != one.plus(one)
        True
    """
    mixed = np.zeros(len(keys), "u8")
    for column in (keys, lows, highs):
        mixed = _mixed(mixed + column.astype("u8"))
    return Digest(len(keys), int(mixed.sum(dtype="u8")))


def _mixed(values: Array) -> Array:
    """Return 64 bits each of which depends on all that were given (splitmix64)."""
    spread, first, second = (np.uint64(each) for each in _SPREAD)
    values = values + spread
    values = (values ^ (values >> np.uint64(30))) * first
    values = (values ^ (values >> np.uint64(27))) * second
    return values ^ (values >> np.uint64(31))
