"""How sure the reading of a line is."""

import re

from jiheng.readers.scan.text.spelling import Letter, Look
from jiheng.rulebook.headings import is_heading

_EASE, _WORDS = 0.04, 4
"""In a text of so many letters, or in a word that forms print, each is as sure as its chance to
this power says: it is told by those beside it, in a number or a letter alone by nothing."""

_IN_WORDS = re.compile(r"[\u4e00-\u9fff，。、；：,;:()]")
"""Letters of words and their stops; digits, signs and dust are told by nothing."""


def sureness(look: Look) -> float:
    """Return the chance that a text is as it was read: that of its least sure letter.

    Blanks are told by white, not by the network.
    """
    letters = [each for each in look.letters if not each.sign.isspace()]
    are_words = len(letters) >= _WORDS or is_heading(look.text)
    return min((_sureness(each, are_words) for each in letters), default=1.0)


def _sureness(letter: Letter, is_in_words: bool) -> float:
    is_told = is_in_words and _IN_WORDS.match(letter.sign)
    return letter.chance**_EASE if is_told else letter.chance
