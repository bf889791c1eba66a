"""The letters of a PDF page as pdfium finds them."""

import math
import unicodedata
from collections.abc import Container
from ctypes import cast
from functools import lru_cache
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.asking import Asking
from jiheng.formats.pdf.clipping import clip_of
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle
from jiheng.rulebook.phrases import phrase

_ASCENT, _DESCENT = 0.88, 0.12
"""Of a letter's square above and below the line it stands on: as Chinese fonts have it.

The boxes that fonts give are of any height, and a comma's may be no higher than its ink.
"""

_INVISIBLE = frozenset({3, 7})
"""Text rendering modes that leave no ink: recognised text lies so over a scan."""

_HYPHENS = frozenset({0x02, 0xFFFE})
"""How pdfium gives the hyphen at the end of a line."""

_UNPRINTED = frozenset({"\u00ad", "\u200b", "\ufeff"})

_FIRST_PRINTED = 0x20
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_BLANKS = frozenset({0x09, 0x0A, 0x0D, 0xA0})
_PRIVATE = range(0xE000, 0xF900)

_TWINS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
"""Radicals and letters kept for old encodings: fonts share their shapes with those one types."""


class Letter(NamedTuple):
    """A letter in the page's own points.

    Attributes:
        text: the letter; "" where the file does not say which one it is.
        box: left, bottom, right and top: as wide as its advance, as high as its type.
        turns: quarters by which its line is turned against the clock.
        clip: where it is shown, as left, bottom, right and top; None for everywhere.
        run: tells apart the texts that letters were drawn with; 0 for none.
    """

    text: str
    box: Box
    turns: int
    clip: Box | None = None
    run: int = 0


class _Type(NamedTuple):
    """What the letters of one run share.

    Attributes:
        above: how far their squares reach above the line that they stand on.
        below: how far they reach below it.
        turns: as those of a letter.
        clip: as that of a letter.
    """

    above: float
    below: float
    turns: int
    clip: Box | None


def letters_of(text: Handle, covered: Container[int] = ()) -> list[Letter]:
    """Return the visible letters in the order of the file, without blanks that pdfium made up.

    Args:
        text: of the page.
        covered: runs that are under something, by their addresses.

    Raises:
        FormatError: there are too many.
    """
    asking = Asking(text)
    if asking.count > limits.MAX_PAGE_LETTERS:
        raise FormatError(phrase("pdf.letters", most=str(limits.MAX_PAGE_LETTERS)))
    runs = asking.runs()
    types = _types(asking, runs, covered)
    seen = [index for index, run in enumerate(runs) if run in types]
    kinds = [types[runs[index]] for index in seen]
    signs = map(_sign, asking.codes(seen), asking.unknown(seen))
    squares = map(_square, asking.boxes(seen), asking.origins(seen), kinds)
    return [
        Letter(sign, square, kind.turns, kind.clip, runs[index] or 0)
        for index, sign, square, kind in zip(seen, signs, squares, kinds, strict=True)
        if sign not in _UNPRINTED
    ]


def _types(
    asking: Asking, runs: list[int | None], covered: Container[int]
) -> dict[int | None, _Type]:
    """Return what the letters of each run share, of those runs that are seen."""
    # Any letter of a run tells of all.
    letter_of = {run: index for index, run in enumerate(runs)}
    seen = [run for run in letter_of if run and run not in covered and _is_seen(run)]
    letters = [letter_of[run] for run in seen]
    kinds = map(_type, seen, asking.sizes(letters), asking.matrices(letters))
    return dict(zip(seen, kinds, strict=True))


def _is_seen(run: int) -> bool:
    return pdfium.FPDFTextObj_GetTextRenderMode(cast(run, pdfium.FPDF_PAGEOBJECT)) not in _INVISIBLE


def _type(run: int, size: float, matrix: tuple[float, ...]) -> _Type:
    a, b, c, d, _, _ = matrix
    height = size * math.hypot(c, d)
    turns = round(math.atan2(b, a) / (math.pi / 2)) % 4
    clip = clip_of(cast(run, pdfium.FPDF_PAGEOBJECT))
    return _Type(_ASCENT * height, _DESCENT * height, turns, clip)


@lru_cache(maxsize=1 << 14)
def _sign(code: int, is_unknown: int) -> str:
    """Return a letter; "" for a code that stands for none."""
    if is_unknown:
        return ""
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < _FIRST_PRINTED or code > _LAST or code in _SURROGATES or code in _PRIVATE:
        return ""
    sign = chr(code)
    is_twin = any(code in twins for twins in _TWINS)
    return unicodedata.normalize("NFKC", sign) if is_twin else sign


def _square(found: tuple[float, ...], origin: tuple[float, ...], kind: _Type) -> Box:
    """Return the box of a letter, given its advance and the point where it begins."""
    left, top, right, bottom = found
    x, y = origin
    above, below, turns, _ = kind
    if turns == 0:
        return left if left < x else x, y - below, right, y + above
    if turns == 1:
        return x - above, min(bottom, y), x + below, top
    if turns == 2:  # noqa: PLR2004  upside down
        return left, y - above, max(right, x), y + below
    return x - below, bottom, x + above, max(top, y)
