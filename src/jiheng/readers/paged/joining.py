"""Lines of text joined again into the paragraphs that they were broken from.

A line that had no room for the next word was broken by the program; what stands on the next line
goes on. A line that ends early was ended by its writer: a paragraph, or a heading set in two.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jiheng.formats.paragraph_ends import is_paragraph_end
from jiheng.readers.paged.lines import TextLine

_CHINESE = "\u2e80-\u303f\u3040-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING, _CLOSING = "(（《〈【〔「『“‘\\[", ")）》〉】〕」』”’\\],，.。;；:：!！?？、%％…"
_UNIT = re.compile(
    rf"[{_OPENING}]*(?:[{_CHINESE}]|[^\s{_CHINESE}{_OPENING}]+)?[{_CLOSING}]*",
)
_LAST_WORD = re.compile(rf"[^\s{_CHINESE}]+$")
_WORD_END = re.compile(r"[0-9A-Za-z][,.;:]?$")
_WORD_START = re.compile(r"[0-9A-Za-z]")
_NUMBER_END = re.compile(r"\d[,.]?$")

_MOST_PAD = 0.8
"""Widest margin inside a cell that we believe in, in heights of type."""

_SLACK = 0.25
"""A line counts as full though this much is left over: it was measured in other units."""

_ALIGNED = 0.3
"""Lines begin at the same place if they are no farther apart."""

_INDENT = (1.2, 3.0)
"""Where the first line of a paragraph begins, right of the others."""

_BLANK = (0.15, 0.5)
"""How wide a blank is, in heights of type."""

_EARLY = 2.0
"""A line that ends so far before the edge, beside room for the next word, was ended on purpose."""

_FEWEST = 2
"""So many lines at least are there to be joined."""

_PARTED = 1.5
"""Lines so much farther apart than others have an empty one between them."""


class Room(NamedTuple):
    """Where lines may stand: the edges of their cell, or of what is printed on the page."""

    left: float
    right: float


def joined(lines: Sequence[TextLine], room: Room) -> str:
    r"""Return the text of lines one below the other; ``\n`` ends a paragraph."""
    if len(lines) < _FEWEST:
        return "".join(line.text for line in lines)
    setting = _setting(lines, room)
    pieces = [lines[0].text]
    for above, below in pairwise(lines):
        pieces += [_joint(above, below, setting), below.text]
    return "".join(pieces)


class _Setting(NamedTuple):
    """How the lines of one text are set.

    Attributes:
        right: where lines end that are full.
        pitch: from one line to the next, where no empty one is between.
        has_early_ends: some line was ended before it was full.
    """

    left: float
    right: float
    pitch: float
    has_early_ends: bool


def _setting(lines: Sequence[TextLine], room: Room) -> _Setting:
    # A quote or a stop at the edge of a line may hang out of the cell with its empty half.
    left = min((line.box[0] for line in lines if line.box[0] >= room.left), default=room.left)
    size = max(line.size for line in lines)
    pad = min(left - room.left, _MOST_PAD * size)
    ends = (line.box[2] for line in lines if line.box[2] <= room.right)
    right = max(room.right - pad, max(ends, default=0.0))
    pairs = tuple(pairwise(lines))
    return _Setting(
        left=left,
        right=right,
        pitch=min((below.box[3] - above.box[3] for above, below in pairs), default=0.0),
        has_early_ends=any(not _is_full(above, below, right) for above, below in pairs),
    )


def goes_on(above: TextLine, below: TextLine, room: Room) -> bool:
    """Whether a line had no room for the first word of the next one."""
    return _is_full(above, below, room.right)


def _joint(above: TextLine, below: TextLine, setting: _Setting) -> str:
    """Return what stands between two lines once they are one text."""
    if below.box[3] - above.box[3] > _PARTED * setting.pitch:
        return "\n"
    is_end = is_paragraph_end(above.text, below.text)
    if _is_full(above, below, setting.right):
        return "\n" if is_end and setting.has_early_ends else _seam(above, below, setting)
    if is_end or _is_ended_early(above, below, setting):
        return "\n"
    return _seam(above, below, setting)


def _is_full(above: TextLine, below: TextLine, right: float) -> bool:
    """Whether the first word of the next line had no room on this one."""
    return above.box[2] + _first_width(below) > right - _SLACK * above.size


def _is_ended_early(above: TextLine, below: TextLine, setting: _Setting) -> bool:
    """Whether a line of text that is not centred ends far before the edge."""
    size = above.size
    step = below.box[0] - above.box[0]
    is_set_left = abs(step) < _ALIGNED * size or _INDENT[0] * size < step < _INDENT[1] * size
    widths = above.box[2] - above.box[0], below.box[2] - below.box[0]
    is_centred = abs(widths[0] - widths[1]) < size and abs(step) < size
    left_over = setting.right - above.box[2] - _first_width(below)
    return is_set_left and not is_centred and left_over > _EARLY * size


def _seam(above: TextLine, below: TextLine, setting: _Setting) -> str:
    """Return the blanks that stood where a line was broken, if any did."""
    if blanks := above.blanks_after + below.blanks_before:
        # Of blanks on both sides of the break pdfium gives the first: the other leaves its place.
        indent = (below.box[0] - setting.left) / below.size
        return " " * (blanks + (_BLANK[0] < indent < _BLANK[1]))
    if not (_WORD_END.search(above.text) and _WORD_START.match(below.text)):
        return ""
    if _NUMBER_END.search(above.text) and below.text[0].isdigit():
        return ""
    word = _last_width(above) + _first_width(below)
    return "" if word > setting.right - setting.left else " "


def _first_width(line: TextLine) -> float:
    """Return how wide the first word of a line is, with the signs that cannot leave it."""
    found = _UNIT.match(line.text)
    length = max(found.end() if found else 0, 1)
    for glyph in line.glyphs:
        if length <= len(glyph.text):
            share = length / len(glyph.text)
            return glyph.box[0] + share * (glyph.box[2] - glyph.box[0]) - line.box[0]
        length -= len(glyph.text)
    return line.box[2] - line.box[0]


def _last_width(line: TextLine) -> float:
    """Return how wide the last word of a line is."""
    found = _LAST_WORD.search(line.text)
    length = len(found[0]) if found else 1
    for glyph in reversed(line.glyphs):
        if length <= len(glyph.text):
            share = length / len(glyph.text)
            return line.box[2] - glyph.box[2] + share * (glyph.box[2] - glyph.box[0])
        length -= len(glyph.text)
    return line.box[2] - line.box[0]
