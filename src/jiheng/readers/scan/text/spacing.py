"""Blanks, and how wide the stops of a line are set: told by the white beside them.

The network tells a letter by its shape, and a colon has one shape, half as wide as type is high
or as wide; a blank has none.
"""

from bisect import bisect_left
from collections.abc import Callable
from operator import sub

from msgspec import Struct
from numpy import diff, flatnonzero, int8, pad

from jiheng.readers.scan.text.ink import WHITE, Gray
from jiheng.readers.scan.text.spelling import Look

WIDE = dict(zip(":,;()!?", "：，；（）！？", strict=True))  # noqa: RUF001
"""Stops in their narrow form → in their wide one."""

NARROW = {wide: narrow for narrow, wide in WIDE.items()}

HANGING = tuple("，；：。、）！？")  # noqa: RUF001
"""Wide stops and brackets that are inked only in the first half of their width."""

_DARK = 0.45
"""Ink is darker than paper by this share of the darkest ink in the line."""

# All measures are in heights of type.
_WIDTH_OF_STOP = 0.45
_NARROW, _WIDE = 0.9, 1.0
"""From the letter before a stop to the one behind it, less than the first where the stop is narrow,
though a blank may be behind it, and more than the second where it is wide."""

_BEHIND_STOP, _BLANK = 0.3, 0.45
"""White that is a blank: behind a narrow stop, and between other letters."""

_FIRST_WIDE = "\u2e80"
_BEFORE_BLANK = ".:,;)"


class Setting(Struct, frozen=True, kw_only=True, eq=False):
    """A line as it is set.

    Attributes:
        picture: as the network took it.
        pitch: columns of the picture in a step.
        size: height of type, in pixels of the picture.
    """

    picture: Gray
    pitch: float
    size: float


def respaced(look: Look, seen: Look, setting: Setting) -> str:
    """Return the letters of a line with blanks, and stops wide or narrow, as they are set.

    Args:
        look: the letters, all stops narrow.
        seen: the same with stops as the network sees them.
        setting: of the line.
    """
    ink = _Ink(setting)
    widths = {letter.step: letter.sign for letter in seen.letters}
    text, before, is_blank = "", 0.0, False
    for sign, _, step in look.letters:
        if sign.isspace():
            is_blank = True
            continue
        place = (step + 0.5) * setting.pitch
        if text and _is_parted(text[-1], sign, lambda a=before, b=place: ink.white(a, b), is_blank):
            text += " "
        text += _stop(sign, widths.get(step, sign), ink.room(place)) if sign in WIDE else sign
        before, is_blank = place, False
    return text


class _Ink:
    """Columns of a line in which there is ink; distances are in heights of type."""

    def __init__(self, setting: Setting) -> None:
        picture, self._size = setting.picture, setting.size
        least = WHITE - _DARK * (WHITE - float(picture.min()))
        edges = diff(pad((picture < least).any(axis=0).astype(int8), 1))
        self._starts: list[int] = flatnonzero(edges > 0).tolist()
        self._ends: list[int] = flatnonzero(edges < 0).tolist()

    def white(self, before: float, after: float) -> float:
        """Return how wide the widest white between two places is."""
        first = max(bisect_left(self._starts, before) - 1, 0)
        last = bisect_left(self._starts, after)
        ends, starts = self._ends[first:last], self._starts[first + 1 :]
        return max(map(sub, starts, ends), default=0) / self._size

    def room(self, place: float) -> float | None:
        """Return how far it is between the letters beside a stop; None where there is none."""
        pieces = list(zip(self._starts, self._ends, strict=True))
        near = min(range(len(pieces)), key=lambda at: abs(sum(pieces[at]) / 2 - place), default=0)
        if not 0 < near < len(pieces) - 1:
            return None
        start, end = pieces[near]
        if end - start > _WIDTH_OF_STOP * self._size:
            return None
        return (pieces[near + 1][0] - pieces[near - 1][1]) / self._size


def _is_parted(last: str, sign: str, white: Callable[[], float], is_seen: bool) -> bool:  # noqa: FBT001
    """Whether a blank is between two letters; the network tells it between narrow ones."""
    if last in _BEFORE_BLANK and sign >= _FIRST_WIDE:
        return white() > _BEHIND_STOP
    if last < _FIRST_WIDE and sign < _FIRST_WIDE:
        return is_seen
    return is_seen and white() > _BLANK


def _stop(sign: str, seen: str, room: float | None) -> str:
    """Return a stop in the width that its place has, or as it was seen."""
    if room is None or _NARROW <= room <= _WIDE:
        return seen
    return WIDE[sign] if room > _WIDE else sign
