"""Letters that stand side by side, as lines of text."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from math import ceil
from operator import eq, sub
from typing import NamedTuple

from jiheng.formats.pages.page import Box, Glyph
from jiheng.model.document import Candidate

_RISE = 0.5
"""A letter that stands higher by less than this share of its height is on the same line."""

_WORD_GAP, _MIXED_GAP, _CHINESE_GAP = 0.22, 0.6, 0.9
"""A blank that no letter stands for: gaps wider than these, in heights of type.

Programs set a quarter between Chinese letters and words or numbers on their own.
"""

_LEAST_GAP, _ROUNDED = 0.15, 0.3

_FIELD_GAP = 2.0
"""So wide a gap parts two fields of a line."""

_FIRST_WIDE = "\u2e80"

_TURNED = 0.8
"""Of the steps from letter to letter, where they go up or down: the words are turned."""

_FEWEST_STEPS = 2

_TWICE = 0.3
"""The same letter again within this share of its height was drawn twice to look bold."""


class TextLine(NamedTuple):
    """One line.

    Attributes:
        text: with blanks between words, without those around the line.
        glyphs: what it is made of, from left to right, without blanks around it.
        size: height of its type.
        blanks_before: how many blanks stood before it.
        blanks_after: how many stood after it.
    """

    text: str
    box: Box
    glyphs: tuple[Glyph, ...]
    size: float
    blanks_before: int
    blanks_after: int

    @property
    def confidence(self) -> float:
        """How sure its least sure letter is."""
        return min(glyph.confidence for glyph in self.glyphs)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What it may say as well, where it was recognised as a whole."""
        return self.glyphs[0].candidates if len(self.glyphs) == 1 else ()


def lines_of(glyphs: list[Glyph]) -> list[TextLine]:
    """Return the lines that letters form, from the top down; blanks alone are none."""
    # The letters of most cells stand at one height.
    groups = [glyphs[:]] if len({glyph.box[3] for glyph in glyphs}) == 1 else list(_rows(glyphs))
    if len(groups) > _FEWEST_STEPS and is_turned(glyphs):
        groups = [glyphs]
    else:
        for group in groups:
            group.sort(key=_left)
    return [line for line in map(_line, groups) if line is not None]


def is_turned(glyphs: list[Glyph]) -> bool:
    """Whether the words run up or down the page: each letter stands above or below the last."""
    steps = len(glyphs) - 1
    if steps < _FEWEST_STEPS:
        return False
    # Looked at no longer than it takes to tell: most words run across.
    most = steps - _TURNED * steps
    across = (pair for pair in pairwise(glyphs) if not _is_step_up_or_down(*pair))
    return sum(1 for _ in islice(across, ceil(most))) < most


def _is_step_up_or_down(last: Glyph, glyph: Glyph) -> bool:
    """Whether a letter stands above or below another, or at the head of the next column."""
    left, top, right, bottom = last.box
    half, slack = (right - left) / 2, _RISE / 2 * (bottom - top)
    if len(last.text) > 1 or len(glyph.text) > 1:
        return False
    is_above = glyph.box[3] <= top + slack
    is_in_column = abs(glyph.box[0] - left) < half
    return (is_in_column and (is_above or glyph.box[1] >= bottom - slack)) or (
        is_above and glyph.box[2] <= left + half
    )


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters that stand on the same line, the upper lines first."""
    row: list[Glyph] = []
    lowest = highest = 0.0
    for glyph in sorted(glyphs, key=_bottom):
        _, top, _, bottom = glyph.box
        if row and bottom - lowest > _RISE * min(bottom - top, lowest - highest):
            yield row
            row = []
        if not row:
            lowest, highest = bottom, top
        row.append(glyph)
    if row:
        yield row


def _line(glyphs: list[Glyph]) -> TextLine | None:
    """Return letters in their order as a line; None where they are all blanks."""
    first, last = 0, len(glyphs) - 1
    while first <= last and glyphs[first].text.isspace():
        first += 1
    while first < last and glyphs[last].text.isspace():
        last -= 1
    if first > last:
        return None
    kept = tuple(_once(glyphs[first : last + 1]))
    lefts, tops, rights, bottoms = zip(*(glyph.box for glyph in kept), strict=True)
    box = min(lefts), min(tops), max(rights), max(bottoms)
    return TextLine(
        text=_text(kept, [*map(sub, lefts[1:], rights)]),
        box=box,
        glyphs=kept,
        size=max(map(sub, bottoms, tops)),
        blanks_before=first,
        blanks_after=len(glyphs) - 1 - last,
    )


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the letters without those drawn a second time over themselves."""
    texts = [glyph.text for glyph in glyphs]
    if not any(map(eq, texts, texts[1:])):
        return glyphs
    kept = [glyphs[0]]
    for glyph in glyphs[1:]:
        if glyph.text != kept[-1].text or not _is_over(kept[-1], glyph):
            kept.append(glyph)
    return kept


def _is_over(last: Glyph, glyph: Glyph) -> bool:
    height = glyph.box[3] - glyph.box[1]
    # The letters of a ligature share one box, and nobody prints it twice.
    return 0 < glyph.box[0] - last.box[0] < _TWICE * height


def _text(glyphs: tuple[Glyph, ...], gaps: list[float]) -> str:
    """Return letters as text; ``gaps`` are the distances between them."""
    height = glyphs[0].box[3] - glyphs[0].box[1]
    if not gaps or max(gaps) <= _LEAST_GAP * height:
        return "".join([glyph.text for glyph in glyphs]).strip()
    # How far apart letters usually stand in a line: more where it is set to full width. Whole
    # texts, as they are recognised in pictures, tell nothing of letters.
    ones = [len(glyph.text) == 1 for glyph in glyphs]
    steps = [gap for at, gap in enumerate(gaps) if ones[at] and ones[at + 1]]
    usual = max(sorted(steps)[len(steps) // 2], 0.0) if steps else 0.0
    least = usual + _LEAST_GAP * height
    pieces = [glyphs[0].text]
    for at, gap in enumerate(gaps):
        last, glyph = glyphs[at], glyphs[at + 1]
        if gap > least:
            pieces.append(_gap(last, glyph, usual))
        pieces.append(glyph.text)
    return "".join(pieces).strip()


def _gap(last: Glyph, glyph: Glyph, usual: float) -> str:
    """Return the blanks between two letters that no letter stands for."""
    gap = glyph.box[0] - last.box[2] - usual
    height = min(glyph.box[3] - glyph.box[1], last.box[3] - last.box[1])
    if gap <= _LEAST_GAP * height:
        return ""
    if gap > _FIELD_GAP * height:
        return "  "
    blank = last if last.text.isspace() else glyph
    if blank.text.isspace():
        # Of several blanks pdfium gives the first one.
        return " " * int(gap / (blank.box[2] - blank.box[0] + usual) + _ROUNDED)
    return " " if gap > _usual_gap(last.text[-1], glyph.text[0]) * height else ""


def _usual_gap(last: str, sign: str) -> float:
    """Return the widest gap between two letters that is no blank."""
    wide = (last >= _FIRST_WIDE) + (sign >= _FIRST_WIDE)
    if wide == len((last, sign)):
        return _CHINESE_GAP
    return _MIXED_GAP if wide and (last if sign >= _FIRST_WIDE else sign).isalnum() else _WORD_GAP


def _left(glyph: Glyph) -> float:
    return glyph.box[0]


def _bottom(glyph: Glyph) -> float:
    return glyph.box[3]
