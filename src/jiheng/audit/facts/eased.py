"""By how much one target asks for less than another."""

from fractions import Fraction

from jiheng.audit.facts.figures import value_of
from jiheng.scoring.understanding import Understood

_UP = frozenset({"ge", "gt", "eq"})
_DOWN = frozenset({"le", "lt"})


def eased_by(first: Understood, now: Understood) -> Fraction | None:
    """Return in base units what the later target asks for less; negative where it asks for more.

    None where that cannot be said: no numbers, other units, no direction, or the other one.
    """
    asked, asks = value_of(first.target), value_of(now.target)
    if asked is None or asks is None or first.target.dimension != now.target.dimension:
        return None
    if {first.direction, now.direction} <= _UP:
        return asked - asks
    return asks - asked if {first.direction, now.direction} <= _DOWN else None
