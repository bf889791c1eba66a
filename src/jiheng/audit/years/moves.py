"""How a target moved from one year to the next."""

from fractions import Fraction
from typing import Literal

from jiheng.audit.facts.eased import eased_by
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.targets import turn_round
from jiheng.rulebook.years import Thresholds
from jiheng.scoring.understanding import Understood

Kind = Literal["softened", "hardened", "level", "worded", "turned"]
"""Asks for less; for more; for about the same; in words what was a number; the other way round."""

SOFTER: frozenset[Kind] = frozenset({"softened", "worded", "turned"})
"""What a reviewer asks about."""
_PERCENT = 100


def move_of(before: Understood, now: Understood, limits: Thresholds) -> Kind | None:
    """Return how a target moved; None where nobody can say, as with words, days or other units."""
    if turn_round(before, now):
        return "turned"
    if before.target.is_number and now.target.is_words:
        return "worded"
    eased = eased_by(before, now)
    if eased is None:
        return None
    least = _least(before, limits)
    if eased and abs(eased) >= least:
        return "softened" if eased > 0 else "hardened"
    return "level"


def changed_by(before: Fraction | None, now: Fraction | None) -> Fraction | None:
    """Return by which part of the earlier number the later one is larger; None where it is 0."""
    if before is None or now is None or before == 0:
        return None
    return (now - before) / abs(before)


def _least(before: Understood, limits: Thresholds) -> Fraction:
    if before.target.dimension == "ratio":
        return Fraction(limits.share, _PERCENT)
    return abs(value_of(before.target) or Fraction(0)) * limits.target / _PERCENT
