"""How numbers lie: their middle, how far they spread, and whether they crowd above a line.

All of it in whole numbers and fractions, so that anyone gets the same.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Middle(NamedTuple):
    """The median of some numbers, and the median of their distances from it (MAD)."""

    median: Fraction
    spread: Fraction

    def is_far(self, number: Fraction | int, spreads: int) -> bool:
        """Whether a number is more than so many spreads from the median."""
        return abs(number - self.median) > spreads * self.spread


def middle(numbers: Sequence[Fraction | int]) -> Middle:
    """Return the middle of one number or more.

    Example:
        >>> middle((1, 2, 3, 4, 100))
        Middle(median=Fraction(3, 1), spread=Fraction(1, 1))
    """
    median = _median(numbers)
    return Middle(median, _median([abs(each - median) for each in numbers]))


def _median(numbers: Sequence[Fraction | int]) -> Fraction:
    ordered, half = sorted(numbers), len(numbers) // 2
    if len(numbers) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


class Crowd(NamedTuple):
    """Forms around a line, in four steps of one width.

    Attributes:
        far_below: in the second step below the line.
        below: in the step below it.
        above: in the step that begins with the line.
        far_above: in the step after that.
    """

    far_below: int
    below: int
    above: int
    far_above: int

    @property
    def near(self) -> int:
        """How many are in the two steps beside the line."""
        return self.below + self.above

    @property
    def expected(self) -> Fraction:
        """How many of those beside the line would stand above it.

        The outer steps tell how the numbers rise or fall, and the inner ones
        lie a third of the way from one to the other. Where they fall, an even half is taken: it
        asks for more.
        """
        # One more on each side: without any neighbours an even half is all that can be said.
        low, high = self.far_below + 1, self.far_above + 1
        rising = Fraction(low + 2 * high, 3 * (low + high))
        return self.near * max(rising, Fraction(1, 2))

    @property
    def excess(self) -> Fraction:
        """How many more stand above it than expected."""
        return self.above - self.expected

    def is_beyond(self, deviations: int) -> bool:
        """Whether the excess is more than so many standard deviations of chance (binomial)."""
        if not self.near or self.excess <= 0:
            return False
        share = self.expected / self.near
        return self.excess**2 > deviations**2 * self.near * share * (1 - share)


def crowd(numbers: Sequence[int], line: int, step: int) -> Crowd:
    """Return how many numbers lie in the two steps below and the two steps above a line.

    Example:
        >>> crowd((88_50, 89_00, 90_00, 90_99, 91_00, 92_00), 90_00, 1_00)
        Crowd(far_below=1, below=1, above=2, far_above=1)
    """
    counts = [0, 0, 0, 0]
    for number in numbers:
        place = (number - line) // step + 2
        if 0 <= place < len(counts):
            counts[place] += 1
    return Crowd(*counts)
