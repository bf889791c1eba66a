"""The letters of a PDF page as pdfium finds them."""

import math
import unicodedata
from collections.abc import Container
from ctypes import c_int, c_void_p
from functools import lru_cache
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.asking import Asking
from jiheng.formats.pdf.clipping import clip_of
from jiheng.formats.pdf.library import plain
from jiheng.formats.pdf.opening import Handle
from jiheng.rulebook.phrases import phrase

_ASCENT, _DESCENT = 0.88, 0.12
"""Of a letter's square above and below the line it stands on: as Chinese fonts have it.

The boxes that fonts give are of any height, and a comma's may be no higher than its ink.
"""

_INVISIBLE = frozenset({3, 7})
"""Text rendering modes that leave no ink: recognised text lies so over a scan."""

_MODE = plain("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)

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


class Run(NamedTuple):
    """What the letters of one run share, in the page's own points.

    Attributes:
        above: how far their squares reach above the line that they stand on.
        below: how far they reach below it.
        turns: quarters by which their line is turned against the clock.
        clip: where they are shown, as left, bottom, right and top; None for everywhere.
        address: by which pdfium knows the run; 0 for letters of no run.
    """

    above: float = 0.0
    below: float = 0.0
    turns: int = 0
    clip: Box | None = None
    address: int = 0


class Letter(NamedTuple):
    """A letter in the page's own points.

    Attributes:
        text: the letter; "" where the file does not say which one it is.
        box: left, bottom, right and top: as wide as its advance, as high as its type.
    """

    text: str
    box: Box
    run: Run


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
    addresses = asking.runs()
    known = _runs(asking, addresses, covered)
    letters = [index for index, address in enumerate(addresses) if address in known]
    runs = [known[addresses[index]] for index in letters]
    signs = map(_sign, asking.codes(letters), asking.unknown(letters))
    squares = map(_square, asking.boxes(letters), asking.origins(letters), runs)
    found = map(Letter, signs, squares, runs)
    return [letter for letter in found if letter.text not in _UNPRINTED]


def _runs(
    asking: Asking, addresses: list[int | None], covered: Container[int]
) -> dict[int | None, Run]:
    """Return the runs that are seen, by their addresses."""
    # Any letter of a run tells of all.
    letter_of = {address: index for index, address in enumerate(addresses)}
    seen = [each for each in letter_of if each and each not in covered and _is_seen(each)]
    letters = [letter_of[address] for address in seen]
    runs = map(_run, seen, asking.sizes(letters), asking.matrices(letters))
    return dict(zip(seen, runs, strict=True))


def _is_seen(address: int) -> bool:
    return _MODE(address) not in _INVISIBLE


def _run(address: int, size: float, matrix: tuple[float, ...]) -> Run:
    a, b, c, d, _, _ = matrix
    height = size * math.hypot(c, d)
    turns = round(math.atan2(b, a) / (math.pi / 2)) % 4
    return Run(_ASCENT * height, _DESCENT * height, turns, clip_of(address), address)


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


def _square(found: tuple[float, ...], origin: tuple[float, ...], run: Run) -> Box:
    """Return the box of a letter, given its advance and the point where it begins."""
    left, top, right, bottom = found
    x, y = origin
    above, below, turns, _, _ = run
    if turns == 0:
        return left if left < x else x, y - below, right, y + above
    if turns == 1:
        return x - above, min(bottom, y), x + below, top
    if turns == 2:  # noqa: PLR2004  upside down
        return left, y - above, max(right, x), y + below
    return x - below, bottom, x + above, max(top, y)
