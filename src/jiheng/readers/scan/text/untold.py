"""Ink in which no letter was seen, and letters too far apart: signs overlooked, or dust."""

from itertools import pairwise

from jiheng.readers.scan.text.columns import Columns, Setting
from jiheng.readers.scan.text.spelling import Look

# All measures are in heights of type.
_SPECK = 0.08
"""What is no wider is dust."""

_NARROW, _WIDE = 0.45, 0.66
"""So far to both sides reaches a digit or a stop, and a Chinese letter or one of the wide signs."""

_APART, _APART_WIDE = 1.1, 1.35
"""No farther is the middle of a sign from that of the next, or of one beside a Chinese letter."""

_FIRST_WIDE = "\u2e80"
_WIDE_SIGNS = frozenset("≥≤%‰—…")


def has_untold(look: Look, setting: Setting) -> bool:
    """Return whether a line has ink where none of its letters is.

    The network sees a letter at its place, give or take a fifth of its width; what is farther
    from all of them is another sign, or dust.
    """
    told = [
        (setting.place(letter.step), setting.size * _reach(letter.sign))
        for letter in look.letters
        if not letter.sign.isspace()
    ]
    return any(
        end - start > _SPECK * setting.size
        and all(abs((start + end) / 2 - place) > reach for place, reach in told)
        for start, end in Columns(setting).pieces
    )


def is_torn(look: Look, setting: Setting) -> bool:
    """Return whether letters of a line stand farther apart than those of a number do."""
    places = [
        (setting.place(letter.step) / setting.size, letter.sign >= _FIRST_WIDE)
        for letter in look.letters
        if not letter.sign.isspace()
    ]
    return any(
        after - before > (_APART_WIDE if left or right else _APART)
        for (before, left), (after, right) in pairwise(places)
    )


def _reach(sign: str) -> float:
    return _WIDE if sign >= _FIRST_WIDE or sign in _WIDE_SIGNS else _NARROW
