"""Pages whose text can be seen but not taken: scans, outlines, letters without codes."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
from jiheng.rulebook.phrases import phrase

MAX_PIXELS = 80_000_000
"""Of one picture: A4 at 900 dots an inch, or the best telephone."""

MAX_SIDE = 20_000
"""Pixels."""

_FEW = 20
"""A page with fewer letters, most of it a picture, is a picture: a scanner prints a line on it."""

_MOST = 0.4
"""The share of the page that a scan takes at least."""

_DRAWN = 200
"""A page without letters but with so many curves has its letters drawn."""

_UNREADABLE = 0.1
"""Where more letters than this share have no code, the text is not what is seen."""


Affine = tuple[float, float, float, float, float, float]


class PicturedPage(Struct, frozen=True, kw_only=True):
    """A page whose text can only be seen.

    Attributes:
        number: from 1.
        width: in points, as the page is shown.
        height: in points, as the page is shown.
        is_coded: there is text, but the file does not say which letters it is made of.
        picture: the file of the one picture that it is, where it is one of its own.
        place: where that picture lies: takes the points of a square of 1, its upper left corner at
            (0, 0), to those of the page: x′ = ax + cy + e, y′ = bx + dy + f.
        stamps: the boxes of seals that the picture does not show.
    """

    number: int
    width: float
    height: float
    is_coded: bool = False
    picture: bytes | None = None
    place: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    stamps: tuple[Box, ...] = ()


def check_pixels(wide: int, high: int) -> None:
    """Refuse a picture that is too large to be unpacked.

    Raises:
        FormatError: its sides, or all its pixels, are too many.
    """
    if max(wide, high) > MAX_SIDE or wide * high > MAX_PIXELS:
        raise FormatError(
            phrase("picture.too-large", width=str(wide), height=str(high), side=str(MAX_SIDE),
                   most=str(MAX_PIXELS // 10_000))
        )  # fmt: skip


def is_coded(letters: int, unknown: int) -> bool:
    """Whether of so many letters too many stand for nothing that the file tells."""
    return unknown > _UNREADABLE * letters


def is_pictured(letters: int, pictures: Iterable[Box], curves: int, area: float) -> bool:
    """Whether a page is a picture.

    Args:
        letters: how many there are beside blanks.
        pictures: their boxes on the page, top and bottom either way round.
        curves: how many are drawn.
        area: of the page.
    """
    if letters >= _FEW:
        return False
    return sum(map(_area, pictures)) > _MOST * area or curves > _DRAWN


def is_scan(picture: Box, area: float) -> bool:
    """Whether a picture alone fills a page of this area."""
    return _area(picture) > _MOST * area


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return abs((right - left) * (bottom - top))
