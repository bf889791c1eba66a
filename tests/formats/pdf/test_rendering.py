"""PDF pages as pictures: what is drawn stands where it was read."""

import pytest
from PIL import Image

from jiheng.formats.errors import FormatError
from jiheng.formats.pdf.pages import pages_of
from jiheng.formats.pdf.rendering import Rendered, rendered, sharply_rendered
from tests.formats.pdf.papers import page, words
from tests.formats.pdf.test_pages import FIELD

LOWERED = "BT /F 12 Tf 0 1 -1 0 60 20 Tm (H) Tj ET"
"""A letter turned against the clock by a quarter."""


def seen(data: bytes) -> Rendered:
    """Return the first page."""
    return next(rendered(data, {1}))


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of what is dark."""
    return picture.convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()


def test_a_point_is_two_pixels():
    assert (seen(page(words("H"))).picture.size, seen(page(words("H"))).scale) == ((600, 400), 2.0)


@pytest.mark.parametrize(
    ("content", "turned"),
    [(words("H"), ""), (words("H"), "/Rotate 90"), (words("H"), "/Rotate 180"), (LOWERED, ""), (LOWERED, "/Rotate 270")],
)  # fmt: skip
def test_a_letter_is_drawn_where_it_was_read(content, turned):
    data = page(content, extra=turned)
    (glyph,) = next(pages_of(data)).glyphs

    left, top, right, bottom = ink(seen(data).picture)

    assert glyph.box[0] * 2 - 1 <= left < right <= glyph.box[2] * 2 + 1
    assert glyph.box[1] * 2 - 1 <= top < bottom <= glyph.box[3] * 2 + 1


def test_the_value_of_a_field_is_drawn_where_it_was_read():
    picture = seen(page(words("H"), extra="/Annots [6 0 R]", others=(FIELD,))).picture

    left, top, right, bottom = ink(picture.crop((200, 200, 600, 400)))
    assert 0 <= left < right <= 120
    assert 80 <= top < bottom <= 120


def test_paper_without_end_is_drawn_small():
    picture = seen(page(words("H"), box="[0 0 14000 7000]")).picture

    assert picture.size == (3000, 1500)


def test_only_wanted_pages_are_drawn():
    assert list(rendered(page(words("H")), {2})) == []


def picture(wide: int, high: int) -> bytes:
    """Return a page of 300 by 200 points filled by a picture of so many pixels."""
    pixels = (
        f"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /BitsPerComponent 8"
        " /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream"
    )
    return page("q 300 0 0 200 0 0 cm /X Do Q", others=(pixels,))


def test_a_scan_is_drawn_as_sharp_as_it_is():
    assert sharply_rendered(picture(900, 600), 1).picture.size == (900, 600)


def test_of_a_sharper_scan_no_more_pixels_are_drawn_than_are_looked_at():
    assert sharply_rendered(picture(7200, 4800), 1).picture.size == (3600, 2400)


def test_a_page_without_a_picture_is_drawn_with_200_dots_an_inch():
    assert sharply_rendered(page(words("H")), 1).scale == 200 / 72


def test_a_picture_of_too_many_pixels_is_not_unpacked():
    with pytest.raises(FormatError) as refused:
        sharply_rendered(picture(60_000, 40_000), 1)

    assert refused.value.said("zh").startswith("图片有 60000 × 40000 像素")
