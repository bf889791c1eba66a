"""Numbers in pictures: what looks like a digit there is one, and two looks tell more than one."""

import re
from collections.abc import Iterable

from jiheng.model.document import Candidate
from jiheng.readers.scan.text.spelling import Strip, folded, spellings

_ALIKE = {
    "0": "OoQ〇○О",
    "1": "lI|丨",
    ".": "·．。",
    ",": "，、",
    "%": "％",
    "-": "—一–－",
    "≥": "≧⩾",
    "≤": "≦⩽",
    ">": "＞〉",
    "<": "＜〈",
    "=": "＝",
    "(": "（",
    ")": "）",
    ":": "：",
}
LOOKALIKES = {other: sign for sign, others in _ALIKE.items() for other in others}
"""In a number these signs stand for others."""

_LONGEST = 16
_DIGIT = re.compile(r"\d")
_OF_NUMBERS = re.compile(r"[\d.,%≥≤><=-]")
_SHARE = 3
"""Of a number's signs at least one in so many is no letter."""

_DUST = ".,:·'`"
"""No number begins or ends with these."""

_STROKE, _DISCOUNT = "1", 0.9
"""A single stroke alone in a cell may be a scratch: it is never sure by itself."""

_MOST = 6
"""So many candidates are kept."""


def is_number(text: str) -> bool:
    """Return whether a text is a number, with its unit or sign perhaps.

    Example:
        >>> is_number("≥95%"), is_number("8561户"), is_number("1.按计划实施。"), is_number("总分")
        (True, True, False, False)
    """
    plain = "".join(LOOKALIKES.get(sign, sign) for sign in text if not sign.isspace())
    plain = plain.strip(_DUST)
    signs = len(_OF_NUMBERS.findall(plain))
    return len(plain) <= _LONGEST and bool(_DIGIT.search(plain)) and signs * _SHARE >= len(plain)


def number_in(looks: Iterable[Strip]) -> tuple[Candidate, ...]:
    """Return what a number may be by several looks at it, the likeliest first.

    The chance of a candidate is the mean of its chances in the looks.
    """
    found = [spellings(folded(strip, LOOKALIKES)) for strip in looks]
    chances: dict[str, float] = {}
    for look in found:
        for each in look:
            text = "".join(each.text.split()).strip(_DUST)
            share = each.chance * _DISCOUNT if text == _STROKE else each.chance
            chances[text] = chances.get(text, 0.0) + share / len(found)
    order = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text=text, chance=min(chance, 1.0)) for text, chance in order[:_MOST])
