"""From values to places along a line, with the ticks beside it."""

from collections.abc import Iterable

from msgspec import Struct

_STEPS = (1, 2, 5)
_MOST_TICKS = 9


class Tick(Struct, frozen=True, kw_only=True):
    """A value at which a line is drawn, and where."""

    value: int
    at: int


class Scale(Struct, frozen=True, kw_only=True):
    """A line from one place to another, along which values rise evenly.

    Attributes:
        low, high: values at its ends.
        left, right: where its ends are drawn.
        step: values between two ticks.
    """

    low: int
    high: int
    left: int
    right: int
    step: int

    def at(self, value: int) -> int:
        """Return where a value is drawn; what lies beyond an end is drawn there.

        Example:
            >>> scale = Scale(low=0, high=100, left=10, right=210, step=50)
            >>> scale.at(0), scale.at(25), scale.at(999)
            (10, 60, 210)
        """
        inside = min(max(value, self.low), self.high)
        whole, width = self.high - self.low, self.right - self.left
        return self.left + (2 * (inside - self.low) * width + whole) // (2 * whole)

    def holds(self, value: int) -> bool:
        """Whether a value lies between the ends."""
        return self.low <= value <= self.high

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Return the ticks from the left to the right."""
        values = range(self.low, self.high + 1, self.step)
        return tuple(Tick(value=value, at=self.at(value)) for value in values)


def scale_for(values: Iterable[int], unit: int, left: int, right: int, most: int) -> Scale:
    """Return the scale on which values lie, with room at its ends.

    Args:
        values: all that are to be drawn.
        unit: the least step between two ticks.
        left: where the line begins.
        right: where it ends.
        most: the highest end; higher values lie beyond it.

    Example:
        >>> scale = scale_for((6080, 9750), 1000, 0, 400, 10000)
        >>> scale.low, scale.high, scale.step
        (5000, 10000, 1000)
    """
    known = [min(value, most) for value in values] or [most]
    step = next(
        step
        for power in range(20)
        for factor in _STEPS
        if (step := unit * factor * 10**power)
        and (max(known) - min(known)) // step + 2 <= _MOST_TICKS
    )
    # Half a step of room at both ends: what stands beside a mark is drawn there.
    low = max((2 * min(known) - step) // (2 * step) * step, 0)
    high = max(min(-(-(2 * max(known) + step) // (2 * step)) * step, most), low + step)
    return Scale(low=low, high=high, left=left, right=right, step=step)
