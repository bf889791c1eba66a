"""How sure the reading of a line is."""

import re

from jiheng.readers.scan.text.spelling import Letter, Look

_EASE, _WORDS = 0.04, 4
"""In a text of so many letters each is as sure as its chance to this power says: in words a letter
is told by those beside it, in a number or a letter alone by nothing."""

_OF_NUMBERS = re.compile(r"[\d%≥≤><=]")


def sureness(look: Look) -> float:
    """Return the chance that a text is as it was read: that of its least sure letter."""
    are_words = len(look.letters) >= _WORDS
    return min((_sureness(each, are_words) for each in look.letters), default=1.0)


def _sureness(letter: Letter, is_in_words: bool) -> float:
    is_told = is_in_words and not _OF_NUMBERS.match(letter.sign)
    return letter.chance**_EASE if is_told else letter.chance
