"""Text objects → letters at their places."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from msgspec.structs import replace

from jiheng.formats.ofd.matrix import Matrix, Point
from jiheng.formats.ofd.parts import children
from jiheng.formats.ofd.values import deltas, number_of
from jiheng.formats.pages.page import Box, Glyph
from jiheng.formats.xml import Element

_ASCENT, _DESCENT = 0.88, 0.12
"""How far a letter reaches above and below its base line, in heights of type."""

_COMMON = 0.5
_SHARES = {
    **dict.fromkeys("fijlrtI.,:;!'|()[]", 0.35),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.65),
    **dict.fromkeys("mwMW@%", 0.9),
}
"""Widths of letters that take no whole square, where the next one does not tell."""

_NARROWED, _STRETCHED = 0.4, 1.4
"""A letter is no wider than so many times its common width: what is more is a gap."""

_ASLANT = 0.18
"""Text that rises by more than this, about ten degrees, is a watermark."""

_SIZE = 3.175
"""Height of type in millimetres where a file gives none: nine points."""

_LINE_END = re.compile(r"\s*[\r\n]\s*")
_ESCAPED = re.compile(r"\\(00[01][0-9A-F]|0020|00A0|3000|FFF[EF])", re.IGNORECASE)
_WIDE = frozenset({"W", "F", "A"})
_MEANINGLESS = frozenset({"Co", "Cn", "Cs", "Cc"})

_QUARTERS = (
    Matrix(),
    Matrix(0, 1, -1, 0),
    Matrix(-1, 0, 0, -1),
    Matrix(0, -1, 1, 0),
)
"""Turned clockwise by so many quarters; y grows downwards."""

_Spans = dict[int, tuple[int, int]]
"""Place of a sign in the text → how many signs from there are drawn by how many glyphs."""

_Cluster = tuple[str, int]
"""Signs that are drawn together, and by how many glyphs."""


class _Type(NamedTuple):
    """What all letters of an object have in common.

    Attributes:
        size: width of a whole square, in the object's own measure.
        step: the way to the next letter where the file gives none, of length 1.
        place: from the object to the page.
        along: from the left of a letter as wide as 1 to its right, on the page.
        upright: the box on the page of a letter that has no width and stands at its corner.
    """

    size: float
    step: Point
    place: Matrix
    along: Point
    upright: Box


class Lettering(NamedTuple):
    """The letters of a text object, and by how many quarters clockwise they are turned."""

    glyphs: list[Glyph]
    quarters: int


def lettering(element: Element, place: Matrix, bounds: Box | None) -> Lettering:
    """Return the letters of a text object; none of text aslant, which is a watermark.

    Args:
        element: the object.
        place: from the object to the page, in points.
        bounds: what the object says it covers of the page.

    Raises:
        FormatError: a number of it cannot be read.
    """
    kind = _type(element, place)
    quarters = _quarters(kind.along)
    if quarters is None:
        return Lettering([], 0)
    found = list(_letters(element, kind))
    if found and bounds is not None and quarters == 0:
        found[-1] = _ended(found[-1], bounds[2])
    return Lettering(found, quarters)


def _ended(last: Glyph, end: float) -> Glyph:
    """Return the last letter as wide as its object has room for it, if that may be."""
    left, top, right, bottom = last.box
    share = (end - left) / (right - left) if right > left else 0
    if not _NARROWED < share < _STRETCHED:
        return last
    return replace(last, box=(left, top, end, bottom))


def _letters(element: Element, kind: _Type) -> Iterator[Glyph]:
    spans = _spans(element)
    x = y = 0.0
    for code in children(element, "TextCode"):
        # Without a place of its own, text begins where the one before it began.
        x, y = number_of(code, "X", x), number_of(code, "Y", y)
        text = _plain(code.text or "")
        yield from _line(code, tuple(_clusters(text, spans)), (x, y), kind)
        # Places are counted through all texts of the object.
        spans = {at - len(text): counts for at, counts in spans.items()}


def _type(element: Element, place: Matrix) -> _Type:
    size = number_of(element, "Size", _SIZE)
    turned = _quarter(element, "CharDirection")
    letter = place._replace(e=0, f=0).inner(turned)
    return _Type(
        size=size * number_of(element, "HScale", 1.0),
        step=_quarter(element, "ReadDirection").of(1, 0),
        place=place,
        along=letter.of(1, 0),
        upright=letter.box((0, -_ASCENT * size, 0, _DESCENT * size)),
    )


def _quarter(element: Element, name: str) -> Matrix:
    return _QUARTERS[round(number_of(element, name, 0) / 90) % len(_QUARTERS)]


def _quarters(along: Point) -> int | None:
    """Return by how many quarters a direction is turned clockwise from the right; None: aslant."""
    x, y = along
    small, great = sorted((abs(x), abs(y)))
    if small > great * _ASLANT:
        return None
    if great == abs(x):
        return 0 if x >= 0 else 2
    return 1 if y > 0 else 3


def _spans(element: Element) -> _Spans:
    """Return where several signs are one glyph, or one sign several."""
    spans: _Spans = {}
    for each in children(element, "CGTransform"):
        codes = int(number_of(each, "CodeCount", 1))
        glyphs = int(number_of(each, "GlyphCount", 1))
        if codes != glyphs and min(codes, glyphs) > 0:
            spans[int(number_of(each, "CodePosition", 0))] = codes, glyphs
    return spans


def _plain(text: str) -> str:
    """Return the signs that are drawn: no line ends of the file, blanks no longer escaped."""
    text = _LINE_END.sub("", text)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "\\" in text else text


def _clusters(text: str, spans: _Spans) -> Iterator[_Cluster]:
    at = 0
    while at < len(text):
        codes, glyphs = spans.get(at, (1, 1))
        yield text[at : at + codes], glyphs
        at += codes


def _line(
    code: Element, clusters: tuple[_Cluster, ...], start: Point, kind: _Type
) -> Iterator[Glyph]:
    x, y = start
    last = len(clusters) - 1
    for index, (dx, dy) in enumerate(_steps(code, clusters, kind)):
        text, _ = clusters[index]
        step = abs(dx) + abs(dy) if index < last else 0.0
        box = _box(kind, (x, y), _width(text, step, kind.size))
        yield Glyph(text=text, box=box, confidence=_confidence(text))
        x, y = x + dx, y + dy


def _steps(code: Element, clusters: tuple[_Cluster, ...], kind: _Type) -> Iterator[Point]:
    """Yield the way from each cluster to the next."""
    count = sum(glyphs for _, glyphs in clusters)
    across, down = deltas(code.get("DeltaX"), count), deltas(code.get("DeltaY"), count)
    # To the letter of the standard all would lie on one another; nobody means that.
    if not across and not down:
        for text, _ in clusters:
            width = _natural(text, kind.size)
            yield kind.step[0] * width, kind.step[1] * width
        return
    at = 0
    for _, glyphs in clusters:
        yield sum(across[at : at + glyphs]), sum(down[at : at + glyphs])
        at += glyphs


def _natural(text: str, size: float) -> float:
    return size * _share(text)


@lru_cache(maxsize=8192)
def _share(text: str) -> float:
    """Return how many squares wide letters usually are."""
    return sum(
        1.0 if east_asian_width(sign) in _WIDE else _SHARES.get(sign, _COMMON) for sign in text
    )


def _width(text: str, step: float, size: float) -> float:
    """Return how wide letters are: to the next one, unless it stands off."""
    natural = _natural(text, size)
    return step if 0 < step <= min(natural * _STRETCHED, size * len(text)) else natural


def _box(kind: _Type, origin: Point, width: float) -> Box:
    x, y = kind.place.of(*origin)
    along_x, along_y = kind.along[0] * width, kind.along[1] * width
    left, top, right, bottom = kind.upright
    return (
        x + left + (along_x if along_x < 0 else 0.0),
        y + top + (along_y if along_y < 0 else 0.0),
        x + right + (along_x if along_x > 0 else 0.0),
        y + bottom + (along_y if along_y > 0 else 0.0),
    )


@lru_cache(maxsize=8192)
def _confidence(text: str) -> float:
    # Signs of a font's own say nothing about what their glyphs look like.
    is_meant = all(sign != "\ufffd" and category(sign) not in _MEANINGLESS for sign in text)
    return 1.0 if is_meant else 0.0
