"""The letters of a page in runs: one object of text each."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jiheng.formats.pages.page import Glyph
from jiheng.writers.characters import printable

_NEAR = 3.0
"""The next letter of a run begins no farther from the last than this, in heights of type."""

_SAME = 0.01
"""Letters this close in height, in points, stand on one line."""


def runs(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Yield single letters that follow one another on a line, in type of one size."""
    run: list[Glyph] = []
    for glyph in glyphs:
        for letter in _letters(glyph):
            if run and not _goes_on(run[-1], letter):
                yield tuple(run)
                run = []
            run.append(letter)
    if run:
        yield tuple(run)


def _letters(glyph: Glyph) -> Iterator[Glyph]:
    """Yield the letters of what was recognised as one, all as wide; no line ends."""
    text = "".join(printable(glyph.text).split("\n"))
    left, top, right, bottom = glyph.box
    for index, sign in enumerate(text):
        start = left + (right - left) * index / len(text)
        end = left + (right - left) * (index + 1) / len(text)
        yield replace(glyph, text=sign, box=(start, top, end, bottom))


def _goes_on(last: Glyph, letter: Glyph) -> bool:
    left, top, _, bottom = last.box
    x, y, _, foot = letter.box
    is_level = abs(y - top) <= _SAME and abs(foot - bottom) <= _SAME
    return is_level and left < x <= left + _NEAR * (bottom - top)
