"""Chances in hundredths, so that no number stands without a unit."""

from random import Random


def in_hundred(dice: Random, chance: int) -> bool:
    """Whether something happens that happens ``chance`` times in a hundred."""
    return dice.randrange(100) < chance
