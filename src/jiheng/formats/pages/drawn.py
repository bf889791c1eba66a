"""A page drawn plainly: its letters in our type, its ruling lines, its seals."""

from collections.abc import Iterable
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from jiheng.formats.pages.page import Glyph, Page

_LONGEST = 3000
_SCALE = 2.0
_INK, _PAPER, _SEAL = (0, 0, 0), (255, 255, 255), (200, 30, 30)
_LEAST_TYPE, _MOST_TYPE = 4, 200
"""Heights of type that are drawn, in pixels."""


@cache
def type_of(height: int) -> ImageFont.FreeTypeFont:
    """Return our type of a height in pixels."""
    return ImageFont.truetype(sans_path(), min(max(height, _LEAST_TYPE), _MOST_TYPE))


def drawn_scale(width: float, height: float) -> float:
    """Return how many pixels are a point in the picture of a page of this size in points."""
    return min(_SCALE, _LONGEST / max(width, height, 1.0))


def drawn(page: Page) -> tuple[Image.Image, float]:
    """Return the picture of a page, and how many of its pixels are a point."""
    scale = drawn_scale(page.width, page.height)
    size = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    picture = Image.new("RGB", size, _PAPER)
    pen = ImageDraw.Draw(picture)
    for ruling in page.rulings:
        ends = (ruling.left, ruling.top, ruling.right, ruling.bottom)
        pen.line([end * scale for end in ends], fill=_INK)
    write(picture, page.glyphs, scale)
    for stamp in page.stamps:
        pen.ellipse([side * scale for side in stamp], outline=_SEAL, width=3)
    return picture, scale


def write(picture: Image.Image, glyphs: Iterable[Glyph], scale: float) -> None:
    """Write letters into a picture, each from the left of its box and as high as it."""
    pen = ImageDraw.Draw(picture)
    for glyph in glyphs:
        left, top, _, bottom = (side * scale for side in glyph.box)
        font = type_of(round(bottom - top))
        pen.text((left, (top + bottom) / 2), glyph.text, fill=_INK, font=font, anchor="lm")
