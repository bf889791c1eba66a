"""Text as it reads, whatever its width, blanks and signs: how names and numbers are compared."""

import re
import unicodedata

from msgspec import Struct

BREAK = "\n"
"""Stands for all signs that part one word from another."""
_SILENT = re.compile(
    r"[\s\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0·•‧・\-‐‑‒–—―_./()]+"
)
_SIGNS = re.compile(r"[^\w@]+")


class Folded(Struct, frozen=True, kw_only=True):
    """A text without blanks and width, with the place of each of its characters in the original."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> str:
    r"""Return a text as it is compared: 王 建国 and 王建国, １３８-0000 and 1380000 are the same.

    Example:
        >>> folded("电话：１３８-0000 0000，王 建国")
        '电话\n13800000000\n王建国'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _SIGNS.sub(BREAK, _SILENT.sub("", plain))


def folded_in_place(text: str) -> Folded:
    """Return the same, character by character, so that what is found can be found again above."""
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for each in folded(sign):
            if each == BREAK and letters[-1:] == [BREAK]:
                continue
            letters.append(each)
            places.append(place)
    return Folded(text="".join(letters), places=tuple(places))
