"""元 written for 万元 or the other way round: one slip that several checks see."""

from fractions import Fraction

WAN = 10_000

MONEY_UNIT = "unit of the money block"
"""The cause that all findings of a wrong unit in the money block share."""


def is_off(one: Fraction, other: Fraction) -> bool:
    """Whether one amount is exactly ten thousand times the other.

    Example:
        >>> is_off(Fraction(68400), Fraction(684000000)), is_off(Fraction(1), Fraction(10001))
        (True, False)
    """
    return bool(one and other) and max(one, other) == min(one, other) * WAN


def cause_of(one: Fraction, money: Fraction) -> str | None:
    """Return the cause of a difference from the money block where it is its unit, else None."""
    return MONEY_UNIT if is_off(one, money) else None
