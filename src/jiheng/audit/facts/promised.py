"""改进措施: what a unit promised when an indicator lost points, and what became of it."""

from fractions import Fraction
from typing import Literal

from jiheng.audit.facts.deviations import names_measure
from jiheng.audit.facts.similarity import are_alike
from jiheng.model.form import Indicator
from jiheng.model.points import parse_points

Outcome = Literal["kept", "short", "repeated", "open"]
"""Full marks again; points lost again; lost again with the same words; no score yet."""

_ALIKE = Fraction(90, 100)


def is_promise(row: Indicator) -> bool:
    """Whether a row lost points and its reason says what will be done."""
    return bool(_loses_points(row)) and names_measure(row.reason or "")


def outcome_of(before: Indicator, now: Indicator) -> Outcome | None:
    """Return what became of the promise of a row by the next year; None where it made none."""
    if not is_promise(before):
        return None
    loses = _loses_points(now)
    if loses is None:
        return "open"
    if not loses:
        return "kept"
    return "repeated" if are_alike(before.reason or "", now.reason or "", _ALIKE) else "short"


def _loses_points(row: Indicator) -> bool | None:
    """Whether the score is below the weight; None where one of them is missing."""
    weight, score = parse_points(row.weight), parse_points(row.score)
    return None if weight is None or score is None else score < weight
