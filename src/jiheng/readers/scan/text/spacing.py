"""Blanks, and how wide the stops of a line are set: told by the white beside them.

The network tells a letter by its shape, and a colon has one shape, half as wide as type is high
or as wide; a blank has none.
"""

from jiheng.readers.scan.text.columns import Columns, Setting
from jiheng.readers.scan.text.spelling import Look

WIDE = dict(zip(":,;()!?", "：，；（）！？", strict=True))
"""Stops in their narrow form → in their wide one."""

NARROW = {wide: narrow for narrow, wide in WIDE.items()}

HANGING = tuple("，；：。、）！？")
"""Wide stops and brackets that are inked only in the first half of their width."""

# All measures are in heights of type.
_NARROW, _WIDE = 0.9, 1.0
"""From the letter before a stop to the one behind it, less than the first where the stop is narrow,
though a blank may be behind it, and more than the second where it is wide."""

_HALF = 0.62
"""There is more white behind a wide stop, if it stands to the left."""

_OF_SENTENCES = frozenset(",;!?")
_BEHIND_STOP, _BLANK = 0.3, 0.45
"""White that is a blank: behind a narrow stop, and between other letters."""

_FIRST_WIDE = "\u2e80"
_BEFORE_BLANK = ".:,;)"


def respaced(look: Look, seen: Look, setting: Setting) -> str:
    """Return the letters of a line with blanks, and stops wide or narrow, as they are set.

    Args:
        look: the letters, all stops narrow.
        seen: the same with stops as the network sees them.
        setting: of the line.
    """
    ink = Columns(setting)
    as_seen = {letter.step: letter.sign for letter in seen.letters}
    places = [setting.place(letter.step) for letter in look.letters]
    text, before, is_blank = "", 0.0, False
    for at, (sign, _, step) in enumerate(look.letters):
        if sign.isspace():
            is_blank = True
            continue
        if text and _is_parted(text[-1], sign, ink.white(before, places[at]), is_blank):
            text += " "
        if sign in WIDE:
            behind = ink.white(*places[at : at + 2]) if at + 1 < len(places) else None
            seen_as = WIDE[sign] if _is_of_sentence(text, sign) else as_seen.get(step, sign)
            text += _stop(sign, ink.room(places[at]), behind, seen_as)
        else:
            text += sign
        before, is_blank = places[at], False
    return text


def _is_parted(last: str, sign: str, white: float, is_seen: bool) -> bool:
    """Whether a blank is between two letters; the network tells it between narrow ones."""
    if last in _BEFORE_BLANK and sign >= _FIRST_WIDE:
        return white > _BEHIND_STOP
    if last < _FIRST_WIDE and sign < _FIRST_WIDE:
        return is_seen
    return is_seen and white > _BLANK


def _is_of_sentence(before: str, sign: str) -> bool:
    """Whether a stop stands in a Chinese sentence, where it is wide if its place does not tell."""
    return before[-1:] >= _FIRST_WIDE and sign in _OF_SENTENCES


def _stop(sign: str, room: float | None, behind: float | None, seen: str) -> str:
    """Return a stop in the width that its place has; where that does not tell, as it is seen."""
    if (behind or 0.0) > _HALF or (room or 0.0) > _WIDE:
        return WIDE[sign]
    return sign if room is not None and room < _NARROW else seen
