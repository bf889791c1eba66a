"""The letters of a PDF page as pdfium finds them."""

import math
import unicodedata
from ctypes import addressof, byref, c_double, c_float, cast
from functools import lru_cache
from typing import Any, NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
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
        size: height of the type.
    """

    is_visible: bool
    size: float
    turns: int
    clip: Box | None


def letters_of(text: Handle) -> list[Letter]:
    """Return the visible letters in the order of the file, without blanks that pdfium made up.

    Raises:
        FormatError: there are too many.
    """
    count = pdfium.FPDFText_CountChars(text)
    if count > limits.MAX_PAGE_LETTERS:
        raise FormatError(phrase("pdf.letters", most=str(limits.MAX_PAGE_LETTERS)))
    # Read as four numbers at once: letter by letter, each look costs.
    edges, x, y = (c_float * 4)(), c_double(), c_double()
    box: Any = cast(edges, pdfium.POINTER(pdfium.FS_RECTF))
    across, up = byref(x), byref(y)
    get_run, get_box = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox
    get_origin, get_sign = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetUnicode
    is_unknown = pdfium.FPDFText_HasUnicodeMapError
    letters: list[Letter] = []
    types: dict[int, _Type] = {}
    for index in range(count):
        run = get_run(text, index)
        if not run:
            continue
        address = addressof(run.contents)
        kind = types.get(address)
        if kind is None:
            kind = types[address] = _type(text, index, run)
        if not kind.is_visible:
            continue
        get_box(text, index, box)
        get_origin(text, index, across, up)
        code = get_sign(text, index)
        sign = "" if is_unknown(text, index) else _sign(code)
        if sign not in _UNPRINTED:
            square = _square(edges[:], x.value, y.value, kind)
            letters.append(Letter(sign, square, kind.turns, kind.clip, address))
    return letters


def _type(text: Handle, index: int, run: Handle) -> _Type:
    """Return what the letters of the run have in common of which this letter is one."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    angle = math.atan2(matrix.b, matrix.a)
    return _Type(
        is_visible=pdfium.FPDFTextObj_GetTextRenderMode(run) not in _INVISIBLE,
        size=pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d),
        turns=round(angle / (math.pi / 2)) % 4,
        clip=clip_of(run),
    )


@lru_cache(maxsize=1 << 14)
def _sign(code: int) -> str:
    """Return a letter; "" for a code that stands for none."""
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < _FIRST_PRINTED or code > _LAST or code in _SURROGATES or code in _PRIVATE:
        return ""
    sign = chr(code)
    is_twin = any(code in twins for twins in _TWINS)
    return unicodedata.normalize("NFKC", sign) if is_twin else sign


def _square(found: list[float], x: float, y: float, kind: _Type) -> Box:
    """Return the box of a letter, given its advance and the point where it begins."""
    left, top, right, bottom = found
    above, below = _ASCENT * kind.size, _DESCENT * kind.size
    if kind.turns == 0:
        return left if left < x else x, y - below, right, y + above
    if kind.turns == 1:
        return x - above, min(bottom, y), x + below, top
    if kind.turns == 2:  # noqa: PLR2004  upside down
        return left, y - above, max(right, x), y + below
    return x - below, bottom, x + above, max(top, y)
