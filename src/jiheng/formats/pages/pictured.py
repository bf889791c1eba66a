"""Pages whose text can be seen but not taken: scans, outlines, letters without codes."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.formats.pages.page import Box

_FEW = 20
"""A page with fewer letters, most of it a picture, is a picture: a scanner prints a line on it."""

_MOST = 0.4
"""The share of the page that a scan takes at least."""

_DRAWN = 200
"""A page without letters but with so many curves has its letters drawn."""

_UNREADABLE = 0.1
"""Where more letters than this share have no code, the text is not what is seen."""


class PicturedPage(Struct, frozen=True, kw_only=True):
    """A page whose text can only be seen.

    Attributes:
        number: from 1.
        width: in points, as the page is shown.
        height: in points, as the page is shown.
        is_coded: there is text, but the file does not say which letters it is made of.
    """

    number: int
    width: float
    height: float
    is_coded: bool = False


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
    covered = sum(abs((right - left) * (bottom - top)) for left, top, right, bottom in pictures)
    return covered > _MOST * area or curves > _DRAWN
