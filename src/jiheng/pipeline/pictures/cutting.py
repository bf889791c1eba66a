"""A piece cut out of a page: a cell, framed, with something of its neighbours."""

from io import BytesIO

from PIL import Image, ImageDraw

from jiheng.readers.page_pictures import PagePicture
from jiheng.writers.report.cutting import Cutting

_BESIDE, _ABOVE = 44.0, 16.0
"""How much is shown around the cell, in points."""

_NARROWEST, _LOWEST = 220.0, 56.0
"""A piece is at least so wide and high, in points."""

_WIDEST, _HIGHEST = 300.0, 220.0
"""Of a larger cell its beginning is shown, so that its type stays readable."""

_DENSITY = 2.0
"""Pixels in a point of what is kept."""

_FRAME = (11, 77, 151)
_FRAME_WIDTH = 1.2
"""In points."""

_COLOURS = 64
"""Of print on paper more are not seen."""

_QUALITY = 70


def cut(page: PagePicture, box: tuple[float, float, float, float]) -> Cutting:
    """Return the piece of a page that shows a cell; ``box`` is the cell's."""
    left, top, right, bottom = (side * page.scale for side in box)
    across = _extent(left, right, page, _BESIDE, (_NARROWEST, _WIDEST), page.picture.width)
    down = _extent(top, bottom, page, _ABOVE, (_LOWEST, _HIGHEST), page.picture.height)
    piece = page.picture.crop((across[0], down[0], across[1], down[1]))
    frame = (left - across[0], top - down[0], right - across[0], bottom - down[0])
    ImageDraw.Draw(piece).rectangle(
        frame, outline=_FRAME, width=max(1, round(_FRAME_WIDTH * page.point))
    )
    most = _DENSITY * _WIDEST, _DENSITY * _HIGHEST
    piece.thumbnail(most, Image.Resampling.LANCZOS)
    return _kept(piece, is_photo=page.is_photo)


def _extent(
    start: float,
    end: float,
    page: PagePicture,
    margin: float,
    allowed: tuple[float, float],
    whole: int,
) -> tuple[int, int]:
    """Return from where to where a piece goes, in pixels, one way across the page."""
    least, most = (length * page.point for length in allowed)
    length = min(max(end - start + 2 * margin * page.point, least), most, float(whole))
    room = max((length - (end - start)) / 2, margin * page.point)
    first = min(max(start - room, 0.0), whole - length)
    return round(first), max(round(first + length), round(first) + 1)


def _kept(piece: Image.Image, *, is_photo: bool) -> Cutting:
    file = BytesIO()
    if is_photo:
        piece.save(file, "JPEG", quality=_QUALITY)
    else:
        piece.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            file, "PNG"
        )
    media = "image/jpeg" if is_photo else "image/png"
    return Cutting(data=file.getvalue(), media=media, width=piece.width, height=piece.height)
