"""Numbers in pictures: what looks like a digit there is one, and two looks tell more than one."""

import re
from collections.abc import Iterable, Sequence

from jiheng.model.document import Candidate
from jiheng.readers.scan.text.spelling import Spelling, Strip, folded, spellings

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
_BEGUN = re.compile(r"[^\d\u2e80-\uffef]{0,2}\d")
"""Before its first digit a number has a sign at most, and perhaps dust; no word."""

_OF_NUMBERS = re.compile(r"[\d.,%≥≤><=-]")
_SHARE = 3
"""Of a number's signs at least one in so many is no letter."""

_DUST = ".,:'`"
"""No number begins or ends with these."""

_MIDDLE_DOT = re.compile(r"(?<!\d)\.(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\.(?!\d|$)")

_STRAY = re.compile(r"[^≥≤><=(][≥≤><=]")
"""Before the sign of a number stands nothing, but dust or a letter of another cell."""

_SHAPE = re.compile(
    r"\(?[≥≤><=]{0,2}[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:[^\d.,:;'`≥≤><=](?:.*[^.,:;'`≥≤><=-])?)?"
)
"""A number; behind its digits stands a unit, or a second one that ends a range."""

_STROKE, _DISCOUNT = "1", 0.9
"""A single stroke alone in a cell may be a scratch: it is never sure by itself."""

_MOST = 6
"""So many candidates are kept."""


def is_number(text: str) -> bool:
    """Return whether a text is a number, with its unit or sign perhaps.

    Example:
        >>> is_number("≥95%"), is_number("8561户"), is_number("1.按计划实施。"), is_number("总分")
        (True, True, False, False)
        >>> is_number("指标2:")
        False
    """
    plain = "".join(LOOKALIKES.get(sign, sign) for sign in text if not sign.isspace())
    plain = plain.strip(_DUST)
    signs = len(_OF_NUMBERS.findall(plain))
    return len(plain) <= _LONGEST and bool(_BEGUN.match(plain)) and signs * _SHARE >= len(plain)


def is_misspelt(text: str) -> bool:
    """Return whether the signs of a number stand as they do in none, though each was seen.

    Example:
        >>> is_misspelt("98:45%"), is_misspelt("-≥95%"), is_misspelt("12,34")
        (True, True, True)
        >>> is_misspelt("1,234.50"), is_misspelt("合格率≥95%"), is_misspelt("其中:3人")
        (False, False, False)
    """
    plain = "".join(LOOKALIKES.get(sign, sign) for sign in text if not sign.isspace())
    return bool(_STRAY.match(plain)) or (is_number(plain) and not _SHAPE.fullmatch(plain))


def number_in(looks: Iterable[Strip]) -> tuple[Candidate, ...]:
    """Return what a number may be by several looks at it, the likeliest first.

    The chance of a candidate is the mean of its chances in the looks.
    """
    return as_candidates([spellings(folded(strip, LOOKALIKES)) for strip in looks])


def _plain(text: str) -> str:
    """Return a number without blanks and dust; a dot between words stands in the middle."""
    return _MIDDLE_DOT.sub("·", "".join(text.split())).strip(_DUST)


def as_candidates(looks: Sequence[Sequence[Spelling]]) -> tuple[Candidate, ...]:
    """Return what several looks at a number spell, without dust and blanks, the likeliest first."""
    chances: dict[str, float] = {}
    for look in looks:
        for each in look:
            text = _plain(each.text)
            share = each.chance * _DISCOUNT if text == _STROKE else each.chance
            chances[text] = chances.get(text, 0.0) + share / len(looks)
    order = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text=text, chance=min(chance, 1.0)) for text, chance in order[:_MOST])
